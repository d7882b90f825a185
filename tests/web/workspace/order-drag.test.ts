import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { beforeOf, dragBefore, draggedOrder, grab, stepBy } from "../../../web/workspace/order-drag.ts";

const ORDER = ["a", "b", "c", "d", "e"];

describe("stops in the hand", () => {
  it("stay where they are until they are moved", () => {
    expect(draggedOrder(grab(ORDER, ["b", "c"]), ORDER)).toEqual(ORDER);
  });

  it("move past one other stop at a time, as a group", () => {
    const drag = grab(ORDER, ["b", "c"]);

    expect(draggedOrder(stepBy(drag, ORDER, 1), ORDER).join("")).toBe("adbce");
    expect(draggedOrder(stepBy(drag, ORDER, -1), ORDER).join("")).toBe("bcade");
    expect(draggedOrder(stepBy(drag, ORDER, Infinity), ORDER).join("")).toBe("adebc");
  });

  it("stop at the ends", () => {
    const first = grab(ORDER, ["a"]);
    const last = grab(ORDER, ["e"]);

    expect(stepBy(first, ORDER, -1)).toEqual(first);
    expect(stepBy(last, ORDER, 1)).toEqual(last);
  });

  it("follow a pointer over the others, and keep still over themselves", () => {
    const drag = dragBefore(grab(ORDER, ["b"]), ORDER, "e");

    expect(draggedOrder(drag, ORDER).join("")).toBe("acdbe");
    expect(dragBefore(drag, ORDER, "b")).toBe(drag);
    expect(draggedOrder(dragBefore(drag, ORDER, null), ORDER).join("")).toBe("acdeb");
  });

  it("come before the stop that follows them, and never lose another", () => {
    fc.assert(
      fc.property(fc.subarray(ORDER, { minLength: 1 }), fc.array(fc.integer({ min: -3, max: 3 })), (ids, steps) => {
        const drag = steps.reduce((held, step) => stepBy(held, ORDER, step), grab(ORDER, ids));
        const order = draggedOrder(drag, ORDER);

        expect(order.toSorted()).toEqual(ORDER);
        const last = drag.stopIds.at(-1) ?? "";
        expect(beforeOf(drag, ORDER)).toBe(order[order.indexOf(last) + 1] ?? null);
      }),
    );
  });
});
