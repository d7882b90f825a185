import { execFileSync } from "node:child_process";
import { parse } from "csv-parse/sync";
import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import { csvText } from "../../../server/contract/csv-text.ts";
import { renderCsv } from "../../../server/sheets/render-csv.ts";
import { renderGeoJson } from "../../../server/sheets/render-geojson.ts";
import { renderGpx } from "../../../server/sheets/render-gpx.ts";
import { doorWords } from "../../../server/sheets/sheet-words.ts";
import { routeWith } from "./sheet-fixture.ts";

describe("CSV sheets", () => {
  it("reads back as one row per stop, with a byte order mark and semicolons", () => {
    const text = renderCsv({ routes: [routeWith([{}, { side: "odd", number: "7 bis" }])], language: "fr" });

    expect(text.startsWith("\uFEFFtournée;ordre;")).toBe(true);
    const rows: string[][] = parse(text.slice(1), { delimiter: ";" });
    expect(rows).toHaveLength(3);
    expect(rows[2]?.slice(0, 6)).toEqual(["1", "2", "6", "7 bis", "Rue des Essais", "côté impair"]);
  });

  it("has a column for floors, the ground floor included, which is empty where nobody knows them", () => {
    const routes = [routeWith([{ doors: 12, floors: 5 }, { floors: null }, {}])];
    const column = (language: "fr" | "en", heading: string): string[] => {
      const rows: Record<string, string>[] = parse(renderCsv({ routes, language }).slice(1), {
        delimiter: ";",
        columns: true,
      });
      return rows.map((row) => row[heading] ?? "no such column");
    };

    expect(column("fr", "niveaux (rez-de-chaussée compris)")).toEqual(["5", "", ""]);
    expect(column("en", "floors (ground floor included)")).toEqual(["5", "", ""]);
    expect(column("fr", "portes")).toEqual(["12", "3", "3"]);
  });

  it("say how many doors of a building asked for no more visits, wherever a stop is told", () => {
    const routes = [routeWith([{ doors: 12, floors: 5, neverAskedDoors: 2 }, { doors: 1 }])];
    const rows: Record<string, string>[] = parse(renderCsv({ routes, language: "fr" }).slice(1), {
      delimiter: ";",
      columns: true,
    });

    expect(rows.map((row) => row["ne plus passer (portes)"])).toEqual(["2", "0"]);
    expect(renderGeoJson({ routes, language: "fr" })).toContain('"neverAskedDoors":2');
    const told = routes[0]?.stops.map((stop) => [doorWords(stop, "fr"), doorWords(stop, "en")]);
    expect(told).toEqual([
      ["12 portes, 5 niveaux, ne plus passer\u00a0: 2", "12 doors, 5 floors, never again: 2"],
      ["1 porte", "1 door"],
    ]);
  });

  it("defuses cells that a spreadsheet would run, and quotes those that would break the table", () => {
    const hostile = ['=HYPERLINK("http://x")', "+1", "-1", "@SUM", "\tx", 'a;"b"\nc'];

    const rows: string[][] = parse(
      csvText(
        ["cell"],
        hostile.map((cell) => [cell]),
      ).slice(1),
      { delimiter: ";" },
    );

    expect(rows.slice(1).flat()).toEqual([...hostile.slice(0, 5).map((cell) => `'${cell}`), hostile[5]]);
  });
});

describe("GeoJSON sheets", () => {
  it("holds the path, the start and every stop in order", () => {
    const { features } = JSON.parse(renderGeoJson({ language: "fr", routes: [routeWith([{}, {}])] }));

    expect(features.map((feature: { properties: { kind: string } }) => feature.properties.kind)).toEqual([
      "route",
      "start",
      "stop",
      "stop",
    ]);
    expect(features[3].properties.order).toBe(2);
    expect(features[0].properties).toMatchObject({ metresPerDoor: 40, crossings: 1, mainRoadCrossings: 0 });
  });

  it("holds the floors of each stop, null where nobody knows them", () => {
    const { features } = JSON.parse(
      renderGeoJson({ language: "fr", routes: [routeWith([{ floors: 5 }, { floors: null }, {}])] }),
    );

    expect(features.slice(2).map((stop: { properties: { floors: unknown } }) => stop.properties.floors)).toEqual([
      5,
      null,
      null,
    ]);
  });

  it("holds null for the crossings of a walk that another engine made", () => {
    const { report } = routeWith([{}]);
    const route = routeWith([{}], { report: { ...report, crossings: null, metresEquivalentPerDoor: null } });

    const { features } = JSON.parse(renderGeoJson({ language: "fr", routes: [route] }));

    expect(features[0].properties).toMatchObject({ metresEquivalentPerDoor: null, crossings: null });
  });
});

describe("GPX sheets", () => {
  const gpx = (address: string) =>
    renderGpx({
      title: "Ville <d'essai> & Cie",
      routes: [routeWith([{ address }, {}])],
      language: "fr",
      attributions: ["© OSM"],
    });

  it("is well-formed whatever the address holds", () => {
    const names: string[] = [];
    const parser = new SaxesParser({ xmlns: true });
    parser.on("text", (text) => names.push(text));
    parser.on("error", (error) => {
      throw error;
    });

    parser.write(gpx('12 <script>"&\u0000\u0007]]> rue Œuvre')).close();

    expect(names.join("")).toContain('12 <script>"&]]> rue Œuvre');
  });

  it.each([
    ["fr", ["12 portes, 5 niveaux", "8 portes, 1 niveau", "3 portes", "1 porte"]],
    ["en", ["12 doors, 5 floors", "8 doors, 1 floor", "3 doors", "1 door"]],
  ] as const)("says doors, and floors of a building with several, in %s", (language, said) => {
    const stops = [{ doors: 12, floors: 5 }, { doors: 8, floors: 1 }, { doors: 3 }, { doors: 1, floors: 2 }];

    const text = renderGpx({ title: "x", routes: [routeWith(stops)], language, attributions: [] });

    const descriptions = [...text.matchAll(/<desc>([^<]*)<\/desc>/g)].map(([, words]) => words);
    expect(descriptions.slice(2)).toEqual(said);
  });

  it.each([
    ["fr", "Données : © OSM", "point central"],
    ["en", "Data: © OSM", "central point"],
  ] as const)(
    "says where its data are from and where a route begins in %s, whichever the plan was made in",
    (language, data, start) => {
      const route = routeWith([{}], { startSentence: { fr: "point central", en: "central point" } });

      const text = renderGpx({ title: "x", routes: [route], language, attributions: ["© OSM"] });

      const descriptions = [...text.matchAll(/<desc>([^<]*)<\/desc>/g)].map(([, words]) => words);
      expect(descriptions.slice(0, 2)).toEqual([data, start]);
      expect(renderGeoJson({ routes: [route], language })).toContain(`"reason":"${start}"`);
    },
  );

  it("keeps the order of elements that GPX 1.1 fixes: metadata, waypoints, tracks; name before desc", () => {
    const order: string[] = [];
    const parser = new SaxesParser();
    const path: string[] = [];
    parser.on("opentag", ({ name }) => {
      path.push(name);
      order.push(path.join("/"));
    });
    parser.on("closetag", () => path.pop());
    parser.write(gpx("x")).close();

    const top = order.filter((entry) => entry.split("/").length === 2).map((entry) => entry.slice(4));
    expect([...new Set(top)]).toEqual(["metadata", "wpt", "trk"]);
    expect(top).toEqual([...top].sort((a, b) => RANK.indexOf(a) - RANK.indexOf(b)));
    expect(order.filter((entry) => entry.startsWith("gpx/wpt/")).slice(0, 2)).toEqual(["gpx/wpt/name", "gpx/wpt/desc"]);
  });

  it("satisfies the published schema's rules on coordinates", () => {
    const positions = [...gpx("x").matchAll(/lat="([^"]+)" lon="([^"]+)"/g)];

    expect(positions.length).toBeGreaterThan(4);
    for (const [, latitude, longitude] of positions) {
      expect(Math.abs(Number(latitude))).toBeLessThanOrEqual(90);
      expect(Math.abs(Number(longitude))).toBeLessThan(180);
      expect(`${latitude}${longitude}`).not.toMatch(/e/i);
    }
  });

  it("is accepted by xmllint where that program is installed", () => {
    let answer = "";
    try {
      answer = execFileSync("xmllint", ["--noout", "-"], {
        input: gpx("x"),
        encoding: "utf8",
        stdio: ["pipe", "pipe", "pipe"],
      });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT")
        process.stderr.write("not run: xmllint is not installed\n");
      else throw error;
    }
    expect(answer).toBe("");
  });
});

const RANK = ["metadata", "wpt", "rte", "trk", "extensions"];
