import type { BuildingNote } from "../../../server/contract/field-events.ts";
import type { Said } from "../keep/field-store.ts";

const NOTHING_KNOWN: BuildingNote = { codeHours: null, hasLift: null, hasIntercom: null };

/** What is known of a building: the last this phone said and did not take back, else what the sheet brought. */
export function noteOf(
  notes: Readonly<Record<string, BuildingNote>>,
  said: readonly Said[],
  stopId: string,
): BuildingNote {
  const undone = new Set(said.flatMap(({ event }) => (event.kind === "undo" ? [event.undoes] : [])));
  const own = said.findLast(
    ({ id, event, state }) =>
      event.kind === "note" && event.stopId === stopId && !undone.has(id) && state !== "refused",
  );
  if (own?.event.kind === "note") return own.event.note;
  return notes[stopId] ?? NOTHING_KNOWN;
}
