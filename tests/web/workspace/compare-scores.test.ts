import { describe, expect, it } from "vitest";
import { STARTING_MIX } from "../../../server/contract/scores.ts";
import { doorsPerHour, scoreCell, walkSecondsPerDoor } from "../../../web/workspace/compare-scores.ts";
import { groupOf } from "./compared.ts";
import { scoreOf } from "./score-of.ts";

const walk = (stationId: string, doors: number, walkSeconds: number, doorSeconds: number) => ({
  stationId,
  doors,
  stops: doors,
  walkSeconds,
  doorSeconds,
});

describe("the score of a neighbourhood", () => {
  it("weighs its stations by registered voters, so that the voters behind it add up", () => {
    const small = scoreOf({ stationId: "a", registered: 500, mobilisation: 0.1 });
    const large = scoreOf({ stationId: "b", registered: 1500, mobilisation: 0.02 });

    const cell = scoreCell(groupOf([small, large]), "mobilisation", STARTING_MIX);

    expect(cell).toMatchObject({ kind: "known", knownShare: 1 });
    if (cell.kind === "known") expect(cell.value * 2000).toBeCloseTo(0.1 * 500 + 0.02 * 1500);
  });

  it("has an interval as wide as its stations' on average, however many they are", () => {
    const alike = (count: number) =>
      groupOf(
        Array.from({ length: count }, (_, index) =>
          scoreOf({ stationId: `s${index}`, mobilisation: 0.2, halfWidth: 0.05 }),
        ),
      );

    for (const count of [1, 2, 50]) {
      for (const measure of ["mobilisation", "persuasion", "mix"] as const) {
        const cell = scoreCell(alike(count), measure, { ...STARTING_MIX, persuasion: 0 });
        const wide = measure === "persuasion" ? 0.05 : 0.1;
        if (cell.kind !== "known" || cell.range === null) throw new Error(`no interval for ${measure}`);
        expect(cell.range.high - cell.range.low, `${measure} of ${count}`).toBeCloseTo(wide);
      }
    }
  });

  it("says how much of the neighbourhood it speaks for, and nothing where no station has a score", () => {
    expect(scoreCell(groupOf([scoreOf({ mobilisation: 0.1 }), null]), "mobilisation", STARTING_MIX)).toMatchObject({
      knownShare: 0.5,
    });
    expect(scoreCell(groupOf([null]), "mobilisation", STARTING_MIX)).toEqual({ kind: "missing", reason: "no-score" });
  });
});

describe("votes per volunteer-hour of a neighbourhood", () => {
  const near = scoreOf({ stationId: "a", votesPerDoor: 0.01, votesPerDoorRange: { low: 0, high: 0.02 } });
  const far = scoreOf({ stationId: "b", votesPerDoor: 0.01, votesPerDoorRange: { low: 0, high: 0.02 } });

  it("are all its votes over all its hours, not the mean of two speeds", () => {
    const walks = [walk("a", 100, 0, 3600), walk("b", 100, 7200, 3600)];

    const cell = scoreCell(groupOf([near, far], { walks }), "hourly", STARTING_MIX);

    // 200 doors bring 2 votes in 1 + 3 hours.
    expect(cell).toMatchObject({ kind: "known", range: { low: 0, high: 1 } });
    if (cell.kind === "known") expect(cell.value).toBeCloseTo(0.5);
  });

  it("wait for the walks, and are missing where no door can be walked to", () => {
    expect(scoreCell(groupOf([near]), "hourly", STARTING_MIX)).toEqual({ kind: "missing", reason: "waiting" });
    expect(scoreCell(groupOf([near], { walks: [walk("a", 0, 0, 0)] }), "hourly", STARTING_MIX)).toEqual({
      kind: "missing",
      reason: "no-doors",
    });
  });
});

describe("the walk of a neighbourhood", () => {
  it("is counted over all doors together", () => {
    const group = groupOf([scoreOf({ stationId: "a" }), scoreOf({ stationId: "b" })], {
      walks: [walk("a", 300, 3000, 27_000), walk("b", 100, 5000, 9000)],
    });

    expect(walkSecondsPerDoor(group)).toMatchObject({ value: 20 });
    expect(doorsPerHour(group)).toMatchObject({ value: (400 * 3600) / 44_000 });
  });
});
