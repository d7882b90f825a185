import { createRoot } from "solid-js";
import { expect, it } from "vitest";
import { STARTING_MIX } from "../../../server/contract/scores.ts";
import { createRanking } from "../../../web/workspace/create-ranking.ts";
import { type Measure, STARTING_STATE } from "../../../web/workspace/workspace-state.ts";

function shownClasses({ hasStreets, measure }: { readonly hasStreets: boolean; readonly measure: Measure }) {
  return createRoot((dispose) => {
    const ranking = createRanking({
      rows: () => [],
      report: () => null,
      state: () => ({ ...STARTING_STATE, classCount: 9, measure }),
      mix: () => STARTING_MIX,
      walks: () => null,
      hasStreets: () => hasStreets,
      move: () => undefined,
    });
    const shown = { count: ranking.shownClassCount(), canCross: ranking.canCross(), needsWalks: ranking.needsWalks() };
    dispose();
    return shown;
  });
}

it("shows a score against the effort where there are streets, and in five classes where nobody knows the effort", () => {
  expect(shownClasses({ hasStreets: true, measure: "mobilisation" })).toEqual({
    count: 9,
    canCross: true,
    needsWalks: true,
  });
  expect(shownClasses({ hasStreets: false, measure: "mobilisation" })).toEqual({
    count: 5,
    canCross: false,
    needsWalks: false,
  });
  expect(shownClasses({ hasStreets: true, measure: "hourly" }).count).toBe(5);
});
