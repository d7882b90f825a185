import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { distanceMetres } from "../../../geodata/geometry/position.ts";
import { attachToStreets } from "../../../geodata/street-graph/attach-to-streets.ts";
import { buildStreetGraph } from "../../../geodata/street-graph/build-street-graph.ts";
import type { StreetGraph, StreetPlace } from "../../../geodata/street-graph/street-graph.ts";
import type { Language, OsrmLeg } from "../../../server/contract/plan.ts";
import { describeLeg } from "../../../server/directions/describe-leg.ts";
import type { LegEnd } from "../../../server/directions/instruct.ts";
import { type LegBefore, legBefore } from "../../../server/directions/tell-walk.ts";
import { createWalkingRouter } from "../../../server/walking-router/create-walking-router.ts";
import { type DrawnWay, drawnExtract, onPlan, type Plan } from "../../fixtures/drawn-extract.ts";
import { expectGolden } from "../../fixtures/expect-golden.ts";
import { randomGridTown, randomPlaces, seededRandom } from "../../fixtures/grid-town.ts";

/** A small town: a main street that changes name and bends, a T, a fork, steps, a passage, a roundabout, a crossing. */
const PLAN: Plan = {
  1: [0, 0],
  2: [120, 0],
  3: [240, 0],
  4: [360, 60],
  5: [120, 100],
  6: [120, -90],
  7: [0, 100],
  8: [60, 100],
  9: [60, 160],
  10: [240, 90],
  11: [240, 140],
  12: [480, 60],
  13: [500, 80],
  14: [520, 60],
  15: [500, 40],
  16: [500, 180],
  17: [640, 60],
  18: [250, -8],
  19: [250, -18],
  20: [360, -18],
  21: [340, 120],
  22: [420, 160],
};
const way = (name: string, nodes: readonly number[], tags: Record<string, string> = {}): DrawnWay => ({
  nodes,
  tags: { highway: "residential", ...(name === "" ? {} : { name }), ...tags },
});
const WAYS: DrawnWay[] = [
  way("Rue Grande", [1, 2, 3]),
  way("Avenue de l'Hôtel de Ville", [3, 4, 12]),
  way("Rue du Puits", [6, 2, 5]),
  way("Ruelle des Chats", [7, 8, 5]),
  way("", [8, 9], { highway: "steps" }),
  way("Place du Marché", [9, 11], { highway: "pedestrian" }),
  way("", [3, 10], { highway: "footway", tunnel: "building_passage" }),
  way("", [10, 11], { highway: "footway" }),
  way("", [12, 13, 14, 15, 12], { junction: "roundabout" }),
  way("Boulevard du Nord", [13, 16]),
  way("Route de la Mer", [14, 17]),
  way("", [3, 18], { highway: "footway", footway: "crossing" }),
  way("", [18, 19], { highway: "footway" }),
  way("Quai Neuf", [19, 20], { highway: "pedestrian" }),
  way("D 10", [4, 21]),
  way("Impasse Basse", [21, 22]),
];
const TOWN = buildStreetGraph(drawnExtract(PLAN, WAYS), null).graph;

interface Door {
  readonly at: readonly [number, number];
  readonly street: string;
  readonly name: string;
  readonly number: string;
  readonly parity: "even" | "odd" | null;
}
const door = (at: readonly [number, number], number: string, street: string, parity: Door["parity"]): Door => ({
  at,
  street,
  name: number === "" ? street : `${number} ${street}`,
  number,
  parity,
});
const DOORS = {
  grande2: door([20, -6], "2", "Rue Grande", "even"),
  grande4: door([90, -6], "4", "Rue Grande", "even"),
  grande5: door([90, 6], "5", "Rue Grande", "odd"),
  grande6: door([200, -6], "6", "Rue Grande", "even"),
  puits8: door([126, 70], "8 bis", "Rue du Puits", "even"),
  chats1: door([20, 94], "1", "Ruelle des Chats", "odd"),
  marche: door([150, 155], "", "Place du Marché", null),
  nord3: door([494, 150], "3", "Boulevard du Nord", "odd"),
  mer10: door([600, 54], "10", "Route de la Mer", "even"),
  quai: door([330, -24], "7", "Quai Neuf", "odd"),
  impasse: door([400, 160], "2", "Impasse Basse", "even"),
};

describe("directions", () => {
  const walks: readonly [keyof typeof DOORS, keyof typeof DOORS][] = [
    ["grande2", "grande4"],
    ["grande2", "grande6"],
    ["grande4", "grande5"],
    ["grande4", "puits8"],
    ["puits8", "grande6"],
    ["grande2", "chats1"],
    ["chats1", "marche"],
    ["marche", "grande6"],
    ["grande6", "nord3"],
    ["nord3", "mer10"],
    ["mer10", "impasse"],
    ["grande6", "quai"],
    ["quai", "quai"],
  ];

  it.each(["fr", "en"] as const)("read as in the golden file, in %s", (language) => {
    const text = walks
      .map(([from, to]) => `${from} → ${to}\n${told(legBetween(DOORS[from], DOORS[to], language))}`)
      .join("\n\n");

    expectGolden(new URL(`./golden/town.${language}.txt`, import.meta.url), `${text}\n`);
  });

  it("are the OSRM leg of the golden file", () => {
    const leg = legBetween(DOORS.grande4, DOORS.puits8, "fr");

    expectGolden(new URL("./golden/leg.json", import.meta.url), `${JSON.stringify(leg, roundNumbers, 2)}\n`);
  });

  it("sum to their leg to the last digit, join, draw what they declare and begin and end as they must", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), (seed) => {
        const random = seededRandom(seed);
        const graph = randomlyNamed(randomGridTown(5, 5, random), random);
        const places = randomPlaces(graph, 4, random);
        const router = createWalkingRouter(graph);
        const language = random() < 0.5 ? "fr" : "en";
        let before: LegBefore | null = null;
        for (const [index, place] of places.slice(1).entries()) {
          const path = router.path(places[index] ?? place, place);
          if (path === null) return;
          const street = random() < 0.5 ? "Rue Grande" : "Rue X";
          const to: LegEnd = { name: `12 ${street}`, number: "12", side: place.side, parity: "even" };

          const leg = describeLeg(graph, path, { language, to, before });

          before = legBefore(path, to, before);
          expectGoodLeg(leg);
          expect(leg.distance).toBeCloseTo(path.distanceMetres, 6);
          expect(leg.duration).toBeCloseTo(path.durationSeconds, 6);
        }
      }),
      { numRuns: 150, seed: 41 },
    );
  });

  it("say left and right as the walker sees it", () => {
    const there = legBetween(DOORS.grande2, DOORS.grande5, "fr");
    const back = legBetween(DOORS.grande6, DOORS.grande5, "fr");

    expect(there.steps.at(-1)?.maneuver.modifier).toBe("left");
    expect(back.steps.at(-1)?.maneuver.modifier).toBe("right");
  });

  it("call a place without a name a destination", () => {
    const router = createWalkingRouter(TOWN);
    const path = router.path(placeOf(DOORS.grande2), { ...placeOf(DOORS.grande6), side: 0 });
    if (path === null) throw new Error("the town is connected");
    const end = { name: "", number: "", side: 0, parity: null } as const;

    expect(describeLeg(TOWN, path, { language: "fr", to: end, before: null }).steps.at(-1)?.instruction).toBe(
      "Arrivée à destination",
    );
    expect(describeLeg(TOWN, path, { language: "en", to: end, before: null }).steps.at(-1)?.instruction).toBe(
      "Arrive at your destination",
    );
  });
});

const TYPES = new Set([
  "depart",
  "turn",
  "continue",
  "new name",
  "end of road",
  "fork",
  "roundabout",
  "exit roundabout",
  "roundabout turn",
  "arrive",
]);

function expectGoodLeg(leg: OsrmLeg): void {
  expect(leg.steps.length).toBeGreaterThanOrEqual(2);
  expect(leg.distance).toBe(leg.steps.reduce((sum, step) => sum + step.distance, 0));
  expect(leg.duration).toBe(leg.steps.reduce((sum, step) => sum + step.duration, 0));
  leg.steps.forEach((step, index) => {
    const isFirst = index === 0;
    const isLast = index === leg.steps.length - 1;
    expect(step.maneuver.type === "depart").toBe(isFirst);
    expect(step.maneuver.type === "arrive").toBe(isLast);
    expect(TYPES).toContain(step.maneuver.type);
    if (!isFirst && !isLast) expect(step.maneuver.modifier).toBeDefined();
    expect(step.instruction).toMatch(/^\p{Lu}/u);
    expect(step.instruction).not.toMatch(/ {2}|[{}]|undefined|NaN| (?:sur|par|vers|onto|on|along)(?:$|[ ,.]*$)/);
    expect(step.name).not.toBe("");
    const line = step.geometry.coordinates;
    expect(line.length).toBeGreaterThanOrEqual(2);
    let drawn = 0;
    line.forEach((position, at) => {
      const before = line[at - 1];
      if (before === undefined) return;
      drawn += distanceMetres(before, position);
      if (step.distance > 0.1) expect(position).not.toEqual(before);
    });
    expect(Math.abs(drawn - step.distance)).toBeLessThan(0.1);
    expect(step.maneuver.location).toEqual(line[0]);
    if (!isFirst) expect(line[0]).toEqual(leg.steps[index - 1]?.geometry.coordinates.at(-1));
    for (const bearing of [step.maneuver.bearing_before, step.maneuver.bearing_after]) {
      expect(bearing).toBeGreaterThanOrEqual(0);
      expect(bearing).toBeLessThan(360);
    }
  });
  expect(leg.steps.at(-1)?.distance).toBe(0);
}

function placeOf({ at, street }: Door): StreetPlace {
  const [attached] = attachToStreets(TOWN, [{ position: onPlan(at[0], at[1]), street }]);
  if (attached === undefined || attached.place === null) throw new Error(`${street} is not on the plan`);
  return attached.place;
}

function legBetween(from: Door, to: Door, language: Language): OsrmLeg {
  const goal = placeOf(to);
  const path = createWalkingRouter(TOWN).path(placeOf(from), goal);
  if (path === null) throw new Error("the town is connected");
  const { name, number, parity } = to;
  return describeLeg(TOWN, path, { language, to: { name, number, side: goal.side, parity }, before: null });
}

function told(leg: OsrmLeg): string {
  const lines = leg.steps.map(({ distance, instruction, maneuver }) => {
    const word = `${maneuver.type}${maneuver.modifier === undefined ? "" : ` ${maneuver.modifier}`}`;
    return `  ${String(Math.round(distance)).padStart(4)} m  ${instruction}  [${word}]`;
  });
  return [`${Math.round(leg.distance)} m, ${Math.round(leg.duration)} s, ${leg.summary || "–"}`, ...lines].join("\n");
}

function randomlyNamed(graph: StreetGraph, random: () => number): StreetGraph {
  for (let piece = 0; piece < graph.pieceCount; piece++) {
    graph.pieceName[piece] = Math.floor(random() * 4);
    graph.pieceFlags[piece] = random() < 0.1 ? 1 << Math.floor(random() * 6) : 0;
  }
  return { ...graph, names: ["", "Rue Grande", "D 6007", "Ancienne Route du Port"] };
}

function roundNumbers(_key: string, value: unknown): unknown {
  return typeof value === "number" && !Number.isInteger(value) ? Number(value.toFixed(6)) : value;
}
