import type { Sentence } from "../../server/contract/refusal.ts";

/** A station that may be chosen. */
export interface FrameStation {
  readonly id: string;
  /** People it stands for: registered voters. */
  readonly size: number;
}

/** A figure that the chosen stations should share with the population; `values` in the order of the stations. */
export interface MarginColumn {
  readonly id: string;
  readonly label: Sentence;
  /** Null where the figure is suppressed or was never published: neither is zero. */
  readonly values: readonly (number | null)[];
  /** Whom to resemble, in the unit of the values; the population of the stations themselves when left out. */
  readonly reference?: Reference | undefined;
}

export interface Reference {
  readonly mean: number;
  /** Standard deviation between stations; that of the frame when null. */
  readonly deviation: number | null;
}

/** A margin, measured against its reference. */
export interface Margin {
  readonly id: string;
  readonly label: Sentence;
  /** Mean over the stations of the frame that have a value, by size. */
  readonly frameMean: number;
  /** What the chosen stations should have on average. */
  readonly mean: number;
  /** Standard deviation between stations, by size: what gaps are counted in. */
  readonly deviation: number;
  /** Share of the population in stations with a value. */
  readonly knownShare: number;
  /** (value − mean) ÷ deviation; NaN where there is no value. */
  readonly standardised: Float64Array;
}

/** What each station stands for, and the margins to balance, the most important first. */
export interface SamplingFrame {
  readonly sizes: Float64Array;
  readonly margins: readonly Margin[];
  /** Margins that cannot be balanced, and why. */
  readonly leftOut: readonly { readonly id: string; readonly reason: Sentence }[];
}

export type Checked<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; reason: Sentence };

/** Below this share of the population with a value, a margin says too little of the whole. */
const SMALLEST_KNOWN_SHARE = 0.5;

/**
 * Checks stations and margins and counts every margin in standard deviations from its reference. A margin that is the
 * same everywhere, or known for less than half of the population, is left out and said. Refuses what no sample can be
 * drawn from: no station, an id given twice, a size that is not positive, a value that is no number.
 */
export function createFrame(
  stations: readonly FrameStation[],
  columns: readonly MarginColumn[],
): Checked<SamplingFrame> {
  const problem = problemOfStations(stations) ?? problemOfColumns(stations, columns);
  if (problem) return { ok: false, reason: problem };
  const sizes = Float64Array.from(stations, ({ size }) => size);
  const margins: Margin[] = [];
  const leftOut: { id: string; reason: Sentence }[] = [];
  for (const column of columns) {
    const margin = standardise(column, sizes);
    const reason = reasonToLeaveOut(margin);
    if (reason) leftOut.push({ id: column.id, reason });
    else margins.push(margin);
  }
  return { ok: true, value: { sizes, margins, leftOut } };
}

function standardise({ id, label, values, reference }: MarginColumn, sizes: Float64Array): Margin {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  let known = 0;
  let sum = 0;
  values.forEach((value, i) => {
    if (value === null) return;
    known += sizes[i] ?? 0;
    sum += (sizes[i] ?? 0) * value;
  });
  const frameMean = known > 0 ? sum / known : 0;
  let squares = 0;
  values.forEach((value, i) => {
    if (value !== null) squares += (sizes[i] ?? 0) * (value - frameMean) ** 2;
  });
  const spread = known > 0 ? Math.sqrt(squares / known) : 0;
  const isConstant = spread <= ROUNDING * Math.abs(frameMean);
  const mean = reference?.mean ?? frameMean;
  const deviation = isConstant ? 0 : (reference?.deviation ?? spread);
  const standardised = Float64Array.from(values, (value) => (value === null ? Number.NaN : (value - mean) / deviation));
  return { id, label, frameMean, mean, deviation, knownShare: known / total, standardised };
}

/** Differences this small beside the mean come from adding, not from the stations. */
const ROUNDING = 1e-12;

function reasonToLeaveOut({ deviation, knownShare }: Margin): Sentence | null {
  if (knownShare === 0) return { fr: "aucun bureau n’a de valeur", en: "no station has a value" };
  if (knownShare < SMALLEST_KNOWN_SHARE) {
    const percent = Math.round(100 * knownShare);
    return {
      fr: `connue pour ${percent} % des inscrits seulement`,
      en: `known for only ${percent} % of registered voters`,
    };
  }
  if (deviation === 0) return { fr: "la même dans tous les bureaux", en: "the same in every station" };
  return null;
}

function problemOfStations(stations: readonly FrameStation[]): Sentence | null {
  if (stations.length === 0) return { fr: "Il n’y a aucun bureau à tirer.", en: "There is no station to choose from." };
  const twice = firstTwice(stations.map(({ id }) => id));
  if (twice !== null) {
    return {
      fr: `Le bureau ${twice} figure deux fois ; chaque bureau est attendu une fois.`,
      en: `Station ${twice} stands twice; expected each station once.`,
    };
  }
  const bad = stations.find(({ size }) => !(size > 0 && Number.isFinite(size)));
  if (!bad) return null;
  return {
    fr: `Le bureau ${bad.id} a ${bad.size} inscrits ; un nombre positif est attendu.`,
    en: `Station ${bad.id} has ${bad.size} registered voters; expected a positive number.`,
  };
}

function problemOfColumns(stations: readonly FrameStation[], columns: readonly MarginColumn[]): Sentence | null {
  const twice = firstTwice(columns.map(({ id }) => id));
  if (twice !== null) {
    return {
      fr: `La marge ${twice} est donnée deux fois ; chaque marge est attendue une fois.`,
      en: `The margin ${twice} is given twice; expected each margin once.`,
    };
  }
  for (const { id, values } of columns) {
    if (values.length !== stations.length) {
      throw new RangeError(`margin ${id} has ${values.length} values; expected one for each of ${stations.length}`);
    }
    const at = values.findIndex((value) => value !== null && !Number.isFinite(value));
    if (at === -1) continue;
    const station = stations[at]?.id ?? "";
    return {
      fr: `La marge ${id} vaut ${values[at]} au bureau ${station} ; un nombre est attendu, ou rien si elle est inconnue.`,
      en: `The margin ${id} is ${values[at]} at station ${station}; expected a number, or nothing where it is unknown.`,
    };
  }
  return null;
}

function firstTwice(ids: readonly string[]): string | null {
  const seen = new Set<string>();
  for (const id of ids) {
    if (seen.has(id)) return id;
    seen.add(id);
  }
  return null;
}
