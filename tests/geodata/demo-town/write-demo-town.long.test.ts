import { readFile, stat } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTown, type Town } from "../../../geodata/demo-town/town.ts";
import { toPosition } from "../../../geodata/demo-town/town-frame.ts";
import type { DemoTownFiles } from "../../../geodata/demo-town/write-demo-town.ts";
import { banAddresses } from "../../../geodata/demo-town/write-tables.ts";
import { buildingFinder } from "../../../geodata/doors/find-building.ts";
import { isInBox } from "../../../geodata/geometry/position.ts";
import { readAddresses } from "../../../geodata/readers/addresses-reader.ts";
import { readCensusAreas } from "../../../geodata/readers/census-areas-reader.ts";
import { readCensusTable } from "../../../geodata/readers/census-table-reader.ts";
import { readElevation } from "../../../geodata/readers/elevation-reader.ts";
import { joinResults } from "../../../geodata/readers/join-results.ts";
import type { OsmExtract } from "../../../geodata/readers/osm-extract.ts";
import { readOsm } from "../../../geodata/readers/osm-reader.ts";
import { readResults } from "../../../geodata/readers/results-reader.ts";
import { readStationContours } from "../../../geodata/readers/station-contours-reader.ts";
import { attachToStreets } from "../../../geodata/street-graph/attach-to-streets.ts";
import { buildStreetGraph } from "../../../geodata/street-graph/build-street-graph.ts";
import { transitStops } from "../../../geodata/transit/transit-stops.ts";
import { pathsOf, temporaryTown } from "./demo-town-files.ts";

let files: DemoTownFiles;
let remove: () => Promise<void>;
let extract: OsmExtract;
let town: Town;
beforeAll(async () => {
  town = createTown(1);
  ({ files, remove } = await temporaryTown(1));
  extract = await readOsm(files.osm);
}, 120_000);
afterAll(() => remove());

describe("the files of the demo town", () => {
  it("are the same bytes for the same seed", async () => {
    const again = await temporaryTown(1);
    const read = async (town: DemoTownFiles) => Promise.all(pathsOf(town).map((path) => readFile(path)));

    const [first, second] = await Promise.all([read(files), read(again.files)]);
    await again.remove();

    first.forEach((bytes, i) => {
      expect(bytes.equals(second[i] ?? Buffer.alloc(0))).toBe(true);
    });
  }, 120_000);

  it("are of another town for another seed", async () => {
    const addresses = await readFile(files.addresses, "utf8");

    expect(addresses).toBe(banAddresses(town.addresses));
    expect(addresses).not.toBe(banAddresses(createTown(2).addresses));
  }, 120_000);

  it("are small enough to be written on every start", async () => {
    const sizes = await Promise.all(pathsOf(files).map(async (path) => (await stat(path)).size));

    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(6_000_000);
    expect(Math.min(...sizes)).toBeGreaterThan(500);
  });

  it("have bus stops, each of a name of its own", () => {
    const stops = transitStops(extract);

    expect(stops.length).toBeGreaterThan(15);
    expect(new Set(stops.map(({ kind }) => kind))).toEqual(new Set(["bus"]));
    expect(new Set(stops.map(({ name }) => name)).size).toBe(stops.length);
    expect(stops.filter(({ name }) => name === "")).toEqual([]);
  });

  it("say the floors of every block of flats, as the town was built", async () => {
    const buildingAt = buildingFinder(extract.areas);
    const blocks = town.addresses.flatMap(({ building, position }) => {
      const home = building === null ? undefined : town.buildings[building];
      return home?.building === "apartments" ? [{ home, position: toPosition(position) }] : [];
    });

    const told = blocks.map(({ position }) => buildingAt(position).floors);

    expect(blocks.length).toBeGreaterThan(1000);
    expect(told).toEqual(blocks.map(({ home }) => home.levels));
    expect(Math.max(...blocks.map(({ home }) => home.levels))).toBeGreaterThan(8);
  }, 120_000);

  it("are read by the ordinary readers without one rejected record", async () => {
    const contours = await Promise.all(files.stations.map(({ path }) => readStationContours(path)));
    const reads = [
      extract,
      ...contours,
      ...(await Promise.all(files.results.map((path) => readResults(path)))),
      await readAddresses(files.addresses),
      await readCensusAreas(files.censusAreas),
      await readCensusTable(files.census),
      await readCensusTable(files.population),
      await readElevation(files.elevation),
    ];

    for (const { read, accepted, rejected } of reads) expect([read > 0, accepted, rejected]).toEqual([true, read, 0]);
    expect(contours.map(({ vintageGuess }) => vintageGuess)).toEqual(files.stations.map(({ vintage }) => vintage));
  });

  it("give every station of its vintage a result whose sums agree, in four elections of two rounds", async () => {
    const contours = await Promise.all(
      files.stations.map(async ({ path, vintage }) => ({ vintage, ...(await readStationContours(path)) })),
    );
    const { elections } = joinResults(await Promise.all(files.results.map((path) => readResults(path))));

    const rounds = elections.map(({ electionId }) => electionId);
    for (const id of ["2017_pres", "2020_muni", "2022_pres", "2024_legi"]) {
      expect(rounds).toContain(`${id}_t1`);
      expect(rounds).toContain(`${id}_t2`);
    }
    for (const { electionId, stations } of elections) {
      const year = Number(electionId.slice(0, 4));
      const own = [...contours].reverse().find(({ vintage }) => vintage <= year);
      expect(stations.map(({ number }) => number).sort()).toEqual(own?.contours.map(({ number }) => number).sort());
      for (const station of stations) {
        expect(station.abstentions + station.voters).toBe(station.registered);
        expect((station.blank ?? 0) + (station.nullVotes ?? 0) + station.expressed).toBe(station.voters);
        expect(station.candidates.reduce((sum, { votes }) => sum + votes, 0)).toBe(station.expressed);
        expect(station.registered).toBeGreaterThan(150);
        expect(station.registered).toBeLessThan(1300);
      }
    }
  });

  it("hold a network where all addresses but the forester's hut hang on streets of one part", async () => {
    const { graph } = buildStreetGraph(extract, null, {});
    const { addresses } = await readAddresses(files.addresses);

    const places = attachToStreets(
      graph,
      addresses.map(({ position, street }) => ({ position, street })),
      {},
    );

    const apart = addresses.filter((_, i) => !places[i]?.place);
    expect(apart.map(({ street }) => street)).toEqual(["Maison forestière des Essarts"]);
    const parts = places.flatMap(({ place }) =>
      place ? [graph.nodeComponent[graph.pieceFrom[place.piece] ?? 0]] : [],
    );
    expect(new Set(parts)).toEqual(new Set([0]));
  });

  it("draw bridges, steps, a pedestrian heart, passages, private drives, crossings and a forbidden bypass", () => {
    const { ways, points, areas } = extract;
    const count = (key: string, value: string) => ways.filter(({ tags }) => tags[key] === value).length;

    expect(ways.filter(({ tags }) => tags.bridge === "yes" && tags.name?.startsWith("Pont ")).length).toBeGreaterThan(
      3,
    );
    expect(count("highway", "steps")).toBeGreaterThan(25);
    expect(count("highway", "pedestrian")).toBeGreaterThan(4);
    expect(count("tunnel", "building_passage")).toBeGreaterThan(3);
    expect(count("access", "private")).toBeGreaterThan(5);
    expect(count("junction", "roundabout")).toBeGreaterThan(5);
    expect(count("motorroad", "yes")).toBeGreaterThan(0);
    expect(count("railway", "rail")).toBeGreaterThan(0);
    expect(points.filter(({ tags }) => tags.highway === "crossing").length).toBeGreaterThan(60);
    expect(areas.filter(({ tags }) => tags.building !== undefined).length).toBeGreaterThan(6000);
    for (const { tags } of ways) if (tags.highway?.startsWith("trunk")) expect(tags.foot).toBe("no");
  });

  it("cover the town with heights that make it hilly", async () => {
    const { model, box } = await readElevation(files.elevation);
    const { addresses } = await readAddresses(files.addresses);

    const heights = addresses.map(({ position }) => {
      expect(isInBox(position, box)).toBe(true);
      return model.elevationAt(position) ?? Number.NaN;
    });

    expect(Math.max(...heights) - Math.min(...heights)).toBeGreaterThan(100);
  });

  it("list the same census areas in outlines and incomes, the incomes of two held back", async () => {
    const { rows } = await readCensusTable(files.census);
    const { areas } = await readCensusAreas(files.censusAreas);

    expect(rows.map(({ areaId }) => areaId).sort()).toEqual(areas.map(({ id }) => id).sort());
    const suppressed = rows.filter(({ values }) => values.includes("suppressed"));
    expect(suppressed.length).toBe(2);
  });

  it("count people whose ages and occupations fit into their areas", async () => {
    const { rows, indicators } = await readCensusTable(files.population);
    const column = (id: string) => indicators.findIndex((one) => one.id === id);

    for (const { values } of rows) {
      const count = (id: string) => Number(values[column(id)]);
      expect(count("P21_POP0014") + count("P21_POP1529") + count("P21_POP65P")).toBeLessThan(count("P21_POP"));
      expect(count("P21_CHOM1564")).toBeLessThan(count("P21_ACT1564") / 4);
      expect(count("C21_POP15P_CS7") + count("C21_POP15P_CS3") + count("C21_POP15P_CS6")).toBeLessThan(
        count("C21_POP15P"),
      );
    }
  });

  it("give no house number and no id twice", async () => {
    const { addresses } = await readAddresses(files.addresses);

    const labels = addresses.map(({ number, street }) => `${number} ${street}`);
    expect(new Set(labels).size).toBe(labels.length);
    expect(new Set(addresses.map(({ id }) => id)).size).toBe(addresses.length);
    expect(addresses.some(({ suffix }) => suffix === "bis")).toBe(true);
  });
});
