import { createEffect, createSignal, onCleanup } from "solid-js";
import { remember, remembered } from "../../design/remembered.ts";

/** Keeps the screen on while the page is looked at, if the volunteer wants that. A browser drops the lock with the page. */
export function createKeepAwake() {
  const [isWanted, setIsWanted] = createSignal(remembered("field-awake") === "yes");
  const [hasFailed, setHasFailed] = createSignal(false);
  let lock: WakeLockSentinel | null = null;
  const hold = async () => {
    try {
      lock = (await navigator.wakeLock?.request("screen")) ?? null;
      setHasFailed(lock === null);
    } catch {
      setHasFailed(true);
    }
  };
  const onVisible = () => {
    if (isWanted() && document.visibilityState === "visible") void hold();
  };
  createEffect(() => {
    if (isWanted()) void hold();
    else void lock?.release();
  });
  document.addEventListener("visibilitychange", onVisible);
  onCleanup(() => {
    document.removeEventListener("visibilitychange", onVisible);
    void lock?.release();
  });
  return {
    isWanted,
    hasFailed,
    want: (wanted: boolean) => {
      remember("field-awake", wanted ? "yes" : "no");
      setHasFailed(false);
      setIsWanted(wanted);
    },
  };
}

export type KeepAwake = ReturnType<typeof createKeepAwake>;
