import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { ROOT, sourceFiles } from "./read-imports.ts";

/**
 * `{(words) => ` · ${words()}`}`: what a child of Show or Match gives is read once. Words that are not inside an element
 * stay as they were when the language or the value changes.
 */
const BARE_WORDS = /<(?:Show|Match)\b[^<]*?>\s*\{\(\w+\) =>\s*(?:`|t\(|formats\(\)|\w+Words\()/g;

const bareWords = (text: string) => [...text.matchAll(BARE_WORDS)].map(([found]) => found);

it("words that follow from a condition change with the language", () => {
  expect(bareWords("<Show when={day()}>{(known) => formats().date(known())}</Show>")).toHaveLength(1);
  expect(bareWords("<Show when={day()}>{(known) => <>{formats().date(known())}</>}</Show>")).toEqual([]);

  const stale = sourceFiles("web").flatMap((path) =>
    bareWords(readFileSync(join(ROOT, path), "utf8")).map((found) => `${path}: ${found}`),
  );
  expect(stale).toEqual([]);
});
