import { type Accessor, createMemo } from "solid-js";

/** A memo of plain data that changes only when what it says is another: by its JSON and not by its identity. */
export function createSameMemo<Value>(compute: () => Value): Accessor<Value> {
  return createMemo(compute, undefined, { equals: (a, b) => JSON.stringify(a) === JSON.stringify(b) });
}
