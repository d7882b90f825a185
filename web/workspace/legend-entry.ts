import { MISSING_REASONS, type MissingReason } from "../../server/contract/layers.ts";

/** A line of the legend: a class by its place, stations without a colour, by reason in a layer, or little sure values. */
export type LegendEntry = number | MissingReason | "uncoloured" | "faded";

const WORDS = [...MISSING_REASONS, "uncoloured", "faded"] as const;
const MOST_CLASSES = 9;

/** Classes count from 1 in an address. Null for what is no line. */
export function readLegendEntry(text: string | null): LegendEntry | null {
  const place = /^[1-9]$/.test(text ?? "") ? Number(text) - 1 : MOST_CLASSES;
  return place < MOST_CLASSES ? place : (WORDS.find((word) => word === text) ?? null);
}

export function writeLegendEntry(entry: LegendEntry): string {
  return typeof entry === "number" ? String(entry + 1) : entry;
}
