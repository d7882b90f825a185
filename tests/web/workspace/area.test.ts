import { describe, expect, it } from "vitest";
import { type Area, selectionOf, toggleStation } from "../../../web/workspace/area.ts";
import { emptyHistory, recordStep, redoStep, undoStep } from "../../../web/workspace/undo-history.ts";

const ring = [
  [2.36, 48.86],
  [2.37, 48.86],
  [2.37, 48.87],
] as const;

describe("choosing where to go", () => {
  it("adds a station, then takes it away", () => {
    const once = toggleStation({ kind: "none" }, "a");
    const twice = toggleStation(once, "a");

    expect(once).toEqual({ kind: "stations", stationIds: ["a"] });
    expect(twice).toEqual({ kind: "none" });
  });

  it("replaces a drawn zone by the station that is chosen after it", () => {
    expect(toggleStation({ kind: "zone", ring }, "a")).toEqual({ kind: "stations", stationIds: ["a"] });
  });

  it("asks the server about a closed ring", () => {
    const selection = selectionOf({ kind: "zone", ring });

    expect(selection).toEqual({
      kind: "zone",
      geometry: { type: "Polygon", coordinates: [[...ring, ring[0]]] },
    });
  });

  it("asks nothing when nothing is chosen", () => {
    expect(selectionOf({ kind: "none" })).toBeNull();
  });
});

describe("undoing a choice", () => {
  const none: Area = { kind: "none" };
  const one: Area = { kind: "stations", stationIds: ["a"] };
  const zone: Area = { kind: "zone", ring };

  it("goes back through every choice and forward again", () => {
    const history = recordStep(recordStep(emptyHistory<Area>(), none), one);

    const back = undoStep(history, zone);
    const start = back && undoStep(back.history, back.present);
    const forward = start && redoStep(start.history, start.present);

    expect(back?.present).toEqual(one);
    expect(start?.present).toEqual(none);
    expect(forward?.present).toEqual(one);
    expect(start && undoStep(start.history, start.present)).toBeNull();
  });

  it("forgets what was undone once something else is chosen", () => {
    const back = undoStep(recordStep(emptyHistory<Area>(), none), one);
    const again = recordStep(back?.history ?? emptyHistory<Area>(), none);

    expect(redoStep(again, zone)).toBeNull();
  });
});
