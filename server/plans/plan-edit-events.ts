import type { Bells } from "../campaign/bells.ts";
import type { PlanEditedEvent } from "../contract/plan-edit.ts";
import type { SentEvent } from "../http/stream-events.ts";
import type { PlanEditStore } from "./plan-edit-store.ts";

export interface PlanEditEventsDeps {
  readonly edits: Pick<PlanEditStore, "edits" | "recent">;
  readonly bells: Bells;
}

/** Rung when hands have changed a finished plan, or it was deleted. */
export function planEditsBell(planId: string): string {
  return `plan-edits:${planId}`;
}

/**
 * That hands have changed a finished plan since a revision, until the reader has left: *edited* with the revision that it
 * has now and the ids of the last edits. Not what was changed: whoever shows the plan reads it again, all of it.
 * *removed* ends the stream.
 */
export async function* planEditEvents(
  planId: string,
  afterRevision: number,
  signal: AbortSignal,
  { edits, bells }: PlanEditEventsDeps,
): AsyncGenerator<SentEvent> {
  let seen = afterRevision;
  while (!signal.aborted) {
    // Listened for before it is looked at: what happens between the two is not missed.
    const bell = bells.heard(planEditsBell(planId), signal);
    const known = await edits.edits(planId);
    if (known === null) return yield { event: "removed", data: "{}" };
    if (known.revision === seen) await bell;
    else {
      seen = known.revision;
      const recentEdits = await edits.recent(planId);
      yield {
        event: "edited",
        id: String(seen),
        data: JSON.stringify({ revision: seen, recentEdits } satisfies PlanEditedEvent),
      };
    }
  }
}
