import { afterEach, beforeEach, expect, it } from "vitest";
import { keepFocus } from "../../../web/design/keep-focus.ts";

let stop: () => void;
beforeEach(() => {
  document.body.innerHTML = "<div id=root><ul><li><button>one</button></li><li><button>two</button></li></ul></div>";
  const root = document.querySelector<HTMLElement>("#root");
  stop = root === null ? () => undefined : keepFocus(root);
});
afterEach(() => stop());

const button = (text: string) => [...document.querySelectorAll("button")].find((one) => one.textContent === text);
const settled = () => new Promise((resolve) => setTimeout(resolve, 60));
const focused = () => document.activeElement?.textContent;

it("gives the focus of a line that goes away to the one in its place", async () => {
  button("one")?.focus();
  button("one")?.closest("li")?.remove();
  await settled();
  expect(focused()).toBe("two");
});

it("gives the focus back to what was only moved", async () => {
  const [first, second] = document.querySelectorAll("li");
  button("two")?.focus();
  button("two")?.blur();
  first?.before(second ?? "");
  await settled();
  expect(focused()).toBe("two");
});

it("leaves it alone when somebody has let go of it and nothing moved", async () => {
  button("two")?.focus();
  button("two")?.blur();
  document.querySelector("ul")?.append(document.createElement("li"));
  await settled();
  expect(document.activeElement).toBe(document.body);
});

it("passes the focus on from a place that can no longer have it once something in it can", async () => {
  const place = document.querySelector("ul");
  place?.setAttribute("tabindex", "0");
  place?.focus();
  place?.removeAttribute("tabindex");
  place?.blur();
  await settled();
  expect(focused()).toBe("one");
});
