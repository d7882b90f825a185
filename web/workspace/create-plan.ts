import { type Accessor, createEffect, createSignal, on, onCleanup } from "solid-js";
import type { PlanProgress } from "../../server/contract/plan.ts";
import type { PlanState } from "../../server/contract/territories.ts";
import type { ApiProblem } from "../api/api-problem.ts";
import type { Client } from "../api/client.ts";
import { asProblem } from "../api/create-load.ts";

const ASK_AGAIN_MILLISECONDS = 1500;

/**
 * The open plan. While it is being made its progress arrives as server-sent events; when those cannot be had (a proxy
 * that buffers, a connection that breaks) the plan is asked for again until it ends.
 */
export function createPlan(api: Client, planId: Accessor<string | null>) {
  const [plan, setPlan] = createSignal<PlanState | null>(null);
  const [progress, setProgress] = createSignal<PlanProgress | null>(null);
  const [problem, setProblem] = createSignal<ApiProblem | null>(null);
  const [attempt, setAttempt] = createSignal(0);

  createEffect(
    on([planId, attempt], ([id]) => {
      setPlan((before) => (before?.id === id ? before : null));
      setProgress(null);
      setProblem(null);
      if (id === null) return;
      const controller = new AbortController();
      onCleanup(() => controller.abort());
      follow(id, controller.signal);
    }),
  );

  function follow(id: string, signal: AbortSignal): void {
    api.plan(id, signal).then(
      (state) => {
        if (signal.aborted) return;
        setPlan(state);
        setProgress(state.progress);
        if (state.status === "running") listen(id, signal);
      },
      (failure: unknown) => {
        if (!signal.aborted) setProblem(asProblem(failure));
      },
    );
  }

  function listen(id: string, signal: AbortSignal): void {
    const events = new EventSource(api.planEventsAddress(id));
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = () => {
      events.close();
      clearTimeout(timer);
    };
    const ask = () => {
      stop();
      if (!signal.aborted) follow(id, signal);
    };
    signal.addEventListener("abort", stop);
    events.addEventListener("progress", (event) => setProgress(JSON.parse(String(event.data)) as PlanProgress));
    for (const ending of ["done", "failed", "cancelled"]) events.addEventListener(ending, ask);
    events.onerror = () => {
      events.close();
      timer = setTimeout(ask, ASK_AGAIN_MILLISECONDS);
    };
  }

  return {
    plan,
    progress,
    problem,
    retry: () => setAttempt((count) => count + 1),
    /** Shows what has become of the open plan without asking for all of it again. */
    update: (change: (state: PlanState) => PlanState) => setPlan((before) => before && change(before)),
  };
}
