/** What an organizer says of a stop of a finished plan: visited, to stay on its route, to be visited by nobody. */
export const MARKS = ["done", "locked", "skipped"] as const;
export type Mark = (typeof MARKS)[number];

/** By stop id. */
export type StopMarks = ReadonlyMap<string, Mark>;

export const NO_MARKS: StopMarks = new Map();

/** Gives stops a mark in place of any other; takes it away where all of them have it already. */
export function toggleMark(marks: StopMarks, stopIds: readonly string[], mark: Mark): StopMarks {
  const isTaken = sharedMark(marks, stopIds) === mark;
  const next = new Map(marks);
  for (const id of stopIds) {
    if (isTaken) next.delete(id);
    else next.set(id, mark);
  }
  return next;
}

/** The mark that all of the stops have; null when there is none, or not the same on all. */
export function sharedMark(marks: StopMarks, stopIds: readonly string[]): Mark | null {
  const [first] = stopIds;
  const mark = first === undefined ? undefined : marks.get(first);
  return mark !== undefined && stopIds.every((id) => marks.get(id) === mark) ? mark : null;
}

export function countMarks(marks: StopMarks): Readonly<Record<Mark, number>> {
  const counts = { done: 0, locked: 0, skipped: 0 };
  for (const mark of marks.values()) counts[mark]++;
  return counts;
}
