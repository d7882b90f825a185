import { type Accessor, createEffect, createSignal, on, onCleanup } from "solid-js";
import type { ImportProgress, ImportState } from "../../../server/contract/imports.ts";
import type { ApiProblem } from "../../api/api-problem.ts";
import type { Client } from "../../api/client.ts";
import { followEvents } from "../../api/follow-events.ts";

/** An import as the server sees it. Closing the page changes nothing for the import. */
export function createImport(api: Client, importId: Accessor<string | null>) {
  const [state, setState] = createSignal<ImportState | null>(null);
  const [progress, setProgress] = createSignal<ImportProgress | null>(null);
  const [problem, setProblem] = createSignal<ApiProblem | null>(null);
  const [isConnected, setIsConnected] = createSignal(true);
  const [attempt, setAttempt] = createSignal(0);

  createEffect(
    // In another language it is told anew: sentences of the server are among it.
    on([importId, attempt, () => api.importEventsAddress("")], ([id]) => {
      setState((before) => (before?.id === id ? before : null));
      setProgress(null);
      setProblem(null);
      setIsConnected(true);
      if (id === null) return;
      const leaving = new AbortController();
      onCleanup(() => leaving.abort());
      followEvents<ImportState, { state: ImportState; progress: ImportProgress }>(
        {
          read: (signal) => api.import(id, signal),
          isKnown: () => state() !== null,
          take: (known) => {
            setState(known);
            setProblem(null);
            return api.importEventsAddress(id);
          },
          events: { state: setState, progress: setProgress },
          readAgainOn: ["gone"],
          onConnection: setIsConnected,
          onProblem: setProblem,
        },
        leaving.signal,
      );
    }),
  );

  return { state, progress, problem, isConnected, set: setState, retry: () => setAttempt((count) => count + 1) };
}

export type Importing = ReturnType<typeof createImport>;
