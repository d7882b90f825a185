import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup } from "solid-js";
import { ApiProblem } from "./api-problem.ts";

/** What a request has come to. While a newer answer is awaited or after a failure, `value` is the last good one. */
export interface Loaded<Value> {
  readonly status: "idle" | "loading" | "ready" | "failed";
  readonly value: Value | null;
  readonly problem: ApiProblem | null;
}

/**
 * Asks again whenever `source` changes (null asks nothing) and drops the answer of an earlier question.
 * Unlike a resource it never suspends, so the map above is never torn down by a request.
 */
export function createLoad<Source, Value>(
  source: Accessor<Source | null>,
  ask: (source: Source, signal: AbortSignal) => Promise<Value>,
) {
  const [loaded, setLoaded] = createSignal<Loaded<Value>>({ status: "idle", value: null, problem: null });
  const [attempt, setAttempt] = createSignal(0);
  const tracked = createMemo(source);

  createEffect(
    on([tracked, attempt], ([current]) => {
      if (current === null) {
        setLoaded({ status: "idle", value: null, problem: null });
        return;
      }
      const controller = new AbortController();
      onCleanup(() => controller.abort());
      setLoaded((before) => ({ status: "loading", value: before.value, problem: null }));
      ask(current, controller.signal).then(
        (value) => {
          if (!controller.signal.aborted) setLoaded({ status: "ready", value, problem: null });
        },
        (failure: unknown) => {
          if (controller.signal.aborted) return;
          setLoaded((before) => ({ status: "failed", value: before.value, problem: asProblem(failure) }));
        },
      );
    }),
  );

  return {
    loaded,
    value: () => loaded().value,
    status: () => loaded().status,
    problem: () => loaded().problem,
    retry: () => setAttempt((count) => count + 1),
    /** Puts a value that the program already knows, e.g. what was just saved. */
    set: (value: Value) => setLoaded({ status: "ready", value, problem: null }),
  };
}

export function asProblem(failure: unknown): ApiProblem {
  if (failure instanceof ApiProblem) return failure;
  return new ApiProblem({ code: "unexpected", message: failure instanceof Error ? failure.message : String(failure) });
}
