import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup } from "solid-js";
import type { PlanEditedEvent } from "../../server/contract/plan-edit.ts";
import type { PlanState } from "../../server/contract/territories.ts";
import type { Client } from "../api/client.ts";
import { followEvents } from "../api/follow-events.ts";
import { editsIn, type HeardEdits, NOTHING_HEARD } from "./recent-edits.ts";

interface FollowedPlan {
  readonly plan: Accessor<PlanState | null>;
  readonly retry: () => void;
  readonly noteRemoved: () => void;
}

/** The revision that somebody's edits have brought the open plan to, and which they were; 0 before any is heard of. */
export function createEditsHeard(
  api: Pick<Client, "plan" | "planEditsAddress">,
  { plan, retry, noteRemoved }: FollowedPlan,
): Accessor<HeardEdits> {
  const [heard, setHeard] = createSignal(NOTHING_HEARD);
  // Memos: the plan itself changes with every answer.
  const finishedId = createMemo(() => (plan()?.plan == null ? null : (plan()?.id ?? null)));
  createEffect(on(finishedId, () => setHeard(NOTHING_HEARD)));
  createEffect(
    on(finishedId, (planId) => {
      if (planId === null) return;
      const leaving = new AbortController();
      let isFirst = true;
      onCleanup(() => leaving.abort());
      followEvents<HeardEdits, { edited: PlanEditedEvent; removed: object }>(
        {
          // What is shown is known; after a break, and once it is seen again, it may be there no more.
          read: async (signal) => {
            const state = isFirst ? plan() : await api.plan(planId, signal);
            isFirst = false;
            return editsIn(state);
          },
          isKnown: () => true,
          take: (known) => {
            setHeard(known);
            return api.planEditsAddress(planId, known.revision);
          },
          events: {
            edited: setHeard,
            removed: () => {
              leaving.abort();
              noteRemoved();
            },
          },
          readAgainOn: [],
          onConnection: () => undefined,
          onProblem: retry,
        },
        leaving.signal,
      );
    }),
  );
  return heard;
}
