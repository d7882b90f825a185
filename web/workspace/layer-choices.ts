import { GROUND_FIGURES, type Layer } from "../../server/contract/layers.ts";
import type { Election, KnownElection, TerritoryDetail, TerritorySummary } from "../../server/contract/territories.ts";
import { MEASURES, type Measure } from "./workspace-state.ts";

export type LayerKind = Layer["kind"];
type GroundFigure = (typeof GROUND_FIGURES)[number];
type Counts = Pick<TerritorySummary["counts"], "addresses" | "pieces">;
interface Known extends Pick<TerritoryDetail, "elections" | "indicators"> {
  readonly summary: { readonly counts: Counts };
}

/** Measures that the territory can have, and the one that is chosen: without streets nothing is known by the hour. */
export function offeredMeasures(hasStreets: boolean, chosen: Measure): readonly Measure[] {
  return MEASURES.filter((measure) => measure !== "hourly" || hasStreets || measure === chosen);
}

/** What can be said of the ground of the territory, and what is chosen: stations alone have no doors to walk to. */
export function groundFigures({ addresses, pieces }: Counts, chosen: GroundFigure | null): readonly GroundFigure[] {
  const hasFigure = (figure: GroundFigure) => {
    if (figure === "registered") return true;
    return addresses > 0 && (figure !== "walkPerDoor" || pieces > 0);
  };
  return GROUND_FIGURES.filter((figure) => hasFigure(figure) || figure === chosen);
}

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
export function startingLayer(kind: LayerKind, { elections, indicators, summary }: Known): Layer | null {
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
      return { kind, figure: summary.counts.addresses > 0 ? "doorsPerAddress" : "registered" };
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
