import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { UnusableFile } from "../../../geodata/readers/source-rows.ts";
import { openTerritory } from "../../../geodata/territory/open-territory.ts";
import { createSqliteFile } from "../../../geodata/territory/sqlite-file.ts";
import { verifyTerritoryFile } from "../../../geodata/territory/verify-territory-file.ts";
import { createTerritoryWriter } from "../../../geodata/territory/write-territory.ts";
import { makeAddress, makeStation, makeTerritoryContent } from "../../fixtures/territory-content.ts";

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "arpent-territory-"));
  path = join(folder, "two-squares.territory");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("a territory file", () => {
  it("gives back everything that was written", () => {
    const content = makeTerritoryContent();
    write(content);

    const territory = openTerritory(path);

    expect(territory.summary).toEqual(content.summary);
    expect(territory.stations()).toEqual(content.stations);
    expect(territory.elections()).toEqual(content.elections);
    expect(territory.candidates("2024_legi_t1")).toEqual(content.candidates);
    expect(territory.results("2024_legi_t1")).toEqual(content.results.get("2024_legi_t1"));
    expect(territory.indicators()).toEqual(content.indicators);
    expect(territory.stationIndicators()).toEqual(content.stationIndicators);
    expect(territory.findings()).toEqual(content.findings);
    expect(territory.transitStops()).toEqual(content.transitStops);
    expect(territory.addressesById(["a3", "a1", "unknown"])).toEqual([content.addresses[0], content.addresses[2]]);
    expect(territory.addressesOfStations([1])).toEqual([content.addresses[1]]);
    expect(territory.tile(9, 259, 176)).toEqual(Buffer.from([1, 2, 3]));
    expect(territory.tile(9, 0, 0)).toBeUndefined();
    expect(territory.hasStationTiles).toBe(true);
    expect(territory.stationTile(9, 0, 0)).toBeUndefined();
    territory.close();
  });

  it("keeps the floors of an address, and that nobody knows them", () => {
    write(makeTerritoryContent({ addresses: [makeAddress({ floors: 5 }), makeAddress({ index: 1, id: "a2" })] }));

    const territory = openTerritory(path);

    expect(territory.addressesById(["a1", "a2"]).map(({ floors }) => floors)).toEqual([5, null]);
    territory.close();
  });

  it("keeps the census area of an address, by its place among those that the file names", () => {
    const geometry = makeStation({}).geometry;
    const areas = ["LES TILLEULS 1", "LES TILLEULS 2"].map((name, index) => ({
      ...{ id: `99001010${index + 1}`, name, communeCode: "99001", geometry },
    }));
    write(
      makeTerritoryContent({
        censusAreas: areas,
        addresses: [makeAddress({ censusAreaIndex: 1 }), makeAddress({ index: 1, id: "a2" })],
      }),
    );

    const territory = openTerritory(path);

    expect(territory.censusAreas()).toEqual(areas.map(({ id, name }) => ({ id, name })));
    expect(territory.addressesById(["a1", "a2"]).map(({ censusAreaIndex }) => censusAreaIndex)).toEqual([1, null]);
    territory.close();
  });

  it("gives empty lists for an election that it does not have", () => {
    write();

    const territory = openTerritory(path);

    expect(territory.candidates("1789_legi_t1")).toEqual([]);
    expect(territory.results("1789_legi_t1")).toEqual([]);
    territory.close();
  });

  it("finds the addresses of a box, its edges included, to the last digit", () => {
    const positions = [
      [2.0050001, 48.005],
      [2.0050002, 48.005],
      [2.0050003, 48.005],
    ] as const;
    write(
      makeTerritoryContent({
        addresses: positions.map((position, index) => makeAddress({ index, id: `a${index}`, position })),
      }),
    );

    const territory = openTerritory(path);
    const found = territory.addressesInBox([2.0050002, 48.005, 2.0050002, 48.005]);

    expect(found.map((address) => address.id)).toEqual(["a1"]);
    territory.close();
  });

  it("opens the street graph over shared memory, once", () => {
    write();

    const territory = openTerritory(path);
    const graph = territory.streetGraph();

    expect(graph.pieceLengthMetres.buffer).toBeInstanceOf(SharedArrayBuffer);
    expect([...graph.pieceLengthMetres]).toEqual([744]);
    expect(territory.streetGraph()).toBe(graph);
    territory.close();
  });
});

describe("writing a territory", () => {
  it("shows nothing until it is whole", () => {
    const writer = createTerritoryWriter(path, 0);
    writer.addTile(9, 0, 0, Buffer.from([1]));

    expect(existsSync(path)).toBe(false);

    writer.discard();
    expect(readdirSync(folder)).toEqual([]);
  });

  it("leaves the old territory untouched when the new one fails", () => {
    write();
    const before = readFileSync(path);
    const twins = [makeAddress({}), makeAddress({ index: 1 })];
    const writer = createTerritoryWriter(path, 0);

    expect(() => writer.finish(makeTerritoryContent({ addresses: twins }))).toThrow(/UNIQUE/);
    writer.discard();

    expect(readFileSync(path).equals(before)).toBe(true);
    expect(readdirSync(folder)).toEqual(["two-squares.territory"]);
  });

  it("clears the partial files of dead processes, and only those of this territory", () => {
    const deadProcess = 2 ** 22 + 1;
    writeFileSync(`${path}.partial-${deadProcess}`, "half");
    writeFileSync(join(folder, `other.territory.partial-${deadProcess}`), "half");

    write();

    expect(readdirSync(folder).sort()).toEqual([`other.territory.partial-${deadProcess}`, "two-squares.territory"]);
  });

  it("lets those who have the old territory open go on reading it", () => {
    write();
    const old = openTerritory(path);

    write(makeTerritoryContent({ stations: [] }));

    expect(old.stations()).toHaveLength(2);
    old.close();
  });
});

describe("opening what is not a whole territory", () => {
  it("says so when there is no such file", () => {
    expect(() => openTerritory(path)).toThrow(/does not exist/);
  });

  it.each([
    ["", /does not begin as one/],
    ["a,b,c\n".repeat(100), /does not begin as one/],
  ])("says so for a file that holds %j", (text, sentence) => {
    writeFileSync(path, text);

    expect(() => openTerritory(path)).toThrow(UnusableFile);
    expect(() => openTerritory(path)).toThrow(sentence);
  });

  it("says so for a territory that is cut off", () => {
    write();
    truncateSync(path, 40_000);

    expect(() => openTerritory(path)).toThrow(/is cut off: 40000 bytes of \d+/);
  });

  it("says so for a territory of another version", () => {
    write();
    const bytes = readFileSync(path);
    bytes.writeUInt32BE(999, 60);
    writeFileSync(path, bytes);

    expect(() => openTerritory(path)).toThrow(/format 999, this version of Arpent reads format \d+/);
  });

  it("reads one that was written before public-transport stops were, and says that it has no list of them", () => {
    write();
    const bytes = readFileSync(path);
    bytes.writeUInt32BE(1, 60);
    writeFileSync(path, bytes);

    const territory = openTerritory(path);

    expect(territory.stations()).toHaveLength(2);
    expect(territory.transitStops()).toBeNull();
    territory.close();
  });

  it("reads one that was written before floors were, where nobody knows them", () => {
    write(makeTerritoryContent({ addresses: [makeAddress({ doors: 12 })] }));
    change("ALTER TABLE addresses DROP COLUMN floors; PRAGMA user_version = 2");

    const territory = openTerritory(path);

    expect(territory.addressesById(["a1"])).toEqual([makeAddress({ doors: 12, floors: null })]);
    expect(territory.transitStops()).toHaveLength(1);
    territory.close();
    expect(() => verifyTerritoryFile(path)).not.toThrow();
  });

  it("reads one that was written before stations were cut into tiles, and says that it has none", () => {
    write();
    change("DROP TABLE station_tiles; PRAGMA user_version = 3");

    const territory = openTerritory(path);

    expect(territory.hasStationTiles).toBe(false);
    expect(territory.stationTile(9, 259, 176)).toBeUndefined();
    expect(territory.stations()).toHaveLength(2);
    territory.close();
  });

  it("reads one that was written before addresses kept their census area, and says that it knows none", () => {
    write(makeTerritoryContent({ addresses: [makeAddress({ censusAreaIndex: 0 })] }));
    change("ALTER TABLE addresses DROP COLUMN census_area; DROP TABLE census_areas; PRAGMA user_version = 4");

    const territory = openTerritory(path);

    expect(territory.censusAreas()).toBeNull();
    expect(territory.addressesById(["a1"])).toEqual([makeAddress({ censusAreaIndex: null })]);
    territory.close();
    expect(() => verifyTerritoryFile(path)).not.toThrow();
  });

  it("says so for a territory whose pages are damaged", () => {
    write();
    const damaged = join(folder, "damaged.territory");
    copyFileSync(path, damaged);
    const bytes = readFileSync(damaged);
    bytes.fill(0xff, 100, 8000);
    writeFileSync(damaged, bytes);

    expect(() => openTerritory(damaged)).toThrow(/is damaged/);
  });
});

describe("checking a whole territory", () => {
  it.each([null, 1, 60])("finds nothing to say of %j floors", (floors) => {
    write(makeTerritoryContent({ addresses: [makeAddress({ floors })] }));

    expect(() => verifyTerritoryFile(path)).not.toThrow();
  });

  it.each(["0", "61", "-3", "2.5", "'many'"])("names the address that has %s floors", (floors) => {
    write();
    change(`UPDATE addresses SET floors = ${floors} WHERE id = 'a2'`);

    expect(() => verifyTerritoryFile(path)).toThrow(UnusableFile);
    expect(() => verifyTerritoryFile(path)).toThrow(
      `address "a2" has ${floors.replaceAll("'", "")} floors: expected a whole number from 1 to 60, or nothing`,
    );
  });

  it("says so for pages that are damaged", () => {
    write();
    const bytes = readFileSync(path);
    bytes.fill(0xff, 9000, 20_000);
    writeFileSync(path, bytes);

    expect(() => verifyTerritoryFile(path)).toThrow(/is damaged/);
  });
});

describe("searching names", () => {
  it.each([
    ["12 rue oberkampf", ["a1", "a2"]],
    ["OBERK", ["street/99001/rue oberkampf", "a1", "a2"]],
    ["eglise av 1", ["a3"]],
    ["bureau 2", ["99001_0002"]],
    ["0002", ["99001_0002"]],
    ["99001_0001", ["99001_0001"]],
  ])("finds %j", (text, ids) => {
    write();

    const territory = openTerritory(path);

    expect(territory.search(text, 10).map((hit) => hit.id)).toEqual(ids);
    territory.close();
  });

  it("puts whole words before beginnings of words", () => {
    write(
      makeTerritoryContent({
        addresses: ["12", "1", "10"].map((number, index) =>
          makeAddress({ index, id: `n${number}`, number, houseNumber: Number(number) }),
        ),
      }),
    );

    const territory = openTerritory(path);

    expect(territory.search("1 rue oberkampf", 10).map((hit) => hit.id)).toEqual(["n1", "n10", "n12"]);
    territory.close();
  });

  it("puts names without other words before those with some, however they are typed", () => {
    const streets = ["Rue des Fontaines du Temple", "Rue Vieille du Temple", "Rue du Temple"];
    write(
      makeTerritoryContent({
        addresses: streets.map((street, index) => makeAddress({ index, id: street, street, number: "12" })),
      }),
    );

    const territory = openTerritory(path);

    for (const text of ["12 rue du temple", "r du temple 12"])
      expect(territory.search(text, 1)[0]?.id).toBe("Rue du Temple");
    territory.close();
  });

  it("finds a commune by its postcode, before its streets", () => {
    write();

    const territory = openTerritory(path);

    expect(territory.search("99000", 10)[0]).toMatchObject({ kind: "commune", label: "Deux-Carrés, 99000" });
    territory.close();
  });

  it.each(['"', "*", "-", "rue OR 1=1 --", '" NEAR("', "a".repeat(100_000), "rue ".repeat(10_000), "\0", "(", "^rue"])(
    "takes any text for words, never for a query language: %j",
    (text) => {
      write();

      const territory = openTerritory(path);

      expect(() => territory.search(text, 5)).not.toThrow();
      expect(territory.search(text, 0)).toEqual([]);
      territory.close();
    },
  );
});

describe("searching names with slips", () => {
  const content = makeTerritoryContent({
    censusAreas: [
      { id: "990010101", name: "LES TILLEULS 1", communeCode: "99001", geometry: makeStation({}).geometry },
    ],
  });
  const found = (text: string) => {
    write(content);
    const territory = openTerritory(path);
    const hits = territory.search(text, 10).map(({ kind, id, match }) => `${match} ${kind} ${id}`);
    territory.close();
    return hits;
  };

  it.each([
    "12 rue obrekampf",
    "12 rue oberkmpf",
    "12 rue oberkammpf",
    "12 rue oberkanpf",
    "oberkanpf 12",
    "12 reu oberkampf",
    "12 r oberkempf",
  ])("finds 12 rue Oberkampf when somebody types %s", (text) => {
    expect(found(text)).toContain("close address a1");
  });

  it("finds communes, and census areas by name or code", () => {
    expect(found("deux carres")[0]).toBe("exact commune commune/99001/deux carres");
    expect(found("tileuls")).toEqual(["close area 990010101"]);
    expect(found("iris 990010101")).toEqual(["exact area 990010101"]);
  });

  it("does not guess where enough is found as it was typed", () => {
    expect(found("oberkampf").every((hit) => hit.startsWith("exact"))).toBe(true);
  });

  it("offers what holds the rest of the words where no name holds all of them", () => {
    expect(found("99 rue zzz oberkampf")[0]).toBe("partial street street/99001/rue oberkampf");
  });

  it("guesses nothing from a number or a kind of street alone", () => {
    expect(found("12 zzzzzz")).toEqual([]);
    expect(found("rue zzzzzz")).toEqual([]);
  });

  it("searches a file that has no names of communes and areas", () => {
    write(content);
    change("DELETE FROM names WHERE kind IN ('commune', 'area'); PRAGMA user_version = 3");
    change("INSERT INTO name_index (name_index) VALUES ('rebuild')");

    const territory = openTerritory(path);

    expect(territory.search("oberkanpf 12", 5).map(({ id }) => id)).toContain("a1");
    expect(territory.search("tilleuls", 5)).toEqual([]);
    territory.close();
  });
});

function write(content = makeTerritoryContent()): void {
  const writer = createTerritoryWriter(path, 0);
  writer.addTile(9, 259, 176, Buffer.from([1, 2, 3]));
  writer.finish(content);
}

/** Changes the written file behind the back of its writer. */
function change(sql: string): void {
  const file = createSqliteFile(path);
  file.exec(sql);
  file.close();
}
