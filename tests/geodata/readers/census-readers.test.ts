import { describe, expect, it } from "vitest";
import { readCensusAreas } from "../../../geodata/readers/census-areas-reader.ts";
import { readCensusTable } from "../../../geodata/readers/census-table-reader.ts";
import { UnusableFile } from "../../../geodata/readers/source-rows.ts";
import { englishExamples } from "../../fixtures/english-examples.ts";
import { sourceFile } from "./source-file.ts";

async function tableOf(lines: readonly string[], options = {}) {
  return readCensusTable(await sourceFile("table.csv", `${lines.join("\n")}\n`), options);
}

describe("reading a census table", () => {
  it("reads Filosofi: marks are never zero, quality codes are no indicators", async () => {
    const { indicators, rows, format } = await tableOf([
      "IRIS;DISP_TP6021;DISP_INCERT21;DISP_MED21;DISP_D921;DISP_PIMPOT21;DISP_NOTE21",
      "751020801;19,0;1;30390;73140;-29,4;0",
      "751010101;ns;so;nd;so;;so",
    ]);

    expect(format).toBe("filosofi");
    expect(indicators.map(({ id, kind }) => [id, kind])).toEqual([
      ["DISP_TP6021", "share"],
      ["DISP_MED21", "median"],
      ["DISP_D921", "median"],
      ["DISP_PIMPOT21", "share"],
    ]);
    expect(indicators[1]?.label).toEqual({ fr: "Niveau de vie médian (€)", en: "Median living standard (€)" });
    expect(rows).toEqual([
      { areaId: "751020801", values: [19, 30390, 73140, -29.4] },
      { areaId: "751010101", values: ["suppressed", "suppressed", "missing", "missing"] },
    ]);
  });

  it("reads any table of Insee by IRIS, leaving out names and types of area", async () => {
    const { indicators, rows } = await tableOf([
      '"IRIS","COM","LIBCOM","TYP_IRIS","C11_POP15P","C11_POP15P_CS3","P20_LOG","QUARTIER"',
      '"10040101","01004","Ambérieu","H",784,294.5,1e2,"Centre"',
    ]);

    expect(indicators.map(({ id, kind, label }) => [id, kind, label.fr])).toEqual([
      ["C11_POP15P", "count", "Population de 15 ans ou plus"],
      ["C11_POP15P_CS3", "count", "15 ans ou plus, cadres et professions intellectuelles supérieures"],
      ["P20_LOG", "count", "Logements"],
    ]);
    expect(rows).toEqual([{ areaId: "010040101", values: [784, 294.5, 100] }]);
  });

  it("rejects rows it cannot use and counts other communes as outside", async () => {
    const facts = await tableOf(
      ["IRIS;P20_POP", "751010101;10", "751010101;11", "7510101;12", "751010102;beaucoup", "751010103", "691230101;13"],
      { keepCommune: (code: string) => code.startsWith("75") },
    );

    expect(facts).toMatchObject({ read: 6, accepted: 1, rejected: 4, outside: 1 });
    expect(facts.rejects.flatMap(englishExamples)).toEqual([
      "table.csv, line 3: the area 751010101 already stands at line 2; expected it once",
      'table.csv, line 4: area "7510101"; expected the nine characters of an IRIS',
      "table.csv, line 6: 1 fields; expected 2",
      'table.csv, line 5 (IRIS 751010102): column "P20_POP" holds "beaucoup"; expected a number, ns, nd or so',
    ]);
  });

  it("reads more rows than it looks at before it settles the columns", async () => {
    const lines = Array.from({ length: 1000 }, (_, index) => `75101${String(index).padStart(4, "0")};${index}`);

    const { rows } = await tableOf(["IRIS;P20_POP", ...lines]);

    expect(rows).toHaveLength(1000);
    expect(rows.at(-1)).toEqual({ areaId: "751010999", values: [999] });
  });

  it.each([
    ["CODGEO;P20_POP\n75101;3\n", 'has the columns "CODGEO, P20_POP"; expected a census table with a column IRIS'],
    ["IRIS;NOM\n751010101;x\n", "has no column of figures"],
  ])("refuses %j", async (content, sentence) => {
    const path = await sourceFile("table.csv", content);

    await expect(readCensusTable(path)).rejects.toThrow(UnusableFile);
    await expect(readCensusTable(path)).rejects.toThrow(sentence);
  });
});

describe("reading census areas", () => {
  const ring = [
    [2.35, 48.85],
    [2.36, 48.85],
    [2.36, 48.86],
    [2.35, 48.85],
  ];
  const geometry = { type: "MultiPolygon", coordinates: [[ring]] };
  const area = (properties: object, shape: unknown = geometry) => ({ type: "Feature", properties, geometry: shape });

  async function areasOf(...features: unknown[]) {
    return readCensusAreas(await sourceFile("iris.geojson", JSON.stringify({ type: "FeatureCollection", features })));
  }

  it("reads code, name and commune under the titles of both publishers", async () => {
    const { areas } = await areasOf(
      area({ DCOMIRIS: "751041301", NOM_IRIS: "SAINT-MERRI 1" }),
      area({ code_iris: "2A0040101", nom_iris: "Centre" }),
    );

    expect(areas).toMatchObject([
      { id: "751041301", name: "SAINT-MERRI 1", communeCode: "75104" },
      { id: "2A0040101", name: "Centre", communeCode: "2A004" },
    ]);
  });

  it("rejects areas without a code, drawn twice, or broken", async () => {
    const facts = await areasOf(
      area({ DCOMIRIS: "751041301" }),
      area({ DCOMIRIS: "751041301" }),
      area({ DCOMIRIS: "7510" }),
      area({ DCOMIRIS: "751041302" }, null),
    );

    expect(facts).toMatchObject({ read: 4, accepted: 1, rejected: 3 });
    expect(facts.rejects.map(({ reason }) => reason)).toEqual(["duplicate-area", "no-area-code", "no-geometry"]);
  });

  it("refuses contours of something else", async () => {
    await expect(areasOf(area({ codeBureauVote: "75056_0101" }))).rejects.toThrow(
      "holds the contours of polling stations",
    );
    await expect(areasOf(area({ nom: "x" }))).rejects.toThrow("has no feature with the code of an IRIS");
  });
});
