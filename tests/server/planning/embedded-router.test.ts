import { describe, expect, it } from "vitest";
import { createEmbeddedRouter } from "../../../server/planning/embedded-router.ts";
import type { LegEnd, StreetRouter } from "../../../server/planning/street-router.ts";
import { randomGridTown, randomPlaces, seededRandom, townOf } from "../../fixtures/grid-town.ts";

const WALKER = { speedKilometresPerHour: 4.5, avoidsSteps: false, hasBicycle: false };
const END: LegEnd = { name: "12 Rue des Tilleuls", number: "12", side: 1, parity: "even" };

function town(): StreetRouter {
  return createEmbeddedRouter(
    townOf(
      [
        [2.35, 48.86],
        [2.352, 48.86],
        [2.36, 48.87],
        [2.361, 48.87],
      ],
      [
        { from: 0, to: 1, name: "Rue des Tilleuls" },
        { from: 2, to: 3 },
      ],
    ),
  );
}

describe("the embedded router", () => {
  it("draws walks that take what its table says, and describes them to the last second", async () => {
    const random = seededRandom(5);
    const graph = randomGridTown(5, 4, random);
    const router = createEmbeddedRouter(graph);
    const places = randomPlaces(graph, 12, random);
    const table = await router.durations(places, WALKER);
    const reachable = places.filter((_, index) => Number.isFinite(table[index]));

    const ends = reachable.slice(1).map(() => END);
    const legs = await router.walk(reachable, ends, WALKER);
    const among = await router.durations(reachable, WALKER);

    expect(legs).toHaveLength(reachable.length - 1);
    legs.forEach((leg, index) => {
      expect(leg.durationSeconds).toBeCloseTo(among[index * reachable.length + index + 1] ?? Number.NaN, 2);
      expect(leg.describe("fr").duration).toBeCloseTo(leg.durationSeconds, 6);
    });
  });

  it("makes a leg of no length from a place to itself", async () => {
    const place = { piece: 0, offsetMetres: 40, side: 1 } as const;

    const [leg] = await town().walk([place, place], [END], WALKER);

    expect(leg).toMatchObject({ distanceMetres: 0, durationSeconds: 0, ascentMetres: 0 });
    expect(leg?.describe("fr").steps.map(({ maneuver }) => maneuver.type)).toEqual(["depart", "arrive"]);
  });

  it("throws where there is no way, saying between which places", async () => {
    const places = [
      { piece: 0, offsetMetres: 1, side: 0 },
      { piece: 1, offsetMetres: 1, side: 0 },
    ] as const;

    await expect(town().walk(places, [END], WALKER)).rejects.toThrow("no way between place 0 and 1");
  });
});
