import type { GroupFigures } from "../../server/contract/comparison.ts";
import type { Mix, RankedReport, Side } from "../../server/contract/scores.ts";
import { SIDES } from "../../server/contract/scores.ts";
import type { Election, Indicator } from "../../server/contract/territories.ts";
import { censusCell, tellingIndicators } from "./compare-census.ts";
import { type Outing, type OutingFigure, outingCell, outingRows } from "./compare-outings.ts";
import { doorsPerHour, scoreCell, walkSecondsPerDoor } from "./compare-scores.ts";
import { type PartRow, shareWhere } from "./compared-parts.ts";
import { type MeasureSignal, measureSignal } from "./measure-signal.ts";
import type { StationWalk } from "./measure-values.ts";
import { MEASURES, type Measure } from "./workspace-state.ts";

/** What one neighbourhood is known for. `figures` is null until the server has answered. */
export interface ComparedGroup {
  /** Its stations, and the parts that it holds of stations. */
  readonly rows: readonly PartRow[];
  /** Null while the walks are being measured. */
  readonly walks: readonly StationWalk[] | null;
  readonly figures: GroupFigures | null;
  /** Counted, of zones and plans: some of it may be in no station. */
  readonly counted?: { readonly doors: number; readonly addresses: number };
  /** The routes of a plan, whose walk is drawn and not estimated. */
  readonly walked?: WalkedRoutes;
  /** Null or left out for stations. */
  readonly outing?: Outing | "waiting" | null;
}

export interface WalkedRoutes {
  readonly doors: number;
  readonly walkSeconds: number;
  readonly doorSeconds: number;
  readonly expectedVotes: number;
}

export type MissingReason =
  | "suppressed"
  | "no-result"
  | "no-score"
  | "no-doors"
  | "not-applicable"
  | "unknown"
  | "waiting";

export type Cell =
  | {
      readonly kind: "known";
      readonly value: number;
      /** 80 % interval of a score; of votes per hour, the extremes that published experiments allow. */
      readonly range: { readonly low: number; readonly high: number } | null;
      /** Share of the neighbourhood that the value speaks for, 0 to 1. */
      readonly knownShare: number;
    }
  | { readonly kind: "missing"; readonly reason: MissingReason };

export const ROW_GROUPS = ["scores", "people", "turnout", "results", "census", "walking", "outing"] as const;
export type RowGroup = (typeof ROW_GROUPS)[number];

/** `share` is 0 to 1, `percent` 0 to 100 as Insee writes it, `hourly` votes per volunteer-hour, `seconds` per door. */
export type Unit =
  | "share"
  | "percent"
  | "count"
  | "euros"
  | "number"
  | "hourly"
  | "seconds"
  | "perHour"
  | "minutes"
  | "hours"
  | "metres"
  | "kilometres"
  | "decimal";

export type RowName =
  | { readonly kind: "score"; readonly measure: Measure; readonly mix: Mix }
  | { readonly kind: "people"; readonly count: "registered" | "addresses" | "doors" }
  | { readonly kind: "turnout"; readonly election: Election }
  | { readonly kind: "side"; readonly election: Election; readonly side: Side }
  | { readonly kind: "census"; readonly indicator: Indicator; readonly whole: Indicator | null }
  | { readonly kind: "walking"; readonly what: "secondsPerDoor" | "doorsPerHour" }
  | { readonly kind: "outing"; readonly what: OutingFigure };

export interface CompareRow {
  readonly id: string;
  readonly group: RowGroup;
  readonly name: RowName;
  readonly unit: Unit;
  /** Which end is good for canvassing; null where no end is (nobody's income is a merit). */
  readonly better: "higher" | "lower" | null;
  /** Of a score: whether past elections let it be trusted. Without a signal none is called best. */
  readonly signal: MeasureSignal["level"] | null;
  /** One for each neighbourhood, in their order. */
  readonly cells: readonly Cell[];
  readonly territory: Cell;
  /** A total: the territory's is no mean to hold a neighbourhood against. */
  readonly isTotal: boolean;
}

export interface CompareSources {
  readonly groups: readonly ComparedGroup[];
  readonly territory: ComparedGroup;
  /** Null where the territory has no scores. */
  readonly report: RankedReport | null;
  readonly mix: Mix;
  readonly sides: Readonly<Record<string, Side>>;
  /** Rounds with a result in the territory, latest first. */
  readonly elections: readonly Election[];
  readonly indicators: readonly Indicator[];
}

/** As many rounds as leave the table on one printed page. */
const MOST_TURNOUTS = 6;
const MOST_RESULTS = 2;

/** Every row of the comparison in its fixed order. */
export function compareRows(sources: CompareSources): readonly CompareRow[] {
  const rowOf = (row: Omit<CompareRow, "cells" | "territory" | "signal" | "isTotal"> & Partial<CompareRow>) =>
    ({ signal: null, isTotal: false, cells: [], territory: UNKNOWN, ...row }) satisfies CompareRow;
  const across = (cell: (group: ComparedGroup) => Cell) => ({
    cells: sources.groups.map(cell),
    territory: cell(sources.territory),
  });
  return [
    ...scoreRows(sources).map(({ measure, signal }) =>
      rowOf({
        id: `score-${measure}`,
        group: "scores",
        name: { kind: "score", measure, mix: sources.mix },
        unit: measure === "hourly" ? "hourly" : "share",
        better: signal === "none" ? null : "higher",
        signal,
        ...across((group) => scoreCell(group, measure, sources.mix)),
      }),
    ),
    ...(["registered", "addresses", "doors"] as const).map((count) =>
      rowOf({
        id: `people-${count}`,
        group: "people",
        name: { kind: "people", count },
        unit: "count",
        better: null,
        isTotal: true,
        ...across((group) => peopleCell(group, count)),
      }),
    ),
    ...sources.elections.slice(0, MOST_TURNOUTS).map((election) =>
      rowOf({
        id: `turnout-${election.id}`,
        group: "turnout",
        name: { kind: "turnout", election },
        unit: "share",
        better: null,
        ...across((group) => turnoutCell(group, election.id)),
      }),
    ),
    ...classedRounds(sources).flatMap((election) =>
      SIDES.map((side) =>
        rowOf({
          id: `side-${election.id}-${side}`,
          group: "results",
          name: { kind: "side", election, side },
          unit: "share",
          better: side === "ours" ? "higher" : side === "hostile" ? "lower" : null,
          ...across((group) => sideCell(group, election.id, side, sources.sides)),
        }),
      ),
    ),
    ...tellingIndicators(sources.indicators).map(({ indicator, whole, unit }) =>
      rowOf({
        id: `census-${indicator.id}`,
        group: "census",
        name: { kind: "census", indicator, whole },
        unit,
        better: null,
        ...across(({ figures }) => censusCell(figures, indicator, whole)),
      }),
    ),
    ...WALKING.map(({ what, unit, better, cell }) =>
      rowOf({
        id: `walking-${what}`,
        group: "walking",
        name: { kind: "walking", what },
        unit,
        better,
        ...across(cell),
      }),
    ),
    ...outingRows(sources.groups.map(({ outing }) => outing ?? null)).map(({ what, unit, better }) =>
      rowOf({
        id: `outing-${what}`,
        group: "outing",
        name: { kind: "outing", what },
        unit,
        better,
        isTotal: better === null,
        ...across(({ outing }) => outingCell(outing ?? null, what)),
      }),
    ),
  ];
}

const WALKING = [
  { what: "secondsPerDoor", unit: "seconds", better: "lower", cell: walkSecondsPerDoor },
  { what: "doorsPerHour", unit: "perHour", better: "higher", cell: doorsPerHour },
] as const;

const UNKNOWN: Cell = { kind: "missing", reason: "unknown" };

function scoreRows({ report, mix }: CompareSources) {
  if (report === null || report.stations.length === 0) return [];
  return MEASURES.map((measure) => ({ measure, signal: measureSignal(report, measure, mix).level }));
}

/** A total of which a part is not known says how large a share of the stations it speaks for. */
function peopleCell({ rows, counted }: ComparedGroup, count: "registered" | "addresses" | "doors"): Cell {
  if (counted !== undefined && count !== "registered") {
    return { kind: "known", value: counted[count], range: null, knownShare: 1 };
  }
  const known = rows.filter((row) => row[count] !== null);
  if (known.length === 0) return UNKNOWN;
  return {
    kind: "known",
    value: known.reduce((sum, row) => sum + (row[count] ?? 0), 0),
    range: null,
    knownShare: shareWhere(rows, (row) => row[count] !== null),
  };
}

/** The latest rounds where the campaign has given somebody a side. */
function classedRounds(sources: CompareSources): readonly Election[] {
  const hasSides = (electionId: string) => {
    const result = sources.territory.figures?.results.find((one) => one.electionId === electionId);
    return Object.keys(result?.votes ?? {}).some((id) => sources.sides[id] !== undefined);
  };
  return sources.elections.filter(({ id }) => hasSides(id)).slice(0, MOST_RESULTS);
}

function turnoutCell({ figures }: ComparedGroup, electionId: string): Cell {
  return resultCell(figures, electionId, ({ registered, abstentions }) =>
    registered > 0 ? 1 - abstentions / registered : null,
  );
}

/** Votes of a side over the expressed votes of the whole neighbourhood. Whoever has no side is neutral, as in the scores. */
function sideCell(
  { figures }: ComparedGroup,
  electionId: string,
  side: Side,
  sides: Readonly<Record<string, Side>>,
): Cell {
  return resultCell(figures, electionId, ({ votes, expressed }) => {
    if (expressed <= 0) return null;
    const own = Object.entries(votes).filter(([id]) => (sides[id] ?? "neutral") === side);
    return own.reduce((sum, [, count]) => sum + count, 0) / expressed;
  });
}

function resultCell(
  figures: GroupFigures | null,
  electionId: string,
  share: (result: GroupFigures["results"][number]) => number | null,
): Cell {
  if (figures === null) return { kind: "missing", reason: "waiting" };
  const result = figures.results.find((one) => one.electionId === electionId);
  const value = result === undefined ? null : share(result);
  if (result === undefined || value === null) return { kind: "missing", reason: "no-result" };
  return { kind: "known", value, range: null, knownShare: result.stations / figures.stations };
}
