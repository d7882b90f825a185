import { describe, expect, it } from "vitest";
import { pointAlong } from "../../../geodata/geometry/path.ts";
import type { Position } from "../../../geodata/geometry/position.ts";
import { pieceShape, type StreetGraph } from "../../../geodata/street-graph/street-graph.ts";
import { bestChoiceSentence } from "../../../server/planning/best-choice-words.ts";
import { chooseBestStations } from "../../../server/planning/choose-best-stations.ts";
import { makeStops } from "../../../server/planning/plan-stops.ts";
import { townOf } from "../../fixtures/grid-town.ts";
import { type Changes, planOf, requestOf } from "../../fixtures/plan-of.ts";
import { gridTerritory } from "../../fixtures/planning-territory.ts";
import { makeAddress, makeStation } from "../../fixtures/territory-content.ts";

/** One long street of pieces of 100 m. */
const PIECES = 60;
const nodes = Array.from({ length: PIECES + 1 }, (_, node): Position => [2.35 + node * 0.001366, 48.86]);
const street = townOf(
  nodes,
  Array.from({ length: PIECES }, (_, piece) => ({ from: piece, to: piece + 1 })),
);

interface Hamlet {
  /** Where it begins along the street, in pieces. */
  readonly at: number;
  readonly votesPerDoor: number;
  /** One address every so many metres. Default 10. */
  readonly everyMetres?: number;
  readonly addresses?: number;
}

function choose(hamlets: readonly Hamlet[], changes: Changes = {}, hasScores = true, graph: StreetGraph = street) {
  const addresses = hamlets.flatMap(({ at, everyMetres = 10, addresses: count = 20 }, stationIndex) =>
    Array.from({ length: count }, (_, index) => {
      const metres = index * everyMetres;
      const piece = at + Math.floor(metres / 100);
      const place = { piece, offsetMetres: metres % 100, side: 1 as const };
      const position = pointAlong(pieceShape(graph, piece), place.offsetMetres);
      return makeAddress({ index, id: `${stationIndex}/${index}`, position, place, stationIndex, doors: 2 });
    }),
  );
  const request = requestOf({ selection: { kind: "best" }, volunteers: 2, minutes: 60, ...changes });
  const { stops } = makeStops(addresses, request, ({ doors }) => doors);
  const stations = hamlets.map((_, index) => makeStation({ index, id: `99001_${index}`, name: `Bureau ${index}` }));
  const votesPerDoor = hasScores ? new Map(hamlets.map((hamlet, index) => [index, hamlet.votesPerDoor])) : null;
  const { choice } = chooseBestStations(stops, request, { graph, stations, votesPerDoor });
  if (!choice) throw new Error("nothing was chosen");
  return { choice, ids: choice.stations.map(({ stationId }) => stationId).sort() };
}

describe("the stations chosen for a team", () => {
  it("lie together when their scores are nearly as good as those of stations far apart", () => {
    const { choice, ids } = choose([
      { at: 0, votesPerDoor: 0.0051 },
      { at: 55, votesPerDoor: 0.005 },
      { at: 26, votesPerDoor: 0.0048 },
      { at: 30, votesPerDoor: 0.0048 },
    ]);

    expect(ids).toEqual(["99001_2", "99001_3"]);
    expect(choice.expected.thisChoice).toBeGreaterThan(1.2 * (choice.expected.byScoreAlone ?? 0));
  });

  it("are near a start that was given", () => {
    const twins = [
      { at: 0, votesPerDoor: 0.005 },
      { at: 50, votesPerDoor: 0.0052 },
    ];

    const west = choose(twins, { volunteers: 1, start: { position: nodes[0] ?? [0, 0] } as never });
    const east = choose(twins, { volunteers: 1, start: { position: nodes[PIECES] ?? [0, 0] } as never });

    expect(west.ids).toEqual(["99001_0"]);
    expect(east.ids).toEqual(["99001_1"]);
  });

  it("have their doors close together when scores are equal", () => {
    const { choice, ids } = choose(
      [
        { at: 0, votesPerDoor: 0.005, everyMetres: 100, addresses: 20 },
        { at: 30, votesPerDoor: 0.005, everyMetres: 10, addresses: 20 },
      ],
      { volunteers: 1 },
    );

    expect(ids).toEqual(["99001_1"]);
    expect(choice.stations[0]?.walkMinutes).toBeLessThan(5);
  });

  it("count for the part that the team has time for", () => {
    const { choice } = choose([{ at: 0, votesPerDoor: 0.005, addresses: 500 }], { volunteers: 3 });

    const [station] = choice.stations;
    const minutes = (station?.doorMinutes ?? 0) + (station?.walkMinutes ?? 0);
    expect(station?.doors).toBeLessThan(120);
    expect(minutes).toBeLessThanOrEqual(3 * 60);
    expect(choice.expected.thisChoice).toBeCloseTo(0.005 * (station?.doors ?? 0), 1);
  });

  it("are named with what the next best and the scores alone would give, in both languages", () => {
    const { choice } = choose([
      { at: 0, votesPerDoor: 0.006, everyMetres: 50 },
      { at: 24, votesPerDoor: 0.005 },
      { at: 27, votesPerDoor: 0.005 },
      { at: 40, votesPerDoor: 0.004 },
    ]);

    expect(choice.runnersUp[0]?.insteadOf).toMatch(/^Bureau/);
    expect(choice.expected.nextBest).toBeLessThanOrEqual(choice.expected.thisChoice);
    expect(choice.expected.byScoreAlone).toBeLessThanOrEqual(choice.expected.thisChoice);
    expect(choice.stations[0]?.reason.fr).toMatch(
      /^\d+e?r? score sur 4, \d+ s de marche par porte, à \d+ min du départ$/,
    );
    expect(bestChoiceSentence(choice, "fr", 4)).toMatch(
      /^Bureaux retenus \(2 sur 4\).* au lieu de .*\u202f; par score seul\u00a0: 0,\d\d voix\.$/,
    );
    expect(bestChoiceSentence(choice, "en", 4)).toMatch(
      /^Stations chosen \(2 of 4\).* instead of .*; by score alone: 0\.\d\d votes\.$/,
    );
  });

  it("are chosen by doors where there are no scores, and the sentence says so", () => {
    const { choice } = choose(
      [
        { at: 0, votesPerDoor: 0 },
        { at: 20, votesPerDoor: 0, everyMetres: 60 },
      ],
      { volunteers: 1 },
      false,
    );

    expect(choice).toMatchObject({ measure: "doors", expected: { byScoreAlone: null } });
    expect(choice.stations[0]).toMatchObject({ stationId: "99001_0", votesPerHour: null });
    expect(bestChoiceSentence(choice, "fr", 2)).toContain("par portes, faute de scores");
  });

  it("leave out stations where knocking would lose votes", () => {
    const { ids } = choose([
      { at: 0, votesPerDoor: -0.002 },
      { at: 30, votesPerDoor: 0.001 },
    ]);

    expect(ids).toEqual(["99001_1"]);
  });
});

describe("a plan with --best", () => {
  it("carries the choice, whatever the goal of its routes", async () => {
    const votesPerDoor = new Map([
      [0, 0.02],
      [1, 0.001],
    ]);

    const plan = await planOf(
      gridTerritory({ addresses: 80 }),
      { selection: { kind: "best" }, volunteers: 1, minutes: 30, goal: "cover" },
      { votesPerDoor },
    );

    expect(plan.choice?.stations.map(({ stationId }) => stationId)).toEqual(["99001_0001"]);
    expect(plan.choice?.runnersUp.map(({ stationId }) => stationId)).toEqual(["99001_0002"]);
  });

  it("has no choice to explain when it was told where to go", async () => {
    expect(await planOf(gridTerritory())).not.toHaveProperty("choice");
  });
});
