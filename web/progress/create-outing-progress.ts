import { type Accessor, createEffect, createSignal, on, onCleanup } from "solid-js";
import type { OutingProgress, ProgressEvent } from "../../server/contract/progress.ts";
import { useApi } from "../api/api-context.tsx";
import type { ApiProblem } from "../api/api-problem.ts";
import { asProblem } from "../api/create-load.ts";
import { applyProgress } from "./apply-progress.ts";

/** cut: since a moment, and the figures are those of then. */
export type Connection = { readonly kind: "connecting" | "live" } | { readonly kind: "cut"; readonly since: Date };

const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 20_000;

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

  function follow(id: string, zoning: string | null, signal: AbortSignal): void {
    let pauseMs = FIRST_PAUSE_MS;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let events: EventSource | null = null;
    const stop = () => {
      clearTimeout(timer);
      events?.close();
      events = null;
    };
    const cut = () => setConnection((before) => (before.kind === "cut" ? before : { kind: "cut", since: new Date() }));
    const again = () => {
      stop();
      if (signal.aborted) return;
      timer = setTimeout(read, pauseMs);
      pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS);
    };
    const read = () => {
      stop();
      api.outingProgress(id, zoning, signal).then(
        (known) => {
          if (signal.aborted) return;
          setProgress(known);
          setProblem(null);
          listen(known.sequence);
        },
        (failure: unknown) => {
          if (signal.aborted) return;
          const told = asProblem(failure);
          cut();
          // What is not there will not come back; everything else may.
          if (told.code === "nothing-found" || progress() === null) setProblem(told);
          if (told.code !== "nothing-found") again();
        },
      );
    };
    const listen = (after: number) => {
      if (typeof EventSource === "undefined") return;
      const source = new EventSource(api.outingEventsAddress(id, after));
      events = source;
      source.addEventListener("progress", (message) => {
        pauseMs = FIRST_PAUSE_MS;
        setConnection({ kind: "live" });
        const known = progress();
        const next = known && applyProgress(known, JSON.parse(String(message.data)) as ProgressEvent);
        if (next) setProgress(next);
        else read();
      });
      source.addEventListener("removed", read);
      source.addEventListener("failed", () => {
        cut();
        again();
      });
      source.onerror = () => {
        cut();
        // Otherwise the browser asks again by itself, after the report that it heard of last.
        if (source.readyState === EventSource.CLOSED) again();
      };
    };
    // A network that goes away closes no connection: nothing would be heard, and nothing told.
    window.addEventListener("offline", cut, { signal });
    window.addEventListener("online", () => read(), { signal });
    signal.addEventListener("abort", stop);
    read();
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
