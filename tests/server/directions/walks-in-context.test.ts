import { describe, expect, it } from "vitest";
import { buildStreetGraph } from "../../../geodata/street-graph/build-street-graph.ts";
import { type StreetGraph, type StreetPlace, streetName } from "../../../geodata/street-graph/street-graph.ts";
import { describeLeg } from "../../../server/directions/describe-leg.ts";
import type { LegEnd } from "../../../server/directions/instruct.ts";
import { exitNumber, isLargeRoundabout } from "../../../server/directions/roundabouts.ts";
import { streetAhead } from "../../../server/directions/street-ahead.ts";
import { legBefore } from "../../../server/directions/tell-walk.ts";
import { createWalkingRouter } from "../../../server/walking-router/create-walking-router.ts";
import type { WalkingPath } from "../../../server/walking-router/walking-path.ts";
import { drawnExtract, type Plan } from "../../fixtures/drawn-extract.ts";

const residential = (name: string, nodes: readonly number[], tags: Record<string, string> = {}) => ({
  nodes,
  tags: { highway: "residential", ...(name === "" ? {} : { name }), ...tags },
});
const graphOf = (plan: Plan, ways: Parameters<typeof drawnExtract>[1]): StreetGraph =>
  buildStreetGraph(drawnExtract(plan, ways), null).graph;
const onStreet = (graph: StreetGraph, name: string, share: number, nth = 0): StreetPlace => {
  const pieces = Array.from({ length: graph.pieceCount }, (_, piece) => piece);
  const piece = pieces.filter((candidate) => streetName(graph, candidate) === name)[nth] ?? -1;
  return { piece, offsetMetres: (graph.pieceLengthMetres[piece] ?? 0) * share, side: 0 };
};
const walk = (graph: StreetGraph, from: StreetPlace, to: StreetPlace): WalkingPath => {
  const path = createWalkingRouter(graph).path(from, to);
  if (path === null) throw new Error("the streets are joined");
  return path;
};
const NOWHERE: LegEnd = { name: "", number: "", side: 0, parity: null };

/** A main street with two side streets, a crescent that meets it twice, and a wiggle. */
const TOWN = graphOf(
  {
    1: [0, 0],
    2: [100, 0],
    3: [200, 0],
    4: [300, 0],
    5: [100, 80],
    6: [200, 80],
    7: [0, 90],
    8: [300, 6],
    9: [400, 6],
    10: [300, -80],
  },
  [
    residential("Rue Grande", [1, 2, 3, 4]),
    residential("Rue Haute", [2, 5]),
    residential("Rue du Puits", [3, 6]),
    residential("Rue Ronde", [1, 7]),
    residential("Rue Grande", [4, 8, 9]),
    residential("Impasse Neuve", [8, 7]),
    residential("Rue Basse", [4, 10]),
  ],
);

describe("the departure of a walk", () => {
  it("tells the first street ahead, in the direction of the walk", () => {
    const there = walk(TOWN, onStreet(TOWN, "Rue Grande", 0.5, 1), onStreet(TOWN, "Rue Grande", 0.9, 1));
    const back = walk(TOWN, onStreet(TOWN, "Rue Grande", 0.5, 1), onStreet(TOWN, "Rue Grande", 0.1, 1));

    expect(streetAhead(TOWN, there.stretches, "Rue Grande")).toBe("Rue du Puits");
    expect(streetAhead(TOWN, back.stretches, "Rue Grande")).toBe("Rue Haute");
  });

  it("tells no street that crosses on both sides", () => {
    const block = graphOf({ 1: [0, 0], 2: [100, 0], 3: [100, 90], 4: [0, 90] }, [
      residential("Rue Grande", [1, 2]),
      residential("Rue Ronde", [2, 3, 4, 1]),
    ]);
    const path = walk(block, onStreet(block, "Rue Grande", 0.4), onStreet(block, "Rue Grande", 0.6));

    expect(streetAhead(block, path.stretches, "Rue Grande")).toBeNull();
    const [departure] = describeLeg(block, path, { language: "fr", to: NOWHERE, before: null }).steps;
    expect(departure?.instruction).toBe("Se diriger vers l’est sur la rue Grande");
  });

  it("goes on or turns round, as the walker comes", () => {
    const middle = onStreet(TOWN, "Rue Grande", 0.5, 1);
    const came = walk(TOWN, onStreet(TOWN, "Rue Grande", 0.1, 1), middle);
    const before = legBefore(came, NOWHERE, null);
    const on = walk(TOWN, middle, onStreet(TOWN, "Rue du Puits", 0.5));
    const back = walk(TOWN, middle, onStreet(TOWN, "Rue Haute", 0.5));
    const first = (path: WalkingPath) =>
      describeLeg(TOWN, path, { language: "fr", to: NOWHERE, before }).steps[0]?.instruction;

    expect(first(on)).toBe("Continuer sur la rue Grande vers la rue du Puits");
    expect(first(back)).toBe("Faire demi-tour sur la rue Grande vers la rue Haute");
  });

  it("remembers where the walker looked before a hop on the spot", () => {
    const middle = onStreet(TOWN, "Rue Grande", 0.5, 1);
    const came = legBefore(walk(TOWN, onStreet(TOWN, "Rue Grande", 0.1, 1), middle), NOWHERE, null);

    expect(legBefore(walk(TOWN, middle, middle), NOWHERE, came).bearing).toBe(came.bearing);
  });
});

describe("a street that is drawn with a kink of a few metres", () => {
  it("is walked straight on", () => {
    const path = walk(TOWN, onStreet(TOWN, "Rue Grande", 0.1, 2), onStreet(TOWN, "Rue Grande", 0.9, 4));

    const { steps } = describeLeg(TOWN, path, { language: "fr", to: NOWHERE, before: null });

    expect(steps.map(({ maneuver }) => maneuver.type)).toEqual(["depart", "arrive"]);
    expect(steps[0]?.distance).toBeCloseTo(path.distanceMetres, 6);
  });
});

describe("a roundabout", () => {
  const round = (radius: number, arms: number): StreetGraph => {
    const plan: Record<number, readonly [number, number]> = {};
    const ways = [];
    for (let arm = 0; arm < arms; arm++) {
      const angle = (2 * Math.PI * arm) / arms;
      plan[arm] = [radius * Math.cos(angle), radius * Math.sin(angle)];
      plan[100 + arm] = [(radius + 80) * Math.cos(angle), (radius + 80) * Math.sin(angle)];
      ways.push(residential(`Rue ${arm}`, [arm, 100 + arm]));
    }
    ways.push(residential("", [...Array(arms).keys(), 0], { junction: "roundabout" }));
    return graphOf(plan, ways);
  };

  it("is large beyond a radius of fifteen metres", () => {
    const ring = (graph: StreetGraph) => onStreet(graph, "", 0).piece;

    expect(isLargeRoundabout(round(8, 4), ring(round(8, 4)))).toBe(false);
    expect(isLargeRoundabout(round(25, 4), ring(round(25, 4)))).toBe(true);
  });

  it("is told as one turn when it is small, and entered and left when it is large", () => {
    const types = (graph: StreetGraph) => {
      const path = walk(graph, onStreet(graph, "Rue 0", 0.9), onStreet(graph, "Rue 1", 0.9));
      return describeLeg(graph, path, { language: "fr", to: NOWHERE, before: null }).steps.map(
        ({ maneuver }) => `${maneuver.type}${maneuver.exit === undefined ? "" : ` ${maneuver.exit}`}`,
      );
    };

    expect(types(round(8, 4))).toEqual(["depart", "roundabout turn", "arrive"]);
    expect(types(round(25, 4))).toEqual(["depart", "roundabout 1", "exit roundabout", "arrive"]);
  });

  it("has its exits counted in the direction of the walk, whichever that is", () => {
    const graph = round(40, 12);
    const exits = [1, 3, 5, 9].map((arm) => {
      const { stretches } = walk(graph, onStreet(graph, "Rue 0", 0.9), onStreet(graph, `Rue ${arm}`, 0.9));
      return exitNumber(graph, stretches.slice(1, -1), stretches[0] ?? null);
    });

    expect(exits).toEqual([1, 3, 5, 3]);
  });
});
