import { type Accessor, createEffect, createSignal, on, onCleanup } from "solid-js";

/** The source's value once it has stayed the same for `milliseconds`. */
export function createDebounced<Value>(source: Accessor<Value>, milliseconds: number): Accessor<Value> {
  const [settled, setSettled] = createSignal(source());
  createEffect(
    on(source, (value) => {
      const timer = setTimeout(() => setSettled(() => value), milliseconds);
      onCleanup(() => clearTimeout(timer));
    }),
  );
  return settled;
}
