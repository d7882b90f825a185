import { type Accessor, createEffect, createSignal, on } from "solid-js";
import { NO_CHANGES, type PlanChangesAction, reduceChanges } from "./plan-changes.ts";

/** What is being changed of the open plan. It outlives its panels and is kept nowhere else, not in the address bar either. */
export function createPlanChanges(planId: Accessor<string | null>) {
  const [changes, setChanges] = createSignal(NO_CHANGES);
  const edit = (action: PlanChangesAction) => setChanges((before) => reduceChanges(before, action));
  createEffect(
    on(planId, (shown) => {
      if (shown !== null) edit({ type: "plan-shown", planId: shown });
    }),
  );
  return { changes, edit };
}
