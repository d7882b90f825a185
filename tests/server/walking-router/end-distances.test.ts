import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { eliminateNodes } from "../../../server/walking-router/eliminate-nodes.ts";
import { createModeNetwork, type ModeNetwork } from "../../../server/walking-router/mode-network.ts";
import { nearNodes } from "../../../server/walking-router/near-nodes.ts";
import { createNodeSearch } from "../../../server/walking-router/node-search.ts";
import { createShortcutDistances } from "../../../server/walking-router/shortcut-distances.ts";
import { travelModes } from "../../../server/walking-router/travel-modes.ts";
import { hillyTown, seededRandom } from "../../fixtures/grid-town.ts";

describe("distances by shortcuts", () => {
  it("are those of a search, and climb as much, to the last digit", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), fc.boolean(), (seed, avoidsSteps) => {
        const random = seededRandom(seed);
        const network = networkOf(hillyTown(9, 8, random), avoidsSteps);
        const sources = randomNodes(network, 6, random);
        const targets = randomNodes(network, 8, random);

        const byShortcuts = distancesFrom(network, sources, targets, null);

        expect(byShortcuts).toEqual(searched(network, sources, targets));
      }),
      { numRuns: 60, seed: 21 },
    );
  });

  it("need no more of a town than what is near", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), (seed) => {
        const random = seededRandom(seed);
        const network = networkOf(hillyTown(20, 18, random), false);
        const first = Math.floor(random() * network.graph.nodeCount);
        const ends = [0, 1, 2, 21, 22, 41].map((step) => (first + step) % network.graph.nodeCount);

        const near = nearNodes(network, ends);

        expect(distancesFrom(network, ends, ends, near)).toEqual(searched(network, ends, ends));
      }),
      { numRuns: 60, seed: 22 },
    );
  });

  it("are made from a small part of a large town", () => {
    const network = networkOf(hillyTown(60, 60, seededRandom(5)), false);
    const middle = 30 * 60 + 30;

    const near = nearNodes(network, [middle, middle + 1, middle + 60]);

    expect(near.length).toBeLessThan(network.graph.nodeCount / 5);
  });
});

function networkOf(graph: ModeNetwork["graph"], avoidsSteps: boolean): ModeNetwork {
  const [mode] = travelModes({ avoidsSteps });
  if (mode === undefined) throw new Error("everybody walks");
  return createModeNetwork(graph, mode);
}

function randomNodes(network: ModeNetwork, count: number, random: () => number): number[] {
  return Array.from({ length: count }, () => Math.floor(random() * network.graph.nodeCount));
}

interface Reached {
  readonly effort: number;
  readonly rise: number;
}

/** From each source to each target; targets two by two, as the ends of pieces are. */
function distancesFrom(
  network: ModeNetwork,
  sources: readonly number[],
  targets: readonly number[],
  nodes: Int32Array | null,
): Reached[][] {
  const shortcuts = eliminateNodes(network, nodes);
  const plain = createShortcutDistances(shortcuts, sources, Int32Array.from(targets), false);
  const climbing = createShortcutDistances(shortcuts, sources, Int32Array.from(targets), true);
  return sources.map((source) => {
    const links = new Float64Array(2 * targets.length);
    const sameLinks = new Float64Array(2 * targets.length);
    const rises = new Float64Array(2 * targets.length);
    plain.linksFrom(source, source, links, null);
    climbing.linksFrom(source, source, sameLinks, rises);
    expect(sameLinks).toEqual(links);
    return targets.map((_, index) => {
      const at = 4 * (index >> 1) + (index & 1);
      return { effort: links[at] ?? Number.NaN, rise: rises[at] ?? Number.NaN };
    });
  });
}

function searched(network: ModeNetwork, sources: readonly number[], targets: readonly number[]): Reached[][] {
  const search = createNodeSearch(network);
  return sources.map((source) =>
    targets.map((target) => {
      search.aimAt([target]);
      search.run(source);
      return { effort: search.distanceTo(target), rise: search.riseTo(target) };
    }),
  );
}
