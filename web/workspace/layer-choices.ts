import type { Layer } from "../../server/contract/layers.ts";
import type { Election, KnownElection, TerritoryDetail } from "../../server/contract/territories.ts";

export type LayerKind = Layer["kind"];
type Known = Pick<TerritoryDetail, "elections" | "indicators">;

/** Kinds of layers that the territory has figures for, in the order in which they are offered. */
export function layerKinds({ elections, indicators }: Known): readonly LayerKind[] {
  const rounds = roundsWithVotes(elections).length;
  return [
    ...(indicators.length > 0 ? (["census"] as const) : []),
    ...(elections.length > 0 ? (["turnout"] as const) : []),
    ...(rounds > 0 ? (["side"] as const) : []),
    ...(elections.length > 1 ? (["turnoutChange"] as const) : []),
    ...(rounds > 1 ? (["sideChange"] as const) : []),
    "ground",
  ];
}

/** The layer of a kind that is shown first; null where the territory has nothing of the kind. Census: the median income. */
export function startingLayer(kind: LayerKind, { elections, indicators }: Known): Layer | null {
  const rounds = isOfSides(kind) ? roundsWithVotes(elections) : firstRounds(elections);
  const [latest] = rounds;
  const earlier = latest === undefined ? undefined : before(latest, rounds);
  switch (kind) {
    case "census": {
      const first = indicators.find(({ id }) => /_MED\d*$/.test(id)) ?? indicators[0];
      return first === undefined ? null : { kind, indicator: first.id };
    }
    case "turnout": {
      const election = latest ?? elections[0];
      return election === undefined ? null : { kind, election: election.id };
    }
    case "side":
      return latest === undefined ? null : { kind, side: "ours", election: latest.id };
    case "turnoutChange":
      return latest === undefined || earlier === undefined ? null : { kind, from: earlier.id, to: latest.id };
    case "sideChange":
      return latest === undefined || earlier === undefined
        ? null
        : { kind, side: "ours", from: earlier.id, to: latest.id };
    case "ground":
      return { kind, figure: "doorsPerAddress" };
  }
}

export function firstRounds<Known extends Election>(elections: readonly Known[]): readonly Known[] {
  return latestFirst(elections).filter(({ round }) => round === 1);
}

/** First rounds with votes by candidate. */
export function roundsWithVotes(elections: readonly KnownElection[]): readonly KnownElection[] {
  return firstRounds(elections).filter(({ candidates }) => candidates > 0);
}

function isOfSides(kind: LayerKind): boolean {
  return kind === "side" || kind === "sideChange";
}

/** Territories have them in the order in which they were held, those of one year included. */
export function latestFirst<Known extends Election>(elections: readonly Known[]): readonly Known[] {
  return [...elections].reverse().sort((a, b) => b.year - a.year);
}

/** The last election of the same type before, or any other one: most people ask what has changed since. */
function before(latest: Election, rounds: readonly Election[]): Election | undefined {
  const others = rounds.filter(({ id }) => id !== latest.id);
  return others.find(({ type }) => type === latest.type) ?? others[0];
}
