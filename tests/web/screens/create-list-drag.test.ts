import { createRoot } from "solid-js";
import { expect, it } from "vitest";
import { createListDrag } from "../../../web/screens/routes/create-list-drag.ts";

it("is told to hold something until what it drops is told", () => {
  const { hand, told } = openList();

  hand.grabByKey(["c"]);
  hand.onKey(new KeyboardEvent("keydown", { key: "ArrowUp" }));
  hand.onKey(new KeyboardEvent("keydown", { key: "Enter" }));

  expect(told).toEqual(["held", "c before b", "empty"]);
});

it("is empty after it gave up, and when its list goes away", () => {
  const { hand, told, leave } = openList();

  hand.grabByKey(["c"]);
  hand.onKey(new KeyboardEvent("keydown", { key: "Escape" }));
  hand.grabByKey(["c"]);
  leave();

  expect(told).toEqual(["held", "empty", "held", "empty"]);
});

function openList() {
  const told: string[] = [];
  return createRoot((leave) => ({
    leave,
    told,
    hand: createListDrag({
      order: () => ["a", "b", "c", "d"],
      onDrop: (stopIds, before) => told.push(`${stopIds.join()} before ${before}`),
      onDropOnRoute: () => undefined,
      onGrab: () => undefined,
      onMove: () => undefined,
      onCancel: () => undefined,
      onHeld: (isHeld) => told.push(isHeld ? "held" : "empty"),
    }),
  }));
}
