import { MOST_COMPARED, MOST_STATIONS_COMPARED } from "../../server/contract/comparison.ts";
import { decodeSubject, encodeSubject, subjectCode } from "./compare-code.ts";

/** What can be compared. One station alone is a neighbourhood too. */
export type Subject =
  | { readonly kind: "stations"; readonly stationIds: readonly string[] }
  /** Zones of a zoning as they are now; null is all of them, whichever there are. */
  | { readonly kind: "zones"; readonly zoningId: string; readonly zoneIds: readonly string[] | null }
  | { readonly kind: "plan"; readonly planId: string };

/** What is held side by side, and against what: all of it is kept in the address bar. */
export interface Comparison {
  readonly subjects: readonly Subject[];
  /** Place of the subject that the others are held against; null is the whole territory. */
  readonly baseline: number | null;
  readonly isOpen: boolean;
}

export const NO_COMPARISON: Comparison = { subjects: [], baseline: null, isOpen: false };

/** The ids of its stations where it is made of whole ones, else none. */
export function stationsOf(subject: Subject): readonly string[] {
  return subject.kind === "stations" ? subject.stationIds : [];
}

/** Why a neighbourhood cannot be added; null when it can. */
export function refusalToAdd(comparison: Comparison, subject: Subject): "none" | "full" | "too-large" | "twice" | null {
  if (stationsOf(subject).length > MOST_STATIONS_COMPARED) return "too-large";
  if (isEmpty(subject)) return "none";
  if (placeOfSubject(comparison, subject) !== null) return "twice";
  return comparison.subjects.length >= MOST_COMPARED ? "full" : null;
}

function isEmpty(subject: Subject): boolean {
  if (subject.kind === "plan") return false;
  return subject.kind === "stations" ? subject.stationIds.length === 0 : subject.zoneIds?.length === 0;
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

/** Null when the neighbourhood is not compared. The order of its stations or zones does not matter. */
export function placeOfSubject({ subjects }: Comparison, subject: Subject): number | null {
  const wanted = subjectCode(subject);
  const place = subjects.findIndex((one) => subjectCode(one) === wanted);
  return place < 0 ? null : place;
}

export function sameComparison(a: Comparison, b: Comparison): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Writes what is compared into the query: ids only. Names that people give stay on their device. */
export function writeComparison(query: URLSearchParams, { subjects, baseline, isOpen }: Comparison): void {
  for (const subject of subjects) query.append("compare", encodeSubject(subject));
  if (baseline !== null) query.set("against", String(baseline + 1));
  if (isOpen) query.set("view", "compare");
}

/** Whatever is unreadable, empty, there twice or too much is left out. */
export function readComparison(query: URLSearchParams): Comparison {
  const asked = query.getAll("compare").flatMap((text) => decodeSubject(text) ?? []);
  const { subjects } = asked.reduce(addSubject, NO_COMPARISON);
  const place = Number(query.get("against")) - 1;
  const baseline = Number.isInteger(place) && subjects[place] !== undefined ? place : null;
  return { subjects, baseline, isOpen: query.get("view") === "compare" };
}
