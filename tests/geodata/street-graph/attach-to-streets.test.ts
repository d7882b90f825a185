import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pointAlong } from "../../../geodata/geometry/path.ts";
import { distanceMetres } from "../../../geodata/geometry/position.ts";
import { attachToStreets } from "../../../geodata/street-graph/attach-to-streets.ts";
import { buildStreetGraph } from "../../../geodata/street-graph/build-street-graph.ts";
import { pieceShape, type StreetGraph, streetName } from "../../../geodata/street-graph/street-graph.ts";
import { type DrawnWay, drawnExtract, onPlan, type Plan } from "../../fixtures/drawn-extract.ts";
import { randomGridTown, seededRandom } from "../../fixtures/grid-town.ts";

const PLAN: Plan = { 1: [0, 0], 2: [300, 0], 3: [0, 40], 4: [300, 40], 5: [0, 400], 6: [40, 400], 7: [-400, 0] };

function town(...ways: DrawnWay[]): StreetGraph {
  return buildStreetGraph(drawnExtract(PLAN, ways), null).graph;
}

function street(name: string, nodes: readonly number[], highway = "residential"): DrawnWay {
  return { nodes, tags: name === "" ? { highway } : { highway, name } };
}

describe("attachToStreets", () => {
  it("hangs a door on the side of its street where it stands", () => {
    const graph = town(street("Rue Droite", [1, 2]));

    const [left, right, on] = attachToStreets(graph, [
      { position: onPlan(100, 8), street: "Rue Droite" },
      { position: onPlan(120, -6), street: "Rue Droite" },
      { position: onPlan(150, 0), street: "Rue Droite" },
    ]);

    expect(left?.place).toMatchObject({ piece: 0, side: -1 });
    expect(left?.place?.offsetMetres).toBeCloseTo(100, 1);
    expect(left?.streetMetres).toBeCloseTo(8, 1);
    expect(right?.place).toMatchObject({ piece: 0, side: 1 });
    expect(on?.place?.side).toBe(0);
  });

  it("prefers the street of the address to a nearer one, however its name is spelt", () => {
    const graph = town(street("Rue du Faubourg-Saint-Denis", [1, 2]), street("", [3, 4], "service"));

    const attached = attachToStreets(graph, [
      { position: onPlan(100, 35), street: "R DU FBG ST DENIS" },
      { position: onPlan(100, 35), street: "Rue Inconnue" },
    ]);

    expect(attached.map(({ place }) => place?.piece)).toEqual([0, 1]);
    expect(attached.map(({ isSameStreet }) => isSameStreet)).toEqual([true, false]);
  });

  it("does not go a long way for a name", () => {
    const graph = town(street("Rue Droite", [1, 2]), street("Rue Courbe", [3, 4]));

    const [attached] = attachToStreets(graph, [{ position: onPlan(100, 110), street: "Rue Droite" }], {
      reachMetres: 300,
    });
    const far = attachToStreets(graph, [{ position: onPlan(-30, 20), street: "Rue Courbe" }]);

    expect(streetName(graph, attached?.place?.piece ?? -1)).toBe("Rue Droite");
    expect(streetName(graph, far[0]?.place?.piece ?? -1)).toBe("Rue Courbe");
    const lonely = town(street("Rue Droite", [1, 2]), street("Rue Loin", [5, 6]));
    const [kept] = attachToStreets(lonely, [{ position: onPlan(20, 100), street: "Rue Loin" }], { reachMetres: 400 });
    expect(streetName(lonely, kept?.place?.piece ?? -1)).toBe("Rue Droite");
  });

  it("keeps off steps, tunnels and platforms when a street is near", () => {
    const graph = town(street("Rue Droite", [1, 2]), street("", [3, 4], "steps"));

    const [near, alone] = attachToStreets(graph, [
      { position: onPlan(100, 25), street: "" },
      { position: onPlan(100, 60), street: "" },
    ]);

    expect(near?.place?.piece).toBe(0);
    expect(alone?.place?.piece).toBe(1);
  });

  it("prefers the main network to an island that is only a little nearer", () => {
    const graph = town(street("", [7, 1, 2]), street("", [5, 6]));
    const between = onPlan(10, 220);

    const [near] = attachToStreets(graph, [{ position: between, street: "" }], { reachMetres: 400 });
    const [atIsland] = attachToStreets(graph, [{ position: onPlan(20, 395), street: "" }], { reachMetres: 400 });

    expect(near?.place?.piece).toBe(0);
    expect(atIsland?.place?.piece).toBe(1);
  });

  it("says how far the nearest street is when none is within reach", () => {
    const graph = town(street("Rue Droite", [1, 2]));

    const [far] = attachToStreets(graph, [{ position: onPlan(100, -500), street: "Rue Droite" }]);
    const [nowhere] = attachToStreets(town(), [{ position: onPlan(0, 0), street: "" }]);

    expect(far).toMatchObject({ place: null, isSameStreet: false });
    expect(far?.streetMetres).toBeCloseTo(500, 0);
    expect(nowhere).toEqual({ place: null, streetMetres: null, isSameStreet: false });
  });

  it("tells inside from outside at a bend", () => {
    const bend: Plan = { 1: [0, 0], 2: [100, 0], 3: [100, 100] };
    const { graph } = buildStreetGraph(drawnExtract(bend, [{ nodes: [1, 2, 3] }]), null);

    const [outside, inside] = attachToStreets(graph, [
      { position: onPlan(106, -7), street: "" },
      { position: onPlan(95, 4), street: "" },
    ]);

    expect(outside?.place?.side).toBe(1);
    expect(inside?.place?.side).toBe(-1);
  });

  it("finds the very nearest point of a network without names, as looking at every street does", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), (seed) => {
        const random = seededRandom(seed);
        const graph = randomGridTown(4, 4, random);
        graph.pieceClass.fill(3);
        graph.nodeComponent.fill(0);
        const position = [2.35 + random() * 0.003, 48.86 + random() * 0.002] as const;

        const [attached] = attachToStreets(graph, [{ position, street: "" }], { reachMetres: 1000 });

        let nearest = Infinity;
        for (let piece = 0; piece < graph.pieceCount; piece++) {
          const length = graph.pieceLengthMetres[piece] ?? 0;
          for (let along = 0; along <= length; along += 0.5) {
            nearest = Math.min(nearest, distanceMetres(position, pointAlong(pieceShape(graph, piece), along)));
          }
        }
        expect(Math.abs((attached?.streetMetres ?? Infinity) - nearest)).toBeLessThan(0.3);
      }),
      { numRuns: 40, seed: 31 },
    );
  });
});
