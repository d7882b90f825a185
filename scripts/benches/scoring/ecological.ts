import { estimateVoteTransitions, type Table } from "../../../geodata/vote-transitions/estimate-vote-transitions.ts";
import type { Terminal } from "../../command.ts";
import { type District, readDistricts, readOtherMethods } from "./read-districts.ts";

export interface MeasuredDistrict {
  readonly election: string;
  readonly district: string;
  /** Share of the voters that are in the wrong cell, in percent. */
  readonly errorIndex: number;
  /** Of the processor: one thread, whatever else the machine does. */
  readonly seconds: number;
}

/** Estimates every district of the folder on its own, without its true table, and compares with that. */
export function measureEcological(folder: string, terminal: Terminal): readonly MeasuredDistrict[] {
  return readDistricts(folder).map((district) => {
    terminal.progress(`${district.election} ${district.district}`);
    return measureDistrict(district);
  });
}

function measureDistrict({ election, district, x, y, true: truth }: District): MeasuredDistrict {
  const began = process.cpuUsage();
  const estimate = estimateVoteTransitions({ origins: x, destinations: y });
  const used = process.cpuUsage(began);
  const seconds = (used.user + used.system) / 1e6;
  if (!estimate.ok) throw new Error(`${election} ${district}: ${JSON.stringify(estimate.problems)}`);
  const errorIndex = Number(errorIndexOf(estimate.votes, truth).toFixed(4));
  return { election, district, errorIndex, seconds: Number(seconds.toFixed(4)) };
}

function errorIndexOf(votes: Table, truth: Table): number {
  let missed = 0;
  let voters = 0;
  truth.forEach((row, j) => {
    row.forEach((value, k) => {
      missed += Math.abs(value - (votes[j]?.[k] ?? 0));
      voters += value;
    });
  });
  return voters > 0 ? (50 * missed) / voters : 0;
}

/** Mean and median by election, then the other methods' means over the districts where they could be run. */
export function describeEcological(districts: readonly MeasuredDistrict[], folder: string): readonly string[] {
  const others = readOtherMethods(folder);
  const elections = [...new Set(districts.map(({ election }) => election))];
  const groups = [...elections, "all"].map((name) => ({
    name,
    members: districts.filter(({ election }) => name === "all" || election === name),
  }));
  const methods = [...new Set([...others.values()].flatMap((figures) => [...figures.keys()]))];
  return [
    "error index: percent of the voters in the wrong cell; (n): over so many districts, ours over the same",
    `${"".padEnd(14)}districts   mean  median  ms a district`,
    ...groups.map(({ name, members }) => {
      const errors = members.map(({ errorIndex }) => errorIndex);
      const seconds = members.map((member) => member.seconds);
      const cells = [fixed(mean(errors)), fixed(median(errors)), fixed(1000 * mean(seconds))];
      return `${name.padEnd(14)}${String(members.length).padStart(9)}${cells.map((cell) => cell.padStart(8)).join("")}`;
    }),
    ...methods.flatMap((method) => {
      const pairs = districts.flatMap(({ election, district, errorIndex }): [number, number][] => {
        const other = others.get(`${election}/${district}`)?.get(method);
        return other === undefined ? [] : [[other, errorIndex]];
      });
      if (pairs.length === 0) return [];
      const theirs = pairs.map(([other]) => other);
      const ours = pairs.map(([, own]) => own);
      return `${method.padEnd(22)} mean ${fixed(mean(theirs))} median ${fixed(median(theirs))} (${pairs.length}), ours ${fixed(mean(ours))} ${fixed(median(ours))}`;
    }),
  ];
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted.length / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle) - 1] ?? 0)) / 2;
}

function fixed(value: number): string {
  return value.toFixed(2);
}
