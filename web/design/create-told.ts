import { type Accessor, createSignal } from "solid-js";

/** What was done last, in words. The same words a second time are news too: a space tells them apart. */
export function createTold(): readonly [Accessor<string>, (words: string) => void] {
  const [told, setTold] = createSignal("");
  return [told, (words) => void setTold((before) => (words !== "" && before === words ? `${words} ` : words))];
}
