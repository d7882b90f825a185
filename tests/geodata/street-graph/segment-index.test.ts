import { describe, expect, it } from "vitest";
import type { Position } from "../../../geodata/geometry/position.ts";
import { createSegmentGrid } from "../../../geodata/street-graph/segment-grid.ts";
import { createSegmentIndex } from "../../../geodata/street-graph/segment-index.ts";
import { randomGridTown, seededRandom, townOf } from "../../fixtures/grid-town.ts";

describe("the index of street segments", () => {
  it("finds the nearest of all segments, from among the streets and from far away", () => {
    const random = seededRandom(7);
    const graph = randomGridTown(6, 5, random);
    const index = createSegmentIndex(graph);

    for (let trial = 0; trial < 200; trial++) {
      const node = Math.floor(random() * graph.nodeCount);
      const spread = trial % 5 === 0 ? 0.5 : 0.002;
      const position: Position = [
        (graph.nodeLongitude[node] ?? 0) + (random() - 0.5) * spread,
        (graph.nodeLatitude[node] ?? 0) + (random() - 0.5) * spread,
      ];
      const all = index.within(position, 1e7);

      const nearest = index.nearest(position);

      expect(all.length).toBe(graph.shapeLongitude.length - graph.pieceCount);
      expect(nearest?.distanceMetres).toBe(Math.min(...all.map(({ distanceMetres }) => distanceMetres)));
      expect(index.within(position, 80)).toEqual(all.filter(({ distanceMetres }) => distanceMetres <= 80));
    }
  });

  it("knows no nearest one where there is no street", () => {
    const index = createSegmentIndex(townOf([], []));

    expect(index.nearest([2, 48])).toBeNull();
    expect(index.within([2, 48], 100)).toEqual([]);
  });
});

describe("a grid of segments", () => {
  it("holds every point of a segment, whatever its length and slope", () => {
    const random = seededRandom(3);
    const values = () => Float64Array.from({ length: 300 }, () => (random() < 0.3 ? 500 : 1000 * random()));
    const near = (of: Float64Array) => of.map((value) => value + (random() < 0.7 ? 60 : 3000) * (random() - 0.5));
    const [ax, ay] = [values(), values()];
    const [bx, by] = [near(ax), near(ay)];
    const grid = createSegmentGrid({ ax, ay, bx, by });

    for (let segment = 0; segment < ax.length; segment++) {
      for (const share of [0, 0.1, 0.5, 0.77, 1]) {
        const x = (ax[segment] ?? 0) + share * ((bx[segment] ?? 0) - (ax[segment] ?? 0));
        const y = (ay[segment] ?? 0) + share * ((by[segment] ?? 0) - (ay[segment] ?? 0));

        expect(grid.search(x, y, x, y)).toContain(segment);
      }
    }
  });
});
