import { MOST_COMPARED, MOST_STATIONS_COMPARED } from "../../server/contract/comparison.ts";
import { type Camera, decodeCamera, encodeCamera } from "./camera-code.ts";
import { decodeSubject, encodeSubject, subjectCode } from "./compare-code.ts";
import { NO_SORT, ROW_ORDERS, type RowSort, SORT_DIRECTIONS } from "./compare-differences.ts";

const [SHOWN, HIDDEN] = ["1", "0"];

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
  /** Its place is that of a subject. */
  readonly sort: RowSort;
  readonly isOpen: boolean;
  /** Whether the maps are seen too; null is as this device had them last. */
  readonly areMapsShown: boolean | null;
  /** Where the maps stand, all alike; null shows all that is compared. */
  readonly mapsCamera: Camera | null;
}

export const NO_COMPARISON: Comparison = {
  subjects: [],
  baseline: null,
  sort: NO_SORT,
  isOpen: false,
  areMapsShown: null,
  mapsCamera: null,
};

/** What was seen of the maps belongs to the open comparison: the next one begins anew. */
export function closeComparison(comparison: Comparison): Comparison {
  return { ...comparison, isOpen: false, areMapsShown: null, mapsCamera: null };
}

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
  return { ...comparison, subjects: [...comparison.subjects, subject], mapsCamera: null };
}

/** A baseline that is taken away gives way to the territory; rows that were sorted by it stand as before. */
export function removeSubject(comparison: Comparison, place: number): Comparison {
  const { subjects, baseline, sort } = comparison;
  const moved = (own: number | null) => (own === null || own === place ? null : own - (own > place ? 1 : 0));
  return {
    ...comparison,
    subjects: subjects.filter((_, index) => index !== place),
    baseline: moved(baseline),
    sort: sortedBy(sort, moved(sort.place)),
    mapsCamera: null,
  };
}

function sortedBy(sort: RowSort, place: number | null): RowSort {
  return place === null ? { ...NO_SORT, order: sort.order } : { ...sort, place };
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
export function writeComparison(query: URLSearchParams, comparison: Comparison): void {
  const { subjects, baseline, sort, isOpen, areMapsShown, mapsCamera } = comparison;
  for (const subject of subjects) query.append("compare", encodeSubject(subject));
  if (baseline !== null) query.set("against", String(baseline + 1));
  if (sort.order !== NO_SORT.order) query.set("rows", sort.order);
  if (sort.place !== null) query.set("by", `${sort.place + 1}.${sort.direction}`);
  if (!isOpen) return;
  query.set("view", "compare");
  if (areMapsShown !== null) query.set("maps", areMapsShown ? SHOWN : HIDDEN);
  if (mapsCamera !== null) query.set("mapsat", encodeCamera(mapsCamera));
}

/** Whatever is unreadable, empty, there twice or too much is left out. */
export function readComparison(query: URLSearchParams): Comparison {
  const asked = query.getAll("compare").flatMap((text) => decodeSubject(text) ?? []);
  const { subjects } = asked.reduce(addSubject, NO_COMPARISON);
  const placeIn = (text: string | null | undefined) => {
    const place = Number(text) - 1;
    return subjects[place] === undefined ? null : place;
  };
  const [by, word] = (query.get("by") ?? "").split(".");
  const direction = SORT_DIRECTIONS.find((one) => one === word);
  const order = ROW_ORDERS.find((one) => one === query.get("rows")) ?? NO_SORT.order;
  const isOpen = query.get("view") === "compare";
  const maps = isOpen ? query.get("maps") : null;
  return {
    subjects,
    baseline: placeIn(query.get("against")),
    sort: sortedBy(
      { ...NO_SORT, order, ...(direction && { direction }) },
      direction === undefined ? null : placeIn(by),
    ),
    isOpen,
    areMapsShown: maps === SHOWN ? true : maps === HIDDEN ? false : null,
    mapsCamera: isOpen ? decodeCamera(query.get("mapsat")) : null,
  };
}
