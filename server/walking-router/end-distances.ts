import { eliminateNodes, type Shortcuts } from "./eliminate-nodes.ts";
import type { ModeNetwork } from "./mode-network.ts";
import { nearNodes } from "./near-nodes.ts";
import type { NodeSearch } from "./node-search.ts";
import { createShortcutDistances, type EndDistances } from "./shortcut-distances.ts";

/** Makes distances between the ends of pieces in the way that takes least time; the numbers are the same in each. */
export interface EndDistancesMaker {
  make(sourceEnds: Int32Array, targetEnds: Int32Array, withRises: boolean): EndDistances;
}

/**
 * A few sources search, street by street; so do sources that lie far apart in a city. Many take shortcuts: on a small
 * network those of the whole, made once and kept; on a city those of the streets around, made for one table.
 */
export function createEndDistancesMaker(network: ModeNetwork, search: () => NodeSearch): EndDistancesMaker {
  let whole: Shortcuts | null = null;
  return {
    make: (sourceEnds, targetEnds, withRises) => {
      const sources = new Set(sourceEnds);
      if (sources.size <= FEW_SOURCES) return createSearchDistances(search(), targetEnds);
      if (network.graph.nodeCount > SMALL_NODES) {
        const near = nearNodes(network, [...sources, ...targetEnds]);
        if (near.length > NODES_PER_SOURCE * sources.size) return createSearchDistances(search(), targetEnds);
        return createShortcutDistances(eliminateNodes(network, near), sources, targetEnds, withRises);
      }
      whole ??= eliminateNodes(network, null);
      return createShortcutDistances(whole, sources, targetEnds, withRises);
    },
  };
}

const FEW_SOURCES = 16;
const SMALL_NODES = 6000;

/**
 * On a dense grid, to make shortcuts takes some 5 ns × nodes², to search without them 100 ns × nodes × sources: a
 * few dozen doors all over a city are searched for, a neighbourhood takes shortcuts.
 */
const NODES_PER_SOURCE = 20;

function createSearchDistances(search: NodeSearch, targetEnds: Int32Array): EndDistances {
  search.aimAt(targetEnds);
  return {
    linksFrom: (fromNode, toNode, links, rises) => {
      for (const [lane, node] of [fromNode, toNode].entries()) {
        search.run(node);
        for (let at = 0; at < targetEnds.length; at++) {
          const link = 4 * (at >> 1) + 2 * lane + (at & 1);
          links[link] = search.distanceTo(targetEnds[at] ?? 0);
          if (rises !== null) rises[link] = search.riseTo(targetEnds[at] ?? 0);
        }
      }
    },
  };
}
