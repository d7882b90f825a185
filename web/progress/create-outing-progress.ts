import { type Accessor, createEffect, createSignal, on, onCleanup } from "solid-js";
import type { OutingProgress, ProgressEvent } from "../../server/contract/progress.ts";
import { useApi } from "../api/api-context.tsx";
import type { ApiProblem } from "../api/api-problem.ts";
import { followEvents } from "../api/follow-events.ts";
import { applyProgress } from "./apply-progress.ts";

/** cut: since a moment, and the figures are those of then. */
export type Connection = { readonly kind: "connecting" | "live" } | { readonly kind: "cut"; readonly since: Date };

/** An outing as it is while it is looked at. After a cut it goes on by itself, from the report it heard of last. */
export function createOutingProgress(outingId: Accessor<string>) {
  const api = useApi();
  const [zoningId, setZoningId] = createSignal<string | null>(null);
  const [progress, setProgress] = createSignal<OutingProgress | null>(null);
  const [problem, setProblem] = createSignal<ApiProblem | null>(null);
  const [connection, setConnection] = createSignal<Connection>({ kind: "connecting" });
  const [attempt, setAttempt] = createSignal(0);

  createEffect(
    on([outingId, zoningId, attempt], ([id, zoning]) => {
      const leaving = new AbortController();
      onCleanup(() => leaving.abort());
      follow(id, zoning, leaving.signal);
    }),
  );

  function follow(id: string, zoning: string | null, leaving: AbortSignal): void {
    const { readAgain } = followEvents<OutingProgress, { progress: ProgressEvent }>(
      {
        read: (signal) => api.outingProgress(id, zoning, signal),
        isKnown: () => progress() !== null,
        take: (known) => {
          setProgress(known);
          setProblem(null);
          return api.outingEventsAddress(id, known.sequence);
        },
        events: {
          progress: (event) => {
            const known = progress();
            const next = known && applyProgress(known, event);
            if (next) setProgress(next);
            else readAgain();
          },
        },
        readAgainOn: ["removed"],
        onConnection: (isLive) =>
          setConnection((before) => {
            if (before.kind === (isLive ? "live" : "cut")) return before;
            return isLive ? { kind: "live" } : { kind: "cut", since: new Date() };
          }),
        onProblem: setProblem,
      },
      leaving,
    );
  }

  return {
    progress,
    problem,
    connection,
    /** Tells the work by zones of this zoning too; null for of none. */
    setZoningId,
    retry: () => setAttempt((count) => count + 1),
  };
}

export type LiveOuting = ReturnType<typeof createOutingProgress>;
