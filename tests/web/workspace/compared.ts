import type { GroupFigures } from "../../../server/contract/comparison.ts";
import type { StationScore } from "../../../server/contract/scores.ts";
import type { Cell, ComparedGroup, CompareRow } from "../../../web/workspace/compare-rows.ts";
import type { StationRow } from "../../../web/workspace/station-rows.ts";

export function stationRow(part: Partial<StationRow>): StationRow {
  return {
    index: 0,
    stationId: "a",
    name: "Bureau 1",
    number: "0001",
    communeName: "Ville",
    registered: 1000,
    addresses: 100,
    order: 0,
    doors: 500,
    box: [0, 0, 1, 1],
    labelPosition: [0.5, 0.5],
    score: null,
    ...part,
  };
}

/** A neighbourhood of stations with these scores, "a", "b", … in their order. */
export function groupOf(scores: readonly (StationScore | null)[], part: Partial<ComparedGroup> = {}): ComparedGroup {
  const rows = scores.map((score, index) =>
    stationRow({ index, stationId: score?.stationId ?? `none-${index}`, registered: score?.registered ?? 1000, score }),
  );
  return { rows, walks: null, figures: null, ...part };
}

export function figuresOf(part: Partial<GroupFigures>): GroupFigures {
  return { stations: 1, results: [], indicators: [], ...part };
}

export function known(value: number, range: { low: number; high: number } | null = null, knownShare = 1): Cell {
  return { kind: "known", value, range, knownShare };
}

export const MISSING: Cell = { kind: "missing", reason: "suppressed" };

export function compareRow(part: Partial<CompareRow>): CompareRow {
  return {
    id: "row",
    group: "walking",
    name: { kind: "walking", what: "secondsPerDoor" },
    unit: "share",
    better: "higher",
    signal: null,
    cells: [],
    territory: known(0.5),
    isTotal: false,
    ...part,
  };
}
