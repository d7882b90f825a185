import { createSignal } from "solid-js";
import type { ApiProblem } from "../../api/api-problem.ts";
import { asProblem } from "../../api/create-load.ts";

/** Something that is sent on request, once at a time; what went wrong is kept until the next try. */
export function createAttempt() {
  const [problem, setProblem] = createSignal<ApiProblem | null>(null);
  const [isBusy, setIsBusy] = createSignal(false);
  async function attempt(send: () => Promise<void>): Promise<void> {
    if (isBusy()) return;
    setIsBusy(true);
    setProblem(null);
    try {
      await send();
    } catch (failure) {
      setProblem(asProblem(failure));
    } finally {
      setIsBusy(false);
    }
  }
  return { problem, setProblem, isBusy, attempt };
}
