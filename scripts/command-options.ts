import { parseArgs } from "node:util";
import { UsageError } from "./command.ts";
import { nearestWords } from "./nearest-words.ts";

export interface OptionNames {
  /** Options without a value: `--json`. */
  readonly flags?: readonly string[];
  /** Options with one value: `--name town`. The last one given counts. */
  readonly values?: readonly string[];
  /** Options with many values, repeated or listed: `--osm a.pbf --osm b.pbf`, `--osm a.pbf b.pbf`. */
  readonly lists?: readonly string[];
}

export interface Options {
  readonly words: readonly string[];
  flag(name: string): boolean;
  text(name: string): string | undefined;
  /** The value of an option that must be given. `example` shows what is expected. */
  requiredText(name: string, example: string): string;
  list(name: string): readonly string[];
  number(name: string, range: NumberRange): number | undefined;
  oneOf<Word extends string>(name: string, words: readonly Word[]): Word | undefined;
}

export interface NumberRange {
  readonly min: number;
  readonly max: number;
  readonly isWhole?: boolean;
}

/**
 * Reads the options of a command. Values may begin with a minus (`--start -4.1,48.2`). Throws UsageError on an
 * unknown option, a missing value or an unexpected one.
 */
export function readOptions(args: readonly string[], names: OptionNames): Options {
  const known = { flags: names.flags ?? [], values: names.values ?? [], lists: names.lists ?? [] };
  const takesValue = new Set([...known.values, ...known.lists]);
  const valued = new Map<string, string[]>();
  const flags = new Set<string>();
  const words: string[] = [];
  let openList: string[] | null = null;

  const { tokens } = parseArgs({
    args: joinNegativeValues(args, takesValue),
    options: Object.fromEntries([
      ...known.flags.map((name) => [name, { type: "boolean" as const }]),
      ...[...takesValue].map((name) => [name, { type: "string" as const, multiple: true }]),
    ]),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind === "positional") (openList ?? words).push(token.value);
    if (token.kind !== "option") continue;
    openList = null;
    if (known.flags.includes(token.name)) {
      if (token.value !== undefined)
        throw new UsageError(`${token.rawName} takes no value, "${token.value}" was given.`);
      flags.add(token.name);
      continue;
    }
    if (!takesValue.has(token.name)) throw unknownOption(token.rawName, [...known.flags, ...takesValue]);
    const isNextOption = token.inlineValue === false && token.value.startsWith("--");
    if (token.value === undefined || token.value === "" || isNextOption)
      throw new UsageError(`${token.rawName} needs a value.`);
    const list = valued.get(token.name) ?? [];
    list.push(token.value);
    valued.set(token.name, list);
    if (known.lists.includes(token.name)) openList = list;
  }

  const text = (name: string) => valued.get(name)?.at(-1);
  return {
    words,
    flag: (name) => flags.has(name),
    text,
    requiredText(name, example) {
      const value = text(name);
      if (value === undefined) throw new UsageError(`--${name} is missing: expected e.g. --${name} ${example}.`);
      return value;
    },
    list: (name) => valued.get(name) ?? [],
    number(name, range) {
      const value = text(name);
      return value === undefined ? undefined : readNumber(name, value, range);
    },
    oneOf(name, choices) {
      const value = text(name);
      if (value === undefined) return undefined;
      const choice = choices.find((word) => word === value);
      if (choice === undefined) throw new UsageError(`--${name} is "${value}": expected ${choices.join(", ")}.`);
      return choice;
    },
  };
}

function readNumber(name: string, value: string, { min, max, isWhole = false }: NumberRange): number {
  const number = Number(value);
  if (value.trim() === "" || !(number >= min && number <= max) || (isWhole && !Number.isInteger(number))) {
    throw new UsageError(`--${name} is "${value}": expected a ${isWhole ? "whole " : ""}number from ${min} to ${max}.`);
  }
  return number;
}

/** `--start -4.1,48.2` reads as two options otherwise: western longitudes and negative numbers begin with a minus. */
function joinNegativeValues(args: readonly string[], takesValue: ReadonlySet<string>): string[] {
  const joined: string[] = [];
  for (let index = 0; index < args.length; index++) {
    const arg = args[index] ?? "";
    const next = args[index + 1];
    if (next !== undefined && /^-[\d.]/.test(next) && arg.startsWith("--") && takesValue.has(arg.slice(2))) {
      joined.push(`${arg}=${next}`);
      index++;
    } else {
      joined.push(arg);
    }
  }
  return joined;
}

function unknownOption(rawName: string, known: readonly string[]): UsageError {
  const near = nearestWords(rawName.replace(/^-+/, ""), known);
  const hint = near.length > 0 ? ` Did you mean ${near.map((name) => `--${name}`).join(" or ")}?` : "";
  return new UsageError(`${rawName} is not an option of this command.${hint}`);
}
