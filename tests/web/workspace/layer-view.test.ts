import { describe, expect, it } from "vitest";
import type { LayerUnit, LayerValue, LayerValues } from "../../../server/contract/layers.ts";
import { viewLayer } from "../../../web/workspace/layer-view.ts";

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

  it("centres changes on zero and nothing else", () => {
    const values = [sure(0.1), sure(0.2), sure(0.3)];

    expect(viewLayer(answerWith("points", values), "equal").classes).toHaveLength(5);
    expect(viewLayer(answerWith("points", values), "equal").classOf.get("s0")).toBe(3);
    expect(viewLayer(answerWith("share", values), "equal").classOf.get("s0")).toBe(0);
  });
});
