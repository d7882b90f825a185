import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Cancelled } from "../../../geodata/readers/source-rows.ts";
import { Refusal } from "../../../server/contract/refusal.ts";
import { createEmbeddedRouter } from "../../../server/planning/embedded-router.ts";
import type { StreetRouter } from "../../../server/planning/street-router.ts";
import { type Changes, expectSoundPlan, planOf } from "../../fixtures/plan-of.ts";
import { gridTerritory } from "../../fixtures/planning-territory.ts";

describe("every plan", () => {
  it("serves each stop once or says why not, within the time of each route, with parts that sum up", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          seed: fc.integer({ min: 1, max: 1000 }),
          addresses: fc.integer({ min: 1, max: 60 }),
          volunteers: fc.integer({ min: 1, max: 5 }),
          minutes: fc.integer({ min: 20, max: 120 }),
          goal: fc.constantFrom("cover" as const, "value" as const),
          end: fc.constantFrom("anywhere" as const, "start" as const),
        }),
        async ({ seed, addresses, ...changes }) => {
          const territory = gridTerritory({ seed, addresses });
          const result = await planOf(territory, changes).catch((error) => {
            // A town whose start is on an island, or too little time: refused in words, not planned badly.
            if (error instanceof Refusal) return null;
            throw error;
          });
          if (result) expectSoundPlan(result, addresses);
        },
      ),
      { numRuns: 40, seed: 7 },
    );
  });

  it("is the same for the same seed", async () => {
    const territory = gridTerritory({ addresses: 50 });

    expect(JSON.stringify(await planOf(territory))).toBe(JSON.stringify(await planOf(territory)));
  });

  it("walks each side of a street in order of its numbers, though some doors hang a little before or after their place", async () => {
    const offsets = [4, 9, 14.2, 14, 19, 24.2, 24, 30];
    const territory = gridTerritory({
      addresses: 2 * offsets.length,
      change: (address) => ({
        ...address,
        street: "Rue A",
        place: { piece: 0, offsetMetres: offsets[address.index >> 1] ?? 0, side: address.index % 2 === 0 ? 1 : -1 },
      }),
    });

    const { routes } = await planOf(territory, { volunteers: 1, minutes: 240, start: "anywhere", end: "anywhere" });

    const numbers = routes.flatMap(({ stops }) => stops.map(({ number }) => Number(number)));
    expect(numbers).toHaveLength(2 * offsets.length);
    for (const parity of [0, 1]) {
      const side = numbers.filter((number) => number % 2 === parity);
      const rising = [...side].sort((one, other) => one - other);
      expect([rising, [...rising].reverse()]).toContainEqual(side);
    }
  });

  it("takes its walks from the router it is given", async () => {
    const territory = gridTerritory();
    const embedded = createEmbeddedRouter(territory.streetGraph());
    const slow: StreetRouter = {
      ...embedded,
      durations: async (places, walker) => (await embedded.durations(places, walker)).map((seconds) => 2 * seconds),
      walk: async (places, ends, walker) =>
        (await embedded.walk(places, ends, walker)).map((leg) => ({
          ...leg,
          durationSeconds: 2 * leg.durationSeconds,
          describe: () => ({ distance: 7, duration: 2 * leg.durationSeconds, summary: "", steps: [] }),
        })),
    };

    const { routes } = await planOf(territory, {}, { routerOf: () => slow });

    for (const route of routes) {
      expect(route.distanceMetres).toBe(7 * route.stops.length);
      expect(route.durationSeconds).toBeLessThanOrEqual(45 * 60);
    }
  });

  it("tells the floors of each stop, and gives them no time of their own", async () => {
    const floorsOf = ({ index }: { readonly index: number }) => (index % 3 === 0 ? null : 1 + (index % 7));
    const blocks = gridTerritory({ change: (address) => ({ ...address, floors: floorsOf(address) }) });

    const { routes } = await planOf(blocks);
    const flat = await planOf(gridTerritory());

    const stops = routes.flatMap((route) => route.stops);
    expect(stops.length).toBeGreaterThan(10);
    for (const { id, floors } of stops) expect(floors).toBe(floorsOf({ index: Number(id.split("-")[1]) }));
    expect(routes.map(({ doorSeconds }) => doorSeconds)).toEqual(flat.routes.map(({ doorSeconds }) => doorSeconds));
  });

  it("serves everything when there is time enough", async () => {
    const territory = gridTerritory({ addresses: 30 });

    const { totals, unserved } = await planOf(territory, { volunteers: 4, minutes: 240 });

    expect(unserved.filter(({ code }) => code !== "not-reachable")).toEqual([]);
    expect(totals.stops + unserved.length).toBe(30);
  });
});

describe("the goal", () => {
  it("prefers the doors worth most when time is short", async () => {
    const territory = gridTerritory({ addresses: 60 });
    const votesPerDoor = new Map([
      [0, 0.001],
      [1, 0.02],
    ]);

    const short: Changes = { volunteers: 1, minutes: 40, goal: "value", start: { position: [2.3505, 48.8615] } };
    const result = await planOf(territory, short, { votesPerDoor });
    const cover = await planOf(territory, { ...short, goal: "cover" }, { votesPerDoor });

    expect(result.totals.expectedPersuaded).toBeGreaterThan(cover.totals.expectedPersuaded);
  });

  it("says so when there are no scores, and counts doors instead", async () => {
    const result = await planOf(gridTerritory(), { goal: "value" });

    expect(result.warnings.join(" ")).toContain("Pas de score");
    expect(result.totals.expectedPersuaded).toBe(0);
    expect(result.totals.stops).toBeGreaterThan(0);
  });

  it("says what to know and where to start in both languages, whichever it was asked in", async () => {
    const { routes, warnings, warningSentences } = await planOf(gridTerritory(), { start: "central", language: "en" });

    expect(warningSentences?.map(({ en }) => en)).toEqual(warnings);
    expect(warningSentences?.map(({ fr }) => fr).join(" ")).toContain("Pas de score");
    for (const { startReason, startSentence } of routes) {
      expect(startSentence?.en).toBe(startReason);
      expect(startSentence?.fr).toBe(startReason.replace("central point", "point central"));
    }
  });

  it("chooses the better station with --best, and names it", async () => {
    const votesPerDoor = new Map([
      [0, 0.001],
      [1, 0.02],
    ]);

    const result = await planOf(
      gridTerritory({ addresses: 80 }),
      { selection: { kind: "best" }, volunteers: 1, minutes: 30, goal: "value" },
      { votesPerDoor },
    );

    expect(new Set(result.routes.flatMap(({ stops }) => stops.map(({ stationId }) => stationId)))).toEqual(
      new Set(["99001_0002"]),
    );
    expect(result.warnings[0]).toContain("Bureau 2");
  });
});

describe("the start", () => {
  const hills = () => gridTerritory({ elevationOf: (index) => 100 + ((index * 37) % 60) });

  it.each(["lowest", "highest"] as const)("is the %s address of the zone, for every route", async (start) => {
    const territory = hills();
    const all = territory.addressesOfStations([0, 1]);
    const sign = start === "lowest" ? 1 : -1;
    const expected = [...all].sort((a, b) => sign * ((a.elevationMetres ?? 0) - (b.elevationMetres ?? 0)))[0];

    const { routes } = await planOf(territory, { start });

    for (const route of routes) {
      expect(route.start).toEqual(expected?.position);
      expect(route.startReason).toContain(`${expected?.elevationMetres} m`);
    }
  });

  it("is refused at the lowest point of a territory without elevation, naming what to do", async () => {
    await expect(planOf(gridTerritory(), { start: "lowest" })).rejects.toMatchObject({
      code: "no-elevation",
      sentence: { en: expect.stringContaining("--elevation"), fr: expect.stringContaining("point central") },
    });
  });

  it("is refused at a place far from every street, with the distance", async () => {
    await expect(planOf(gridTerritory(), { start: { position: [2.5, 48.86] } })).rejects.toMatchObject({
      code: "far-from-street",
      sentence: { en: expect.stringMatching(/\d+ m from the nearest street/) },
    });
  });

  it("can be a given place, and routes can be asked to come back to it", async () => {
    const { routes } = await planOf(gridTerritory(), { start: { position: [2.3525, 48.8615] }, end: "start" });

    for (const route of routes) {
      expect(route.start).toEqual([2.3525, 48.8615]);
      expect(route.end).toEqual(route.start);
      expect(route.osrm.legs).toHaveLength(route.stops.length + 1);
    }
  });
});

describe("what cannot be planned", () => {
  const square = (west: number, south: number, size: number): NonNullable<Changes["selection"]> => ({
    kind: "zone",
    geometry: {
      type: "Polygon",
      coordinates: [
        [
          [west, south],
          [west + size, south],
          [west + size, south + size],
          [west, south + size],
          [west, south],
        ],
      ],
    },
  });

  it("names stations that do not exist", async () => {
    const selection = { kind: "stations" as const, stationIds: ["99001_0001", "75056_9999"] };
    await expect(planOf(gridTerritory(), { selection })).rejects.toMatchObject({
      code: "unknown-station",
      sentence: { fr: expect.stringContaining("75056_9999") },
    });
  });

  it("refuses a zone without a door", async () => {
    await expect(planOf(gridTerritory(), { selection: square(3, 45, 0.01) })).rejects.toMatchObject({
      code: "nothing-found",
    });
  });

  it("refuses a zone whose outline crosses itself, saying where", async () => {
    const coordinates = [
      [
        [2.35, 48.86],
        [2.36, 48.87],
        [2.36, 48.86],
        [2.35, 48.87],
        [2.35, 48.86],
      ],
    ] as [number, number][][];
    await expect(
      planOf(gridTerritory(), { selection: { kind: "zone", geometry: { type: "Polygon", coordinates } } }),
    ).rejects.toMatchObject({
      code: "zone-crosses-itself",
      sentence: { fr: expect.stringContaining("2.35500, 48.86500") },
    });
  });

  it("says how many minutes the nearest door needs when there are too few", async () => {
    await expect(planOf(gridTerritory({ doorsOf: () => 20 }), { minutes: 10 })).rejects.toMatchObject({
      code: "too-few-minutes",
      sentence: { fr: expect.stringMatching(/au moins 3\d minutes/) },
    });
  });

  it("leaves out, with the figures, a building that alone takes longer than a route", async () => {
    const { unserved } = await planOf(gridTerritory({ doorsOf: (index) => (index === 5 ? 90 : 2) }));

    expect(unserved.find(({ stopId }) => stopId === "address-5")).toMatchObject({
      code: "too-long-alone",
      reason: expect.stringMatching(/^90 portes\u00a0: 1\d\d min/),
    });
  });

  it("lists addresses without a street with the distance of the nearest", async () => {
    const territory = gridTerritory({
      change: (address) => (address.index === 3 ? { ...address, place: null, streetMetres: 502 } : address),
    });

    const { unserved } = await planOf(territory);

    expect(unserved.find(({ stopId }) => stopId === "address-3")).toMatchObject({
      code: "no-street",
      reason: expect.stringContaining("502 m"),
    });
  });

  it("stops when it is cancelled", async () => {
    const controller = new AbortController();
    const stopAtRoutes = ({ stage }: { stage: string }) => {
      if (stage === "routes") controller.abort();
    };

    await expect(
      planOf(gridTerritory(), {}, { signal: controller.signal, onProgress: stopAtRoutes }),
    ).rejects.toBeInstanceOf(Cancelled);
  });
});
