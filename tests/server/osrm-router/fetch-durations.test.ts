import { afterEach, describe, expect, it } from "vitest";
import type { Position } from "../../../geodata/geometry/position.ts";
import { Cancelled } from "../../../geodata/readers/source-rows.ts";
import { fetchDurations } from "../../../server/osrm-router/fetch-durations.ts";
import { createOsrmClient } from "../../../server/osrm-router/osrm-client.ts";
import { RouterFault } from "../../../server/osrm-router/router-fault.ts";
import { seededRandom, townOf } from "../../fixtures/grid-town.ts";
import { type OsrmServer, type OsrmServerLimits, sendText, startOsrmServer } from "../../fixtures/osrm-server.ts";

const STREET: readonly Position[] = [
  [2.35, 48.86],
  [2.36, 48.86],
];
const ISLAND: readonly Position[] = [
  [2.35, 48.862],
  [2.36, 48.862],
];
const town = townOf(
  [...STREET, ...ISLAND],
  [
    { from: 0, to: 1, name: "Rue Longue" },
    { from: 2, to: 3, name: "Rue de l'Île" },
  ],
);

let server: OsrmServer;
afterEach(() => server.close());

async function start(limits?: OsrmServerLimits): Promise<void> {
  server = await startOsrmServer(town, limits);
}

function fetchFrom(positions: readonly Position[], tableSize: number, signal = new AbortController().signal) {
  return fetchDurations(createOsrmClient(server.settings(), { signal, pause: async () => {} }), positions, tableSize);
}

/** Along the long street, every so many thousandths of a degree. */
function alongStreet(count: number): Position[] {
  const random = seededRandom(3);
  return Array.from({ length: count }, () => [2.35 + 0.01 * random(), 48.86]);
}

describe("a table of durations", () => {
  it("comes in one request when it is small", async () => {
    await start();
    const positions = alongStreet(12);

    const table = await fetchFrom(positions, 100);

    expect(server.requests.map(({ service }) => service)).toEqual(["table"]);
    expect(server.requests[0]?.query.get("annotations")).toBe("duration");
    expectStraightWalks(table, positions);
  });

  it("comes in blocks of the size that the server allows, each cell once", async () => {
    await start({ maxTable: 10 });
    const positions = alongStreet(33);

    const table = await fetchFrom(positions, 10);

    expect(server.requests).toHaveLength(16);
    expectStraightWalks(table, positions);
  });

  it("is asked in smaller blocks when the server allows less than was hoped", async () => {
    await start({ maxTable: 7 });
    const positions = alongStreet(33);

    const table = await fetchFrom(positions, 100);

    expectStraightWalks(table, positions);
  });

  it("takes an address too long for a proxy as a table too big", async () => {
    await start();
    server.instead = (response, { coordinates }) => coordinates.length > 20 && sendText(response, 414, "");
    const positions = alongStreet(33);

    expectStraightWalks(await fetchFrom(positions, 100), positions);
  });

  it("is refused when even one cell is too big", async () => {
    await start({ maxTable: 0 });

    await expect(fetchFrom(alongStreet(5), 100)).rejects.toMatchObject({ code: "too-big" });
  });

  it("is Infinity where the server knows no way", async () => {
    await start();

    const table = await fetchFrom(
      [
        [2.352, 48.86],
        [2.354, 48.86],
        [2.352, 48.862],
      ],
      2,
    );

    expect([...table].map(Number.isFinite)).toEqual([true, true, false, true, true, false, false, false, true]);
  });

  it("is Infinity for a place far from all streets of the server's map", async () => {
    await start();

    const table = await fetchFrom(
      [
        [2.352, 48.86],
        [2.354, 48.86],
        [2.352, 48.85],
      ],
      100,
    );

    expect([...table].map(Number.isFinite)).toEqual([true, true, false, true, true, false, false, false, true]);
  });

  it("tells that the server's map does not cover the place at all", async () => {
    await start();

    const fault = await fetchFrom(
      [
        [7.42, 43.73],
        [7.43, 43.73],
      ],
      100,
    ).catch((error: unknown) => error);

    expect(fault).toMatchObject({
      code: "not-covered",
      reason: { en: "no street within 500 m of 7.42000, 43.73000 on its map" },
    });
  });

  it("is empty for no place, and needs no server for one", async () => {
    await start();

    expect([...(await fetchFrom([], 100))]).toEqual([]);
    expect([...(await fetchFrom(alongStreet(1), 100))]).toEqual([0]);
    expect(server.requests).toEqual([]);
  });
});

describe("a block that fails", () => {
  it("for once is asked again", async () => {
    await start();
    server.instead = (response, _, count) => count === 3 && sendText(response, 500, "");
    const positions = alongStreet(20);

    expectStraightWalks(await fetchFrom(positions, 5), positions);
    expect(server.requests).toHaveLength(17);
  });

  it("for good fails the table with its reason", async () => {
    await start();
    server.instead = (response, { coordinates }) =>
      coordinates.some(([longitude]) => longitude > 2.357) && sendText(response, 502, "");

    await expect(fetchFrom(alongStreet(30), 5)).rejects.toMatchObject({
      code: "busy",
      reason: { fr: "réponse HTTP 502" },
    });
  });

  it.each([
    ["of another size", '{"code":"Ok","durations":[[0]]}', "a table of 1 × 1 instead of 3 × 3"],
    ["with words in it", '{"code":"Ok","durations":[[0,1,2],[1,0,"2"],[2,1,0]]}', "durations: "],
    ["with negative times", '{"code":"Ok","durations":[[0,1,2],[1,0,-2],[2,1,0]]}', "durations: "],
  ])("is a table %s", async (_, text, words) => {
    await start();
    server.instead = (response) => sendText(response, 200, text);

    const fault = await fetchFrom(alongStreet(3), 100).catch((error: unknown) => error);

    expect(fault).toBeInstanceOf(RouterFault);
    expect(fault).toMatchObject({ code: "not-osrm", reason: { en: expect.stringContaining(words) } });
  });

  it("is not waited for after cancelling", async () => {
    await start();
    const controller = new AbortController();
    server.instead = (_, __, count) => {
      if (count === 3) controller.abort();
      return count >= 3;
    };

    await expect(fetchFrom(alongStreet(40), 5, controller.signal)).rejects.toThrow(Cancelled);
  });
});

/** On one flat street at 5 km/h, seconds are 0.72 per metre; the server rounds to tenths. */
function expectStraightWalks(table: Float32Array, positions: readonly Position[]): void {
  const metresPerDegree = 111_195.08 * Math.cos((48.86 * Math.PI) / 180);
  positions.forEach(([from], row) => {
    positions.forEach(([to], column) => {
      const seconds = 0.72 * metresPerDegree * Math.abs(to - from);
      expect(Math.abs((table[row * positions.length + column] ?? Infinity) - seconds)).toBeLessThan(0.3);
    });
  });
}
