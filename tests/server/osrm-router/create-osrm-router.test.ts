import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { pathLengthMetres } from "../../../geodata/geometry/path.ts";
import type { Position } from "../../../geodata/geometry/position.ts";
import type { StreetGraph, StreetPlace } from "../../../geodata/street-graph/street-graph.ts";
import type { OsrmLeg } from "../../../server/contract/plan.ts";
import { createOsrmRouter } from "../../../server/osrm-router/create-osrm-router.ts";
import { createEmbeddedRouter } from "../../../server/planning/embedded-router.ts";
import type { LegEnd, WalkedLeg, Walker } from "../../../server/planning/street-router.ts";
import { townOf } from "../../fixtures/grid-town.ts";
import { OSRM_ERRORS, type OsrmServer, sendText, startOsrmServer } from "../../fixtures/osrm-server.ts";

/** Two streets that meet at a crossroads, and a lane on from it. */
const NODES: readonly Position[] = [
  [2.35, 48.86],
  [2.352, 48.86],
  [2.354, 48.86],
  [2.352, 48.862],
  [2.352, 48.858],
];
const [LONG, LONG_ON, NORTH, SOUTH] = [0, 1, 2, 3];
function makeTown(): StreetGraph {
  return townOf(NODES, [
    { from: 0, to: 1, name: "Rue Longue" },
    { from: 1, to: 2, name: "Rue Longue" },
    { from: 1, to: 3, name: "Rue du Nord" },
    { from: 1, to: 4, name: "Rue du Sud" },
  ]);
}

const WALKER: Walker = { speedKilometresPerHour: 5, avoidsSteps: false, hasBicycle: false };
const at = (piece: number, offsetMetres: number, side: StreetPlace["side"] = 0): StreetPlace => ({
  piece,
  offsetMetres,
  side,
});
const door = (side: LegEnd["side"] = 0, number = "12"): LegEnd => ({
  name: `${number} Rue du Nord`,
  number,
  side,
  parity: "even",
});

let graph: StreetGraph;
let server: OsrmServer;
beforeEach(async () => {
  graph = makeTown();
  server = await startOsrmServer(graph, { maxWaypoints: 120 });
});
afterEach(() => server.close());

function routerOf(changes: Parameters<OsrmServer["settings"]>[0] = {}) {
  return createOsrmRouter(graph, server.settings(changes), {
    signal: new AbortController().signal,
    places: createEmbeddedRouter(graph),
    pause: async () => {},
  });
}

async function walkOne(from: StreetPlace, to: StreetPlace, end = door(to.side), walker = WALKER): Promise<WalkedLeg> {
  const [leg] = await routerOf().walk([from, to], [end], walker);
  if (!leg) throw new Error("no leg");
  return leg;
}

const words = (leg: OsrmLeg) => leg.steps.map(({ instruction }) => instruction);

describe("a walk drawn by an OSRM server", () => {
  it("is told in French and in English, to the door and its side", async () => {
    const leg = await walkOne(at(LONG, 40), at(NORTH, 100, -1));

    expect(words(leg.describe("fr"))).toEqual([
      "Se diriger vers l’est sur la rue Longue",
      "Tourner à gauche sur la rue du Nord",
      "Arrivée au n° 12, côté pair, sur la gauche",
    ]);
    expect(words(leg.describe("en"))).toEqual([
      "Head east on Rue Longue",
      "Turn left onto Rue du Nord",
      "Arrive at no. 12, even side, on the left",
    ]);
    expect(leg.describe("fr").summary).toBe("Rue Longue, Rue du Nord");
  });

  it("has doors on the other hand for who comes from the other end", async () => {
    const leg = await walkOne(at(NORTH, 200), at(NORTH, 100, -1));

    expect(words(leg.describe("fr")).at(-1)).toBe("Arrivée au n° 12, côté pair, sur la droite");
  });

  it("has steps that sum to the leg to the last digit and lines that join", async () => {
    const places = [at(LONG, 40), at(NORTH, 100), at(SOUTH, 50), at(LONG_ON, 120.5), at(LONG_ON, 120.5), at(LONG, 0)];

    const legs = await routerOf().walk(
      places,
      places.slice(1).map(() => door()),
      WALKER,
    );

    expect(legs).toHaveLength(5);
    let end: readonly number[] | undefined;
    for (const leg of legs) {
      const { steps, distance, duration } = leg.describe("fr");
      expect(steps.reduce((sum, step) => sum + step.distance, 0)).toBe(distance);
      expect(steps.reduce((sum, step) => sum + step.duration, 0)).toBe(duration);
      expect([distance, duration]).toEqual([leg.distanceMetres, leg.durationSeconds]);
      expect(pathLengthMetres(leg.coordinates)).toBeCloseTo(distance, 6);
      expect(leg.path).toBeNull();
      for (const { geometry, maneuver } of steps) {
        const [first] = geometry.coordinates;
        if (end) expect(first).toEqual(end);
        expect(maneuver.location).toEqual(first);
        end = geometry.coordinates.at(-1);
      }
      expect(leg.coordinates.at(-1)).toEqual(end);
      expect(steps.map(({ maneuver }) => maneuver.type).filter((type) => /depart|arrive/.test(type))).toEqual([
        "depart",
        "arrive",
      ]);
    }
  });

  it("stays where it is between two doors of one spot, and crosses to the other side", async () => {
    expect(words((await walkOne(at(NORTH, 100, 1), at(NORTH, 100, 1))).describe("fr"))[0]).toBe("Rester sur place");
    const across = await walkOne(at(NORTH, 100, 1), at(NORTH, 100, -1));
    expect(words(across.describe("fr"))[0]).toBe("Traverser la rue du Nord");
    expect(across.distanceMetres).toBe(0);
    expect(across.coordinates).toHaveLength(2);
  });

  it("takes longer at half the speed, in the table as on the way", async () => {
    const slow = { ...WALKER, speedKilometresPerHour: 2.5 };
    const places = [at(LONG, 40), at(NORTH, 100)];

    const table = await routerOf().durations(places, slow);
    const [leg] = await routerOf().walk(places, [door()], slow);

    const metres = leg?.distanceMetres ?? 0;
    expect(metres).toBeCloseTo((graph.pieceLengthMetres[LONG] ?? 0) - 40 + 100, 0);
    expect(leg?.durationSeconds).toBeCloseTo(metres * 1.44, 0);
    expect(table[1]).toBeCloseTo(leg?.durationSeconds ?? 0, 0);
    expect([table[0], table[3]]).toEqual([0, 0]);
  });

  it("reckons with the speed of the server's profile", async () => {
    const places = [at(LONG, 40), at(NORTH, 100)];

    const own = await routerOf().durations(places, WALKER);
    const fast = await routerOf({ speedKilometresPerHour: 10 }).durations(places, WALKER);

    expect(fast[1]).toBeCloseTo(2 * (own[1] ?? 0), 3);
  });

  it("goes through more places than one request may hold, and joins the parts", async () => {
    const places = Array.from({ length: 260 }, (_, stop) => at(stop % 4, (stop * 7) % 100));

    const legs = await routerOf().walk(
      places,
      places.slice(1).map(() => door()),
      WALKER,
    );

    expect(server.requests.map(({ coordinates }) => coordinates.length)).toEqual([100, 100, 62]);
    expect(legs).toHaveLength(259);
    legs.slice(1).forEach((leg, before) => {
      expect(leg.coordinates[0]).toEqual(legs[before]?.coordinates.at(-1));
    });
  });

  it("goes in smaller parts where the server allows fewer places", async () => {
    await server.close();
    server = await startOsrmServer(graph, { maxWaypoints: 25 });
    const places = Array.from({ length: 60 }, (_, stop) => at(stop % 4, (stop * 7) % 100));

    const legs = await routerOf().walk(
      places,
      places.slice(1).map(() => door()),
      WALKER,
    );

    expect(legs).toHaveLength(59);
  });

  it("is no walk when there is one place", async () => {
    expect(await routerOf().walk([at(LONG, 40)], [], WALKER)).toEqual([]);
    expect(server.requests).toEqual([]);
  });
});

describe("elevations", () => {
  it("are those of the territory's streets along the server's line", async () => {
    NODES.forEach(([longitude, latitude], node) => {
      graph.nodeElevation[node] = 1000 * (longitude - 2.35) + 5000 * (latitude - 48.86);
    });

    const leg = await walkOne(at(LONG, 0), at(NORTH, 150));

    const metresNorth = graph.pieceLengthMetres[NORTH] ?? 1;
    expect(leg.profile?.map(([, elevation]) => elevation)[0]).toBeCloseTo(0, 2);
    expect(leg.ascentMetres).toBeCloseTo(2 + (10 * 150) / metresNorth, 1);
    expect(leg.descentMetres).toBe(0);
    expect(leg.profile?.at(-1)?.[0]).toBeCloseTo(leg.distanceMetres, 6);
  });

  it("are unknown where the territory has none", async () => {
    expect(await walkOne(at(LONG, 0), at(NORTH, 150))).toMatchObject({
      profile: null,
      ascentMetres: 0,
      descentMetres: 0,
    });
  });
});

describe("what a server may send besides", () => {
  const route = (type: string, maneuver: object = {}) =>
    JSON.stringify({
      code: "Ok",
      routes: [
        {
          legs: [
            {
              steps: [
                step("depart", [
                  [2.35, 48.86],
                  [2.352, 48.86],
                ]),
                step(
                  type,
                  [
                    [2.352, 48.86],
                    [2.352, 48.861],
                  ],
                  { bearing_before: 90, bearing_after: 0, ...maneuver },
                ),
                step("arrive", [
                  [2.352, 48.861],
                  [2.352, 48.861],
                ]),
              ],
            },
          ],
        },
      ],
    });
  const step = (type: string, coordinates: number[][], maneuver: object = {}) => ({
    duration: 10.4,
    distance: 11,
    name: "",
    ref: "D 12",
    mode: "walking",
    geometry: { type: "LineString", coordinates },
    maneuver: { type, location: coordinates[0], ...maneuver },
  });

  it.each([
    ["turn", "turn"],
    ["new name", "new name"],
    ["continue", "continue"],
    ["end of road", "end of road"],
    ["fork", "fork"],
    ["roundabout", "roundabout"],
    ["rotary", "rotary"],
    ["roundabout turn", "roundabout turn"],
    ["exit roundabout", "exit roundabout"],
    ["exit rotary", "exit rotary"],
    ["notification", "notification"],
    ["use lane", "continue"],
    ["merge", "turn"],
    ["ramp", "turn"],
    ["on ramp", "turn"],
    ["off ramp", "turn"],
    ["arrive", "turn"],
    ["climb the ladder", "turn"],
  ])("%s is told as %s, with the modifier that its bearings say", async (sent, told) => {
    for (const modifier of [undefined, "widdershins"]) {
      server.instead = (response) => sendText(response, 200, route(sent, { modifier }));

      const leg = (await walkOne(at(LONG, 0), at(NORTH, 100, 1))).describe("fr");

      expect(leg.steps[1]?.maneuver).toMatchObject({ type: told, modifier: "left" });
      for (const instruction of words(leg)) expect(instruction).toMatch(/\p{L}{3}/u);
    }
  });

  it("keeps the exit of a roundabout, and the number of a road without a name", async () => {
    server.instead = (response) => sendText(response, 200, route("roundabout", { exit: 2, modifier: "right" }));

    const leg = (await walkOne(at(LONG, 0), at(NORTH, 100))).describe("fr");

    expect(words(leg)[1]).toBe("Contourner le rond-point par la droite jusqu’à la 2e sortie, sur la D 12");
  });

  it("finds bearings in the line when there are none", async () => {
    const answer = route("turn")
      .replaceAll(/"bearing_(before|after)":\d+,?/g, "")
      .replaceAll(",}", "}");
    server.instead = (response) => sendText(response, 200, answer);

    const { steps } = (await walkOne(at(LONG, 0), at(NORTH, 100))).describe("fr");

    expect(steps.map(({ maneuver }) => [maneuver.bearing_before, maneuver.bearing_after])).toEqual([
      [0, 90],
      [90, 0],
      [0, 0],
    ]);
  });

  it.each([
    ["a gap between two steps", route("turn").replace("[2.352,48.86],[2.352,48.861]", "[2.353,48.86],[2.352,48.861]")],
    ["too few legs", '{"code":"Ok","routes":[{"legs":[]}]}'],
    ["a leg without steps", '{"code":"Ok","routes":[{"legs":[{"steps":[]}]}]}'],
    ["an encoded line", route("turn").replaceAll(/"geometry":\{[^}]*\}/g, '"geometry":"abc"')],
  ])("does not take %s for a walk", async (_, text) => {
    server.instead = (response) => sendText(response, 200, text);

    await expect(walkOne(at(LONG, 0), at(NORTH, 100))).rejects.toMatchObject({ code: "not-osrm" });
  });
});

describe("what a server cannot do", () => {
  it.each([
    [{ avoidsSteps: true }, "it cannot avoid steps"],
    [{ hasBicycle: true }, "it knows walking alone"],
  ])("is told before it is asked: %j", async (change, reason) => {
    const walker = { ...WALKER, ...change };

    await expect(routerOf().durations([at(LONG, 0), at(NORTH, 0)], walker)).rejects.toMatchObject({
      code: "walker",
      reason: { en: reason },
    });
    await expect(walkOne(at(LONG, 0), at(NORTH, 0), door(), walker)).rejects.toMatchObject({ code: "walker" });
    expect(server.requests).toEqual([]);
  });

  it("walk where its map has no way", async () => {
    server.instead = (response) => sendText(response, 400, JSON.stringify(OSRM_ERRORS.noRoute));

    await expect(walkOne(at(LONG, 0), at(NORTH, 0))).rejects.toMatchObject({ code: "no-way" });
  });
});

describe("the place to start from", () => {
  it("is one of the territory's own streets", async () => {
    const router = routerOf();

    const nearest = await router.nearest([2.3521, 48.861]);
    await router.nearest([2.3521, 48.859]);

    expect(nearest).toEqual(await createEmbeddedRouter(graph).nearest([2.3521, 48.861]));
    expect(server.requests.map(({ service }) => service)).toEqual(["nearest"]);
  });

  it("must be on the server's map too", async () => {
    server.instead = (response) => sendText(response, 200, '{"code":"Ok","waypoints":[{"location":[7.42,43.73]}]}');

    await expect(routerOf().nearest([2.3521, 48.861])).rejects.toMatchObject({ code: "not-covered" });
  });
});
