import { type Accessor, createSignal, onCleanup } from "solid-js";

/** The present, in steps. */
export function createNow(everyMs = 15_000): Accessor<Date> {
  const [now, setNow] = createSignal(new Date());
  const timer = setInterval(() => setNow(new Date()), everyMs);
  onCleanup(() => clearInterval(timer));
  return now;
}
