import { expect, it } from "vitest";
import { keepAnswers } from "../../../web/api/keep-answers.ts";

const { signal } = new AbortController();

/** A server that spells questions backwards, and what it was asked. */
function makeAsk(most: number) {
  const asked: string[] = [];
  const server = { isDown: false };
  const ask = keepAnswers(async ({ word }: { readonly word: string }) => {
    asked.push(word);
    if (server.isDown) throw new Error("offline");
    return [...word].toReversed().join("");
  }, most);
  return { ask: (word: string) => ask({ word }, signal), asked, server };
}

it("asks the same question once", async () => {
  const { ask, asked } = makeAsk(2);

  expect(await ask("ab")).toBe("ba");
  expect(await ask("ab")).toBe("ba");
  expect(asked).toEqual(["ab"]);
});

it("forgets the answer that has been out of use longest", async () => {
  const { ask, asked } = makeAsk(2);

  for (const word of ["ab", "cd", "ab", "ef", "ab", "cd"]) await ask(word);

  expect(asked).toEqual(["ab", "cd", "ef", "cd"]);
});

it("asks again after a failure", async () => {
  const { ask, asked, server } = makeAsk(2);

  server.isDown = true;
  await expect(ask("ab")).rejects.toThrow("offline");
  server.isDown = false;

  expect(await ask("ab")).toBe("ba");
  expect(asked).toEqual(["ab", "ab"]);
});
