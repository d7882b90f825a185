import { MOST_COMPARED, MOST_STATIONS_COMPARED } from "../../server/contract/comparison.ts";
import { decodeStationIds, encodeStationIds } from "./station-ids-code.ts";

/** A neighbourhood to compare: its stations. One station alone is a neighbourhood too. */
export type Subject = readonly string[];

/** What is held side by side, and against what: all of it is kept in the address bar. */
export interface Comparison {
  readonly subjects: readonly Subject[];
  /** Place of the subject that the others are held against; null is the whole territory. */
  readonly baseline: number | null;
  readonly isOpen: boolean;
}

export const NO_COMPARISON: Comparison = { subjects: [], baseline: null, isOpen: false };

/** Why a neighbourhood cannot be added; null when it can. */
export function refusalToAdd(comparison: Comparison, subject: Subject): "none" | "full" | "too-large" | "twice" | null {
  if (subject.length === 0) return "none";
  if (subject.length > MOST_STATIONS_COMPARED) return "too-large";
  if (placeOfSubject(comparison, subject) !== null) return "twice";
  return comparison.subjects.length >= MOST_COMPARED ? "full" : null;
}

/** The same comparison when the neighbourhood cannot be added. */
export function addSubject(comparison: Comparison, subject: Subject): Comparison {
  if (refusalToAdd(comparison, subject) !== null) return comparison;
  return { ...comparison, subjects: [...comparison.subjects, subject] };
}

/** A baseline that is taken away gives way to the territory. */
export function removeSubject(comparison: Comparison, place: number): Comparison {
  const { subjects, baseline } = comparison;
  const kept = baseline === null || baseline === place ? null : baseline - (baseline > place ? 1 : 0);
  return { ...comparison, subjects: subjects.filter((_, index) => index !== place), baseline: kept };
}

/** Null when the neighbourhood is not compared. The order of its stations does not matter. */
export function placeOfSubject({ subjects }: Comparison, subject: Subject): number | null {
  const wanted = subjectCode(subject);
  const place = subjects.findIndex((one) => subjectCode(one) === wanted);
  return place < 0 ? null : place;
}

/** A short text that is the same for the same stations. */
export function subjectCode(subject: Subject): string {
  return encodeStationIds(subject.toSorted());
}

export function sameComparison(a: Comparison, b: Comparison): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Writes what is compared into the query: ids only. Names that people give stay on their device. */
export function writeComparison(query: URLSearchParams, { subjects, baseline, isOpen }: Comparison): void {
  for (const subject of subjects) query.append("compare", encodeStationIds(subject));
  if (baseline !== null) query.set("against", String(baseline + 1));
  if (isOpen) query.set("view", "compare");
}

/** Whatever is unreadable, empty, there twice or too much is left out. */
export function readComparison(query: URLSearchParams): Comparison {
  const asked = query.getAll("compare").map((text) => [...new Set(decodeStationIds(text).filter(Boolean))]);
  const { subjects } = asked.reduce(addSubject, NO_COMPARISON);
  const place = Number(query.get("against")) - 1;
  const baseline = Number.isInteger(place) && subjects[place] !== undefined ? place : null;
  return { subjects, baseline, isOpen: query.get("view") === "compare" };
}
