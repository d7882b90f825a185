import { type Accessor, createEffect, createSignal, on, onCleanup, untrack } from "solid-js";
import { filterForAddress } from "./station-filter.ts";

/** Nothing is written for each letter: browsers refuse an address that is rewritten too often. */
const SETTLED_AFTER_MILLISECONDS = 400;

interface StationFilterSources {
  /** What the address holds. */
  readonly kept: Accessor<string>;
  readonly keep: (text: string) => void;
  /** What the stations are found by; null until they are known. */
  readonly texts: Accessor<(() => readonly string[]) | null>;
}

/** What narrows the list of stations: at once as it is typed, and in the address once it has come to rest. */
export function createStationFilter({ kept, keep, texts }: StationFilterSources) {
  const [text, setText] = createSignal(kept());
  const [settled, setSettled] = createSignal(kept());
  let timer: ReturnType<typeof setTimeout> | undefined;
  const settle = () => {
    clearTimeout(timer);
    setSettled(text());
  };
  onCleanup(() => clearTimeout(timer));

  createEffect(
    on([settled, texts], ([typed, known]) => {
      if (known !== null) keep(filterForAddress(typed, known));
    }),
  );
  // The address of another moment: somebody went back or forward.
  createEffect(
    on(
      kept,
      (address) => {
        const known = texts();
        if (known !== null && address === filterForAddress(untrack(settled), known)) return;
        setText(address);
        settle();
      },
      { defer: true },
    ),
  );
  return {
    text,
    type: (typed: string) => {
      setText(typed);
      clearTimeout(timer);
      timer = setTimeout(settle, SETTLED_AFTER_MILLISECONDS);
    },
    /** Who leaves the field has come to rest. */
    settle,
    clear: () => {
      setText("");
      settle();
    },
  };
}
