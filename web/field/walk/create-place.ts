import { type Accessor, createMemo, createSignal } from "solid-js";
import type { FieldSheet } from "../../../server/contract/outings.ts";
import type { Said } from "../keep/field-store.ts";
import { doorsOf, nextStopId, walkProgress } from "./walk-progress.ts";

interface PlaceOptions {
  readonly sheet: Accessor<FieldSheet | null>;
  readonly said: Accessor<readonly Said[]>;
  /** Keeps where the volunteer has gone, for the next opening of the page. */
  readonly onGo: (stopId: string | null) => Promise<void>;
}

/** How far the route is, and the address the volunteer is at: the one they chose, otherwise the next that has doors left. */
export function createPlace({ sheet, said, onGo }: PlaceOptions) {
  const [stopId, setStopId] = createSignal<string | null>(null);
  const progress = createMemo(() => {
    const known = sheet();
    return known === null ? [] : walkProgress(known, said());
  });
  const current = createMemo(() => {
    const all = progress();
    const chosen = all.findIndex(({ stop }) => stop.id === stopId());
    if (chosen >= 0) return chosen;
    const next = nextStopId(all, null);
    return all.findIndex(({ stop }) => stop.id === next);
  });
  return {
    progress,
    doors: createMemo(() => doorsOf(progress())),
    /** Place of the address the volunteer is at; -1 when nothing is left. */
    current,
    /** Where they were when the page was last open. */
    startAt: setStopId,
    goTo: async (chosen: string | null): Promise<void> => {
      setStopId(chosen);
      await onGo(chosen);
    },
  };
}
