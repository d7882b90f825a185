import { describe, expect, it } from "vitest";
import type { ZoneCut } from "../../../server/zoning/cut-zones.ts";
import type { RunLink } from "../../../server/zoning/link-runs.ts";
import { zoneParts } from "../../../server/zoning/zone-parts.ts";
import { BARRIER } from "../../../server/zoning/zone-stop.ts";

const link = (a: number, b: number, barrier: number = BARRIER.none): RunLink => ({
  a,
  b,
  metres: 10,
  barrier,
  barrierPiece: -1,
  isSamePiece: false,
});

/** One stop to a run; -1 is a run of no zone. */
function cutOf(zoneOfRun: readonly number[], links: readonly RunLink[]): ZoneCut {
  return {
    zoneCount: Math.max(...zoneOfRun) + 1,
    zoneOfStop: Int32Array.from(zoneOfRun),
    runs: zoneOfRun.map((_, run) => ({
      piece: run,
      side: 1,
      stops: [run],
      fromMetres: 0,
      toMetres: 10,
      doorSeconds: 60,
      position: [2.35, 48.86],
      isTorn: false,
    })),
    links,
    zoneOfRun: Int32Array.from(zoneOfRun),
    secondsOfRun: new Float64Array(zoneOfRun.length),
  };
}

describe("the parts of a zone", () => {
  it("are those that touch one another nowhere on foot; one that touches nothing at all is an island", () => {
    // Runs 0 and 1 hang together; 3 is behind run 2 of another zone; only a gap leads to 4.
    const cut = cutOf([0, 0, 1, 0, 0], [link(0, 1), link(1, 2), link(2, 3), link(3, 4, BARRIER.gap)]);

    expect(zoneParts(cut)[0]).toEqual([
      { stops: [0, 1], isIsland: false },
      { stops: [3], isIsland: false },
      { stops: [4], isIsland: true },
    ]);
  });

  it("count addresses of no zone as what a part could hang together with", () => {
    const cut = cutOf([0, -1, 0], [link(0, 1), link(1, 2, BARRIER.road)]);

    expect(zoneParts(cut)[0]?.map(({ isIsland }) => isIsland)).toEqual([false, false]);
  });
});
