import { createSignal } from "solid-js";
import { remember, remembered } from "../design/remembered.ts";

/**
 * Whether single letters, digits and signs act as shortcuts. Whoever dictates, or touches keys without meaning to, can
 * turn them off (WCAG 2.1.4); this device remembers it.
 */
export function createLetterKeys() {
  const [areOn, setAreOn] = createSignal(remembered("letter-keys") !== "off");
  const choose = (on: boolean) => {
    remember("letter-keys", on ? "on" : "off");
    setAreOn(on);
  };
  return { areLetterKeysOn: areOn, setLetterKeys: choose };
}
