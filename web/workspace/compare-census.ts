import type { GroupFigures } from "../../server/contract/comparison.ts";
import type { Indicator } from "../../server/contract/territories.ts";
import type { Cell, Unit } from "./compare-rows.ts";

interface TellingIndicator {
  readonly indicator: Indicator;
  /** What a count is a part of. */
  readonly whole: Indicator | null;
  readonly unit: Unit;
}

/** Income, poverty, where income comes from, work, age, occupation, housing: columns of Insee without their year. */
const TELLING = [
  "DISP_MED",
  "DISP_TP60",
  "DISP_PACT",
  "DISP_PCHO",
  "DISP_PPEN",
  "DISP_PPSOC",
  "CHOM1564",
  "POP0014",
  "POP1529",
  "POP65P",
  "POP15P_CS3",
  "POP15P_CS6",
  "POP15P_CS7",
  "RP_LOC",
  "RP_LOCHLMV",
  "APPART",
];
/** Neighbourhoods differ in size, so a count is compared as a share of this. */
const WHOLE_OF: Readonly<Record<string, string>> = {
  CHOM1564: "ACT1564",
  POP0014: "POP",
  POP1529: "POP",
  POP65P: "POP",
  POP15P_CS3: "POP15P",
  POP15P_CS6: "POP15P",
  POP15P_CS7: "POP15P",
  RP_LOC: "RP",
  RP_LOCHLMV: "RP",
  APPART: "LOG",
};
const MOST_OF_UNKNOWN = 6;

/** The indicators to compare, in a fixed order. Where none is known by name, the first ones that are no counts. */
export function tellingIndicators(indicators: readonly Indicator[]): readonly TellingIndicator[] {
  const byName = new Map(indicators.map((indicator) => [nameOf(indicator), indicator]));
  const known = TELLING.flatMap((name): TellingIndicator[] => {
    const indicator = byName.get(name);
    if (indicator === undefined) return [];
    if (indicator.kind !== "count") return [{ indicator, whole: null, unit: unitOf(indicator) }];
    const whole = byName.get(WHOLE_OF[name] ?? "");
    return whole === undefined ? [] : [{ indicator, whole, unit: "share" }];
  });
  if (known.length > 0) return known;
  return indicators
    .filter(({ kind }) => kind !== "count")
    .slice(0, MOST_OF_UNKNOWN)
    .map((indicator) => ({ indicator, whole: null, unit: unitOf(indicator) }));
}

/** "DISP_MED21" → "DISP_MED", "P21_CHOM1564" → "CHOM1564". */
function nameOf({ id }: Indicator): string {
  const income = /^(DISP_.+?)\d{2}$/.exec(id)?.[1];
  return income ?? /^[PC]\d{2}_(.+)$/.exec(id)?.[1] ?? id;
}

function unitOf({ label }: Indicator): Unit {
  if (label.fr.endsWith("(€)")) return "euros";
  return label.fr.endsWith("(%)") ? "percent" : "number";
}

/** A part over its whole only where both are known of the same doors. */
const COVERAGE_TOLERANCE = 0.01;

export function censusCell(figures: GroupFigures | null, indicator: Indicator, whole: Indicator | null): Cell {
  if (figures === null) return { kind: "missing", reason: "waiting" };
  const find = (wanted: Indicator) => figures.indicators.find(({ id }) => id === wanted.id);
  const part = find(indicator);
  if (part === undefined || part.value === null) return SUPPRESSED;
  if (whole === null) return { kind: "known", value: part.value, range: null, knownShare: part.coveredShare };
  const all = find(whole);
  if (all === undefined || all.value === null || all.value <= 0) return SUPPRESSED;
  if (Math.abs(all.coveredShare - part.coveredShare) > COVERAGE_TOLERANCE) return SUPPRESSED;
  return { kind: "known", value: part.value / all.value, range: null, knownShare: part.coveredShare };
}

const SUPPRESSED: Cell = { kind: "missing", reason: "suppressed" };
