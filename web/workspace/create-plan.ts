import { type Accessor, batch, createEffect, createRoot, createSignal, on, onCleanup } from "solid-js";
import type { PlanProgress } from "../../server/contract/plan.ts";
import type { PlanState } from "../../server/contract/territories.ts";
import type { ApiProblem } from "../api/api-problem.ts";
import type { Client } from "../api/client.ts";
import { followEvents } from "../api/follow-events.ts";

/**
 * The open plan, with its progress while it is being made.
 *
 * @param isHeld whether a hand holds something of it: what is read meanwhile is shown when the hand is empty
 */
export function createPlan(
  api: Pick<Client, "plan" | "planEventsAddress" | "removePlan">,
  planId: Accessor<string | null>,
  isHeld: Accessor<boolean>,
) {
  const [plan, setPlan] = createSignal<PlanState | null>(null);
  const [progress, setProgress] = createSignal<PlanProgress | null>(null);
  const [problem, setProblem] = createSignal<ApiProblem | null>(null);
  const [isConnected, setIsConnected] = createSignal(true);
  const [attempt, setAttempt] = createSignal(0);
  const [deletedId, setDeletedId] = createSignal<string | null>(null);
  /** Heard of before it is answered, what this window deletes would be told as somebody else's doing. */
  let ownRemoval: string | null = null;

  createEffect(
    on([planId, attempt], ([id]) => {
      setPlan((before) => (before?.id === id ? before : null));
      setProgress(null);
      setProblem(null);
      setIsConnected(true);
      if (id === null) return;
      const leaving = new AbortController();
      onCleanup(() => leaving.abort());
      followEvents<PlanState, { progress: PlanProgress }>(
        {
          read: async (signal) => {
            const state = await api.plan(id, signal);
            await untilNot(isHeld);
            return state;
          },
          isKnown: () => plan() !== null,
          take: (state) => {
            setPlan(state);
            setProgress(state.progress);
            setProblem(null);
            return state.status === "running" ? api.planEventsAddress(id) : null;
          },
          events: { progress: setProgress },
          readAgainOn: ["done", "failed", "cancelled"],
          onConnection: setIsConnected,
          onProblem: (known) =>
            batch(() => {
              setProblem(known);
              if (known.code === "nothing-found") noteRemoved();
            }),
        },
        leaving.signal,
      );
    }),
  );

  /** What is there no more is neither drawn nor edited. */
  function noteRemoved(): void {
    const known = plan();
    if (known === null || known.id === ownRemoval) return;
    batch(() => {
      setDeletedId(known.id);
      setPlan(null);
    });
  }

  /** Whether it was there, and is no more: no link is to blame. */
  const isDeleted = () => deletedId() !== null && deletedId() === planId();
  return {
    plan,
    progress,
    problem,
    isConnected,
    isDeleted,
    /** Whether there is none, for either reason. */
    isGone: () => isDeleted() || problem()?.code === "nothing-found",
    retry: () => setAttempt((count) => count + 1),
    /** Deletes a plan, and its links. Throws ApiProblem. Who shows it closes it. */
    remove: async (id: string): Promise<void> => {
      ownRemoval = id;
      try {
        await api.removePlan(id);
      } catch (failure) {
        ownRemoval = null;
        throw failure;
      }
    },
    /** Somebody says that it was deleted. */
    noteRemoved,
    /** Shows what has become of the open plan without asking for all of it again. */
    update: (change: (state: PlanState) => PlanState) => setPlan((before) => before && change(before)),
  };
}

function untilNot(is: Accessor<boolean>): Promise<void> {
  return new Promise((resolve) =>
    createRoot((dispose) =>
      createEffect(() => {
        if (is()) return;
        resolve();
        dispose();
      }),
    ),
  );
}
