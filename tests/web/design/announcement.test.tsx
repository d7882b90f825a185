import { createSignal } from "solid-js";
import { render } from "solid-js/web";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Announcement } from "../../../web/design/spoken.tsx";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Everything that the place says while the words go through `steps`, a time apart in milliseconds. */
async function saidDuring(first: string, steps: readonly string[], apart: number, isNews = false) {
  const [words, setWords] = createSignal(first);
  const root = document.body.appendChild(document.createElement("div"));
  const end = render(() => <Announcement words={words()} isNews={isNews} />, root);
  const place = root.querySelector("[role=status]");
  const said: string[] = [];
  const observer = new MutationObserver(() => said.push(place?.textContent ?? ""));
  if (place !== null) observer.observe(place, { childList: true, characterData: true, subtree: true });
  for (const step of steps) {
    await vi.advanceTimersByTimeAsync(apart);
    setWords(step);
  }
  await vi.advanceTimersByTimeAsync(2000);
  end();
  return said.filter((one) => one !== "");
}

it("says once what words have come to, not what was typed on the way", async () => {
  expect(await saidDuring("", ["1 door", "12 doors", "120 doors"], 100)).toEqual(["120 doors"]);
});

it("says every change that somebody waited for", async () => {
  expect(await saidDuring("", ["saved", "offline", "saved"], 1000)).toEqual(["saved", "offline", "saved"]);
});

it("does not say what it begins with, which is no change, unless it is news", async () => {
  expect(await saidDuring("12 doors", [], 100)).toEqual([]);
  expect(await saidDuring("Looking for doors", [], 100, true)).toEqual(["Looking for doors"]);
});
