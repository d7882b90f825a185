import { describe, expect, it } from "vitest";
import { readAddresses } from "../../../geodata/readers/addresses-reader.ts";
import { UnusableFile } from "../../../geodata/readers/source-rows.ts";
import { englishExample, englishExamples } from "../../fixtures/english-examples.ts";
import { sourceFile } from "./source-file.ts";

const BAN = "id;id_fantoir;numero;rep;nom_voie;code_postal;code_insee;nom_commune;lon;lat;type_position";
const REU = '"id_brut_bv_reu","code_commune_ref","longitude","latitude","geo_type","geo_score","nb_adresses"';

async function addressesOf(lines: readonly string[], options = {}) {
  return readAddresses(await sourceFile("adresses.csv", `${lines.join("\r\n")}\r\n`), options);
}

const good = "75101_0001_00012_bis;;12;bis;Rue du Général Foy;75001;75101;Paris;2.33;48.86;entrée";

async function faultOf(row: string) {
  const facts = await addressesOf([BAN, good, row]);
  expect(facts).toMatchObject({ read: 2, accepted: 1, rejected: 1 });
  return englishExample(facts.rejects[0]);
}

describe("reading the national address base", () => {
  it("reads number, suffix, street and position", async () => {
    const { kind, addresses } = await addressesOf([BAN, good]);

    expect(kind).toBe("ban");
    expect(addresses).toEqual([
      {
        id: "75101_0001_00012_bis",
        houseNumber: 12,
        suffix: "bis",
        number: "12 bis",
        street: "Rue du Général Foy",
        postcode: "75001",
        communeCode: "75101",
        communeName: "Paris",
        position: [2.33, 48.86],
        positionKind: "entrée",
        rollCount: null,
        stationKey: null,
        line: 2,
      },
    ]);
  });

  it("knows an address without a number, and a decimal comma", async () => {
    const { addresses } = await addressesOf([
      BAN,
      "a;;99999;;Le Bourg;29000;29039;Concarneau;-3,9;47,8;",
      "b;;;;Le Port;29000;29039;Concarneau;-3.9;47.8;",
    ]);

    expect(addresses).toMatchObject([
      { number: "", houseNumber: null, position: [-3.9, 47.8], positionKind: null },
      { number: "", houseNumber: null, street: "Le Port" },
    ]);
  });

  it.each([
    ["b;;1;;Rue A;75001;75101;Paris;;;", "line 3: has no longitude and latitude"],
    ["b;;1;;Rue A;75001;75101;Paris;est;48.8;", 'longitude "est", latitude "48.8"; expected decimal degrees'],
    [
      "b;;1;;Rue A;75001;75101;Paris;48.86;2.33;",
      "[48.86, 2.33] is outside France; longitude and latitude look swapped",
    ],
    ["b;;1;;Rue A;75001;75101;Paris;0;0;", "[0, 0] is outside France"],
    ["b;;1;;Rue A;75001;75101;Paris;652498;6863379;", "looks projected (Lambert 93?)"],
    ["b;;1;;;75001;75101;Paris;2.33;48.86;", "the address b has no nom_voie"],
    ["b;;douze;;Rue A;75001;75101;Paris;2.33;48.86;", 'numero "douze"; expected a whole number'],
    ["b;;1;;Rue A;75001", "6 fields; expected 11"],
    [good, "the address 75101_0001_00012_bis already stands at line 2"],
  ])("rejects %s", async (row, sentence) => {
    expect(await faultOf(row)).toContain(sentence);
  });

  it("counts addresses of other communes and beyond the box as outside", async () => {
    const lines = [BAN, good, "b;;1;;Rue B;69001;69381;Lyon;4.83;45.76;", "c;;1;;Rue C;75020;75120;Paris;2.4;48.86;"];

    const facts = await addressesOf(lines, {
      keepCommune: (code: string) => code.startsWith("75"),
      box: [2.3, 48.8, 2.35, 48.9],
    });

    expect(facts).toMatchObject({ read: 3, accepted: 1, rejected: 0, outside: 2 });
  });
});

describe("reading the electoral-roll addresses", () => {
  it("reads stations and positions; the same point may stand twice", async () => {
    const { kind, addresses } = await addressesOf([
      REU,
      '"29039_1","29039",-3.913795,47.872888,"housenumber",0.96,2',
      '"29039_1","29039",-3.913795,47.872888,"street",0.6,4',
    ]);

    expect(kind).toBe("reu");
    expect(addresses).toMatchObject([
      {
        stationKey: "29039_1",
        rollCount: 2,
        position: [-3.913795, 47.872888],
        positionKind: "housenumber",
        street: "",
        communeCode: "29039",
      },
      { stationKey: "29039_1", rollCount: 4, positionKind: "street" },
    ]);
    expect(new Set(addresses.map(({ id }) => id)).size).toBe(2);
  });

  it("rejects a row without station or with a broken count", async () => {
    const { rejects } = await addressesOf([
      REU,
      '"29039_1","29039",-3.9,47.8,"housenumber",0.96,2',
      '"","29039",-3.9,47.8,"housenumber",0.96,2',
      '"29039_1","29039",-3.9,47.8,"housenumber",0.96,x',
    ]);

    expect(rejects.flatMap(englishExamples)).toEqual([
      'adresses.csv, line 3: id_brut_bv_reu ""; expected commune and station such as 29039_1',
      'adresses.csv, line 4: nb_adresses "x"; expected a whole number',
    ]);
  });
});

describe("refusing a whole file of addresses", () => {
  it.each([
    ["IRIS;DISP_MED21\n751010101;20000\n", "holds a census table by IRIS (CSV), format filosofi; expected addresses"],
    ["id,street\n1,x\n", 'has the columns "id, street"; expected addresses: BAN'],
    [`${BAN}\n`.repeat(3), "has no record that can be used, of 2. The first: adresses.csv, line 2"],
  ])("%j", async (content, sentence) => {
    const path = await sourceFile("adresses.csv", content);

    await expect(readAddresses(path)).rejects.toThrow(UnusableFile);
    await expect(readAddresses(path)).rejects.toThrow(sentence);
  });
});
