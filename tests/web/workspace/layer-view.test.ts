import { describe, expect, it } from "vitest";
import type { LayerUnit, LayerValue, LayerValues } from "../../../server/contract/layers.ts";
import { startingBreaks, viewLayer } from "../../../web/workspace/layer-view.ts";

function answerWith(unit: LayerUnit, values: readonly LayerValue[]): LayerValues {
  return {
    layer: { kind: "turnout", election: "2024_legi_t1" },
    unit,
    stations: values.map((value, place) => ({ stationId: `s${place}`, ...value })),
    method: { fr: "source", en: "source" },
  };
}
const sure = (value: number): LayerValue => ({ value, reason: null, coveredShare: 1 });

describe("the view of a layer", () => {
  it("fades values that speak for less than four fifths of their station, and those alone", () => {
    const view = viewLayer(
      answerWith("share", [
        sure(0.5),
        { value: 0.6, reason: null, coveredShare: 0.79 },
        { value: 0.7, reason: null, coveredShare: 0.8 },
        { value: null, reason: "noResult", coveredShare: 0 },
      ]),
      "quantile",
    );

    expect([...view.faded]).toEqual(["s1"]);
  });

  it("counts the stations without a value by their reason", () => {
    const view = viewLayer(
      answerWith("share", [
        sure(0.5),
        { value: null, reason: "noResult", coveredShare: 0 },
        { value: null, reason: "noCandidate", coveredShare: 0 },
        { value: null, reason: "noResult", coveredShare: 0 },
      ]),
      "equal",
    );

    expect(view.missing).toEqual([
      { reason: "noResult", count: 2 },
      { reason: "noCandidate", count: 1 },
    ]);
    expect([...view.classOf.values()].filter((own) => own === null)).toHaveLength(3);
  });

  it("parts at the median of the stations when it is asked to, with breaks by hand as distances from it", () => {
    const values = [10, 20, 30, 40, 90].map(sure);
    const found = viewLayer(answerWith("euros", values), "equal", [], "diverging");
    const byHand = viewLayer(answerWith("euros", values), "manual", [15, 50], "diverging");

    expect(found.centre).toBe(30);
    expect(found.classOf.get("s2")).toBe(2);
    expect(found.classes.at(-1)).toEqual({ low: 90, high: 90, count: 1 });
    expect([...byHand.classOf.values()]).toEqual([1, 2, 2, 2, 4]);
    expect(byHand.classes[1]).toEqual({ low: 10, high: 10, count: 1 });
    expect(startingBreaks(byHand).every((size) => size > 0)).toBe(true);
    expect(viewLayer(answerWith("euros", []), "equal", [], "diverging").centre).toBeNull();
  });

  it("centres changes on zero whatever scale is chosen, and nothing else unless it is asked to", () => {
    const values = [sure(0.1), sure(0.2), sure(0.3)];

    expect(viewLayer(answerWith("points", values), "equal").classes).toHaveLength(5);
    expect(viewLayer(answerWith("points", values), "equal", [], "diverging").centre).toBe(0);
    expect(viewLayer(answerWith("points", values), "equal").classOf.get("s0")).toBe(3);
    expect(viewLayer(answerWith("share", values), "equal").classOf.get("s0")).toBe(0);
  });
});
