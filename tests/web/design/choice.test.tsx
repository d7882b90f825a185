import { createSignal } from "solid-js";
import { render } from "solid-js/web";
import { afterEach, describe, expect, it } from "vitest";
import { Choice } from "../../../web/design/choice.tsx";

let leave: () => void = () => undefined;
afterEach(() => {
  leave();
  document.body.replaceChildren();
});

/** A list that was drawn, what was chosen from it, and the way to give it other words. */
function makeChoice() {
  const chosen: string[] = [];
  const [words, setWords] = createSignal("École");
  const page = document.createElement("div");
  document.body.append(page);
  leave = render(
    () => (
      <Choice
        label="Bureau"
        labelPlace="hidden"
        value="2"
        options={["1", "2", "3"].map((value) => ({ value, label: `${words()} ${value}` }))}
        onChange={(value) => chosen.push(value)}
      />
    ),
    page,
  );
  const list = page.querySelector("select");
  if (list === null) throw new Error("no list was drawn");
  return { list, chosen, setWords };
}

describe("a choice among many", () => {
  it("keeps what is chosen when its list is made again", () => {
    const { list, setWords } = makeChoice();

    setWords("School");

    expect(list.selectedOptions[0]?.textContent).toBe("School 2");
  });

  it("has a name though it is hidden, and says which was chosen", () => {
    const { list, chosen } = makeChoice();

    list.value = "3";
    list.dispatchEvent(new Event("change", { bubbles: true }));

    expect(list.labels?.[0]?.textContent).toContain("Bureau");
    expect(chosen).toEqual(["3"]);
  });
});
