import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup } from "solid-js";
import type { PlanEditedEvent } from "../../server/contract/plan-edit.ts";
import type { PlanState } from "../../server/contract/territories.ts";
import type { Client } from "../api/client.ts";
import { followEvents } from "../api/follow-events.ts";

/** The revision that somebody's edits have brought the open plan to; 0 before any is heard of. */
export function createEditsHeard(
  api: Pick<Client, "plan" | "planEditsAddress">,
  { plan, retry }: { readonly plan: Accessor<PlanState | null>; readonly retry: () => void },
): Accessor<number> {
  const [heard, setHeard] = createSignal(0);
  // Memos: the plan itself changes with every answer.
  const finishedId = createMemo(() => (plan()?.plan == null ? null : (plan()?.id ?? null)));
  createEffect(on(finishedId, () => setHeard(0)));
  createEffect(
    on(finishedId, (planId) => {
      if (planId === null) return;
      const leaving = new AbortController();
      let isFirst = true;
      onCleanup(() => leaving.abort());
      followEvents<number, { edited: PlanEditedEvent; removed: object }>(
        {
          // What is shown is known; after a break, and once it is seen again, it may be there no more.
          read: async (signal) => {
            const state = isFirst ? plan() : await api.plan(planId, signal);
            isFirst = false;
            return state?.plan?.edited?.revision ?? 0;
          },
          isKnown: () => true,
          take: (revision) => {
            setHeard(revision);
            return api.planEditsAddress(planId, revision);
          },
          events: {
            edited: ({ revision }) => setHeard(revision),
            // Asked for once more, it says itself that it is there no more.
            removed: () => {
              leaving.abort();
              retry();
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
