import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { describeFile } from "../../../geodata/readers/describe-file.ts";
import { englishExamples } from "../../fixtures/english-examples.ts";
import { osmPbf } from "../../fixtures/osm-pbf-writer.ts";
import { sourceFile } from "./source-file.ts";

const feature = (properties: object) => ({ type: "Feature", properties, geometry: null });
const collection = (...properties: object[]) =>
  JSON.stringify({ type: "FeatureCollection", features: properties.map(feature) });

describe("describing a file before anything is built from it", () => {
  it("says how many stations are drawn, of which year and where", async () => {
    const content = collection(
      { codeBureauVote: "29039_1", codeCommune: "29039", nomCommune: "Concarneau" },
      { codeBureauVote: "29039_2", codeCommune: "29039", nomCommune: "Concarneau" },
      { codeBureauVote: "29046_1", codeCommune: "29046", nomCommune: "Douarnenez" },
    );

    const found = await describeFile(await sourceFile("bureaux_2022.geojson.gz", gzipSync(content)));

    expect(found).toMatchObject({ role: "stations", records: 3, vintage: 2022 });
    expect(found.communes).toEqual([
      { code: "29039", name: "Concarneau", records: 2 },
      { code: "29046", name: "Douarnenez", records: 1 },
    ]);
  });

  it("names the rounds of results, and says when they name none", async () => {
    const many = await sourceFile(
      "general.csv",
      "id_election;id_brut_miom;inscrits;votants;exprimes\n2022_pres_t1;75056_0101;9;5;4\n2024_legi_t1;75056_0101;9;5;4\n",
    );
    const silent = await sourceFile(
      "resultats.txt",
      "Code de la commune;Code du b.vote;Inscrits;Votants;Exprimés;Nom;Voix\n056;0101;9;5;4;DURAND;4\n",
    );

    expect(await describeFile(many)).toMatchObject({
      elections: ["2022_pres_t1", "2024_legi_t1"],
      needsElection: false,
    });
    expect(await describeFile(silent)).toMatchObject({ role: "results", elections: [], needsElection: true });
  });

  it("offers the likeliest mapping of columns that it does not know, with their first values", async () => {
    const table = await sourceFile("rues.csv", "voie;no;lng;lat\nRue Haute;3;4.01;47.001\n");
    const contours = await sourceFile("zones.geojson", collection({ NUM_BV: 12, INSEE: "21999", surface: 3.5 }));

    const addresses = await describeFile(table);
    const stations = await describeFile(contours);

    expect(addresses).toMatchObject({ role: null, columns: ["voie", "no", "lng", "lat"] });
    expect(addresses.sample).toEqual([["Rue Haute", "3", "4.01", "47.001"]]);
    expect(addresses.mappings[0]).toMatchObject({
      role: "addresses",
      guess: { street: "voie", number: "no", longitude: "lng", latitude: "lat" },
    });
    expect(stations.mappings[0]).toMatchObject({ role: "stations", guess: { station: "NUM_BV", commune: "INSEE" } });
  });

  it("takes a mapped file for what it was said to be", async () => {
    const contours = await sourceFile("zones.geojson", collection({ n: 1, c: "21999" }, { n: 2, c: "21999" }));

    const found = await describeFile(contours, { role: "stations", columns: { station: "n", commune: "c" } });

    expect(found).toMatchObject({ role: "stations", records: 2 });
    expect(found.communes).toEqual([{ code: "21999", name: "", records: 2 }]);
  });

  it("finds a cut download before a build does", async () => {
    const whole = gzipSync(
      collection({ codeBureauVote: "29039_1" }, ...Array.from({ length: 2000 }, (_, n) => ({ n }))),
    );

    const cut = describeFile(await sourceFile("bureaux.geojson.gz", whole.subarray(0, whole.length - 200)));

    await expect(cut).rejects.toThrow(/bureaux\.geojson\.gz: ends before its content does/);
  });

  it("finds streets that were cut, which nothing compresses as a whole", async () => {
    const whole = osmPbf({ nodes: [{ id: 1, at: [2.35, 48.85] }] });

    await expect(describeFile(await sourceFile("rues.osm.pbf", whole))).resolves.toMatchObject({ role: "osm" });
    const cut = describeFile(await sourceFile("rues.osm.pbf", whole.subarray(0, whole.length - 9)));
    await expect(cut).rejects.toThrow(/rues\.osm\.pbf: ends inside blob 1/);
  });

  it.each([
    ["a header without rows", "numero;nom_voie;code_insee;lon;lat\n", "has a header line alone"],
    [
      "UTF-16 without a mark",
      Buffer.from("numero;nom_voie;lon;lat\n1;Rue Haute;4;47\n", "utf16le"),
      "is written in UTF-16",
    ],
    ["UTF-16 the other way round", Buffer.from("numero;nom_voie\n", "utf16le").swap16(), "is written in UTF-16"],
    ["something else with zeros", Buffer.from("GIF89a\0\0\u0001 12 34 a;b\n"), "holds binary content"],
  ])("says what is wrong with %s", async (_, content, words) => {
    await expect(describeFile(await sourceFile("adresses.csv", content))).rejects.toThrow(words);
  });

  it("counts what cannot be read, with line and expectation", async () => {
    const long = `numero;nom_voie;code_insee;lon;lat\n1;Rue Haute;21999;4;47\n${"x".repeat(2_000_000)}\n`;

    const found = await describeFile(await sourceFile("adresses.csv", long));

    expect(found.records).toBe(1);
    expect(englishExamples(found.rejects[0])).toEqual([
      "adresses.csv, line 3: is longer than 1 MB; expected one record per line",
    ]);
  });
});

describe("a compressed file that grows without end", () => {
  it("is given up long before it is unpacked", async () => {
    // A line of two gigabytes in two megabytes: members of gzip may follow each other.
    const member = gzipSync(Buffer.alloc(50_000_000, "x"), { level: 9 });
    const header = gzipSync("numero;nom_voie;code_insee;lon;lat\n");
    const bomb = await sourceFile(
      "adresses.csv.gz",
      Buffer.concat([header, ...Array.from({ length: 40 }, () => member)]),
    );

    await expect(describeFile(bomb)).rejects.toThrow(/adresses\.csv\.gz: unpacks to more than 200 times its \d+ bytes/);
  });
});
