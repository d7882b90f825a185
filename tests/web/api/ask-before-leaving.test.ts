import { createRoot, createSignal } from "solid-js";
import { expect, it, vi } from "vitest";
import { askBeforeLeaving } from "../../../web/api/ask-before-leaving.ts";

it("asks whoever closes a window while it has something to lose, for as long as it is there", () => {
  const listening = vi.spyOn(window, "addEventListener");
  const leaving = vi.spyOn(window, "removeEventListener");
  const [hasUnsent, setHasUnsent] = createSignal(false);
  const dispose = createRoot((dispose) => {
    askBeforeLeaving(hasUnsent);
    return dispose;
  });
  const [kind, listener] = listening.mock.calls[0] ?? [];
  const isAsked = () => {
    const event = new Event("beforeunload", { cancelable: true });
    if (typeof listener === "function") listener.call(window, event);
    return event.defaultPrevented;
  };

  expect([kind, isAsked()]).toEqual(["beforeunload", false]);
  setHasUnsent(true);
  expect(isAsked()).toBe(true);

  dispose();
  expect(leaving.mock.calls[0]).toEqual(["beforeunload", listener]);
  vi.restoreAllMocks();
});
