import { BOUNDARY, BYPASS, RAILWAY, SLIP_ROADS } from "./main-roads.ts";
import { type Line, smoothLine } from "./plane.ts";
import { createRiver, type River } from "./river.ts";
import { SegmentIndex } from "./segment-index.ts";
import { createTerrain, type Terrain } from "./terrain.ts";
import { createWarp, type Warp } from "./warp.ts";

/** What was there before the streets, and the three lines that cut the town: river, railway, bypass. */
export interface Landscape {
  readonly warp: Warp;
  readonly river: River;
  readonly terrain: Terrain;
  readonly railway: Line;
  readonly bypass: Line;
  readonly slipRoads: readonly Line[];
  /** Outline of the commune, closed. */
  readonly boundary: Line;
  /** Lines that local streets do not cross; owner = metres they keep away. */
  readonly barriers: SegmentIndex<number>;
}

export function createLandscape(seed: number): Landscape {
  const warp = createWarp(seed);
  const river = createRiver(seed, warp);
  const drawn = (control: Line) => warp.line(smoothLine(control, 22));
  const railway = drawn(RAILWAY);
  const bypass = drawn(BYPASS);
  const slipRoads = SLIP_ROADS.map(drawn);
  const barriers = new SegmentIndex<number>();
  barriers.addLine(river.course, 26);
  barriers.addLine(river.brook, 12);
  barriers.addLine(railway, 18);
  barriers.addLine(bypass, 40);
  for (const road of slipRoads) barriers.addLine(road, 25);
  return {
    warp,
    river,
    terrain: createTerrain(seed, river, warp),
    railway,
    bypass,
    slipRoads,
    boundary: closedRing(warp, BOUNDARY),
    barriers,
  };
}

function closedRing(warp: Warp, control: Line): Line {
  const first = control[0];
  if (!first) return [];
  const ring = warp.line(smoothLine([...control, first], 40, control.at(-1), control[1]));
  return ring;
}
