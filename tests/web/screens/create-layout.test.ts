import { createRoot } from "solid-js";
import { afterEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { createLayout, type SheetHeight } from "../../../web/screens/workspace/create-layout.ts";

afterEach(() => vi.unstubAllGlobals());

function covered(isNarrow: boolean, height: SheetHeight = "middle", x?: number) {
  const query = { matches: isNarrow, addEventListener: () => undefined, removeEventListener: () => undefined };
  vi.stubGlobal("matchMedia", () => query);
  vi.stubGlobal("innerHeight", 1000);
  document.documentElement.style.fontSize = "16px";
  return createRoot((dispose) => {
    const layout = createLayout();
    layout.setHeight(height);
    dispose();
    return x === undefined ? layout.covered() : layout.coveredAt(x);
  });
}

describe("what the panel covers of the map", () => {
  it("is a column on the left of a wide window, and nothing else: the rest is what is printed", () => {
    expect(covered(false)).toEqual({ top: 0, right: 0, bottom: 0, left: 412 });
  });

  it("is a sheet at the bottom of a narrow one, as high as it was pulled", () => {
    expect(covered(true)).toEqual({ top: 0, right: 0, bottom: 560, left: 0 });
    expect(covered(true, "low").bottom).toBe(115);
    expect(covered(true, "high").bottom).toBe(560);
  });

  it("is more above a point where tools lie over the map", () => {
    const tools = document.createElement("div");
    tools.toggleAttribute("data-over-map", true);
    tools.getBoundingClientRect = () => new DOMRect(500, 12, 300, 44);
    document.body.append(tools);
    onTestFinished(() => tools.remove());

    expect(covered(false, "middle", 600)).toEqual({ top: 56, right: 0, bottom: 0, left: 412 });
    expect(covered(false, "middle", 900).top).toBe(0);
  });
});
