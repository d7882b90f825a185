import { createRoot } from "solid-js";
import { expect, it } from "vitest";
import { createTold } from "../../../web/design/create-told.ts";

it("makes news of the same words every time they are told", () => {
  createRoot((leave) => {
    const [told, tell] = createTold();
    const heard = ["copied", "copied", "copied", "", "copied"].map((words) => {
      tell(words);
      return told();
    });

    expect(heard.map((words) => words.trim())).toEqual(["copied", "copied", "copied", "", "copied"]);
    for (const [place, words] of heard.entries()) expect(words).not.toBe(heard[place - 1]);
    leave();
  });
});
