import { type Accessor, createEffect, createSignal, on, onCleanup } from "solid-js";
import type { ImportProgress, ImportState } from "../../../server/contract/imports.ts";
import type { ApiProblem } from "../../api/api-problem.ts";
import type { Client } from "../../api/client.ts";
import { asProblem } from "../../api/create-load.ts";

const ASK_AGAIN_MILLISECONDS = 3000;

/**
 * An import as the server sees it: asked once, then told by server-sent events, which the browser takes up again by
 * itself after a broken connection. Closing the page changes nothing for the import.
 */
export function createImport(api: Client, importId: Accessor<string | null>) {
  const [state, setState] = createSignal<ImportState | null>(null);
  const [progress, setProgress] = createSignal<ImportProgress | null>(null);
  const [problem, setProblem] = createSignal<ApiProblem | null>(null);
  const [isConnected, setIsConnected] = createSignal(true);
  const [attempt, setAttempt] = createSignal(0);

  createEffect(
    on([importId, attempt, () => api.importEventsAddress("")], ([id]) => {
      setState((before) => (before?.id === id ? before : null));
      setProgress(null);
      setProblem(null);
      setIsConnected(true);
      if (id === null) return;
      const controller = new AbortController();
      onCleanup(() => controller.abort());
      api.import(id, controller.signal).then(
        (known) => {
          if (controller.signal.aborted) return;
          setState(known);
          listen(id, controller.signal);
        },
        (failure: unknown) => {
          if (!controller.signal.aborted) setProblem(asProblem(failure));
        },
      );
    }),
  );

  function listen(id: string, signal: AbortSignal): void {
    const events = new EventSource(api.importEventsAddress(id));
    signal.addEventListener("abort", () => events.close());
    events.addEventListener("open", () => setIsConnected(true));
    events.addEventListener("error", () => {
      setIsConnected(false);
      // An answer that is no stream ends it for good: it is asked for again.
      if (events.readyState !== EventSource.CLOSED || signal.aborted) return;
      const timer = setTimeout(() => setAttempt((count) => count + 1), ASK_AGAIN_MILLISECONDS);
      signal.addEventListener("abort", () => clearTimeout(timer));
    });
    events.addEventListener("state", (event) => setState(JSON.parse(String(event.data)) as ImportState));
    events.addEventListener("progress", (event) => setProgress(JSON.parse(String(event.data)) as ImportProgress));
    events.addEventListener("gone", () => {
      events.close();
      setAttempt((count) => count + 1);
    });
  }

  return { state, progress, problem, isConnected, set: setState, retry: () => setAttempt((count) => count + 1) };
}

export type Importing = ReturnType<typeof createImport>;
