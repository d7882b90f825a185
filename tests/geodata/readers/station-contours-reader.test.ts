import { describe, expect, it } from "vitest";
import { UnusableFile } from "../../../geodata/readers/source-rows.ts";
import { readStationContours } from "../../../geodata/readers/station-contours-reader.ts";
import { englishExample } from "../../fixtures/english-examples.ts";
import { sourceFile } from "./source-file.ts";

type Ring = (readonly number[])[];

function square(longitude: number, latitude: number): Ring {
  const east = longitude + 0.01;
  const north = latitude + 0.01;
  return [
    [longitude, latitude],
    [east, latitude],
    [east, north],
    [longitude, north],
    [longitude, latitude],
  ];
}

function polygon(...rings: Ring[]) {
  return { type: "Polygon", coordinates: rings };
}

function station(number: string, geometry: unknown = polygon(square(2.35, 48.85)), more: object = {}) {
  return { type: "Feature", properties: { codeBureauVote: `75056_${number}`, ...more }, geometry };
}

async function contoursOf(features: unknown[], { name = "bureaux.geojson", options = {}, more = {} } = {}) {
  return readStationContours(
    await sourceFile(name, JSON.stringify({ type: "FeatureCollection", ...more, features })),
    options,
  );
}

/** One good station, and one that is not: what is said of it. */
async function faultOf(geometry: unknown) {
  const { facts, contours } = await contoursOf([station("0001"), station("0002", geometry)]).then(
    ({ contours: kept, ...rest }) => ({ facts: rest, contours: kept }),
  );
  expect(contours.map(({ id }) => id)).toEqual(["75056_0001"]);
  expect(facts).toMatchObject({ read: 2, accepted: 1, rejected: 1 });
  const [reject] = facts.rejects;
  return `${reject?.reason}: ${englishExample(reject)}`;
}

describe("reading the contours of polling stations", () => {
  it("reads the first vintage of data.gouv.fr", async () => {
    const properties = {
      codeBureauVote: "85191_0010",
      numeroBureauVote: "0010",
      codeCommune: "85191",
      nomCommune: "La Roche-sur-Yon",
      codeDepartement: "85",
      nomDepartement: "Vendée",
      nomCirconscription: "2ème circonscription",
    };

    const { contours, format } = await contoursOf([
      {
        type: "Feature",
        properties,
        geometry: { type: "MultiPolygon", coordinates: [[square(-1.4, 46.6)], [square(-1.3, 46.6)]] },
      },
    ]);

    expect(format).toBe("data-gouv-contours-1");
    expect(contours[0]).toMatchObject({
      id: "85191_0010",
      number: "0010",
      communeCode: "85191",
      communeName: "La Roche-sur-Yon",
      name: "Bureau 10",
      constituency: "8502",
    });
    expect(contours[0]?.geometry.type).toBe("MultiPolygon");
  });

  it("reads the second vintage of data.gouv.fr, pretty-printed and after other members", async () => {
    const collection = {
      type: "FeatureCollection",
      crs: { type: "name", properties: { name: "urn:ogc:def:crs:OGC:1.3:CRS84" } },
      bbox: [2, 48, 3, 49],
      features: [
        {
          type: "Feature",
          properties: {
            codeCirconscription: "0104",
            codeCommune: "01001",
            nomCommune: "L'Abergement-Clémenciat",
            numeroBureauVote: "0001",
            codeBureauVote: "01001_0001",
            id_bv: "01001_1",
          },
          geometry: polygon(square(4.9, 46.1)),
        },
      ],
    };
    const path = await sourceFile("contours.geojson", `\ufeff${JSON.stringify(collection, null, 4)}\n`);

    const { contours, format } = await readStationContours(path);

    expect(format).toBe("data-gouv-contours-2");
    expect(contours[0]).toMatchObject({
      id: "01001_0001",
      constituency: "0104",
      communeName: "L'Abergement-Clémenciat",
    });
  });

  it("leaves the commune open where the file names none, and guesses the vintage from the name", async () => {
    const { contours, vintageGuess } = await contoursOf(
      [{ type: "Feature", properties: { code_bv: "0327" }, geometry: polygon(square(2.35, 48.85)) }],
      { name: "bureaux_2026.geojson" },
    );

    expect(contours[0]).toMatchObject({ id: "0327", number: "0327", communeCode: null, name: "Bureau 327" });
    expect(vintageGuess).toBe(2026);
  });

  it("reads any other GeoJSON by mapping its properties", async () => {
    const features = [
      { type: "Feature", properties: { N: 7, VILLE: "29039", LIEU: "École" }, geometry: polygon(square(-3.9, 47.8)) },
    ];

    const { contours, format } = await contoursOf(features, {
      options: { mapping: { station: "N", commune: "VILLE", name: "LIEU" } },
    });

    expect(format).toBe("geojson-mapping");
    expect(contours[0]).toMatchObject({ id: "29039_7", number: "7", communeCode: "29039", name: "École" });
  });

  it("counts the stations of other communes as outside, whatever their geometry", async () => {
    const elsewhere = { type: "Feature", properties: { codeBureauVote: "69123_0001" }, geometry: null };

    const facts = await contoursOf([station("0001"), elsewhere], {
      options: { keepCommune: (code: string) => code === "75056" },
    });

    expect(facts).toMatchObject({ read: 2, accepted: 1, rejected: 0, outside: 1 });
  });

  it("drops heights and keeps holes", async () => {
    const hole = square(2.353, 48.853).map(([x = 0, y = 0]) => [
      2.35 + (x - 2.353) / 10 + 0.002,
      48.85 + (y - 48.853) / 10 + 0.002,
    ]);

    const { contours } = await contoursOf([
      station(
        "0001",
        polygon(
          square(2.35, 48.85).map(([x = 0, y = 0]) => [x, y, 35]),
          hole,
        ),
      ),
    ]);

    expect(contours[0]?.geometry.coordinates).toHaveLength(2);
    expect(contours[0]?.geometry.coordinates[0]?.[0]).toEqual([2.35, 48.85]);
  });
});

describe("rejecting what is no area of a station", () => {
  const corner = [2.35, 48.85];

  it.each([
    ["no geometry", null, "no-geometry: bureaux.geojson, feature 2 (station 75056_0002): has no geometry"],
    [
      "a point",
      { type: "Point", coordinates: corner },
      'not-an-area: bureaux.geojson, feature 2 (station 75056_0002): is a "Point"',
    ],
    ["no coordinates", { type: "Polygon", coordinates: [] }, "is a Polygon without coordinates"],
    ["a ring of three positions", polygon([corner, [2.36, 48.85], corner]), "short-ring: "],
    [
      "a ring left open",
      polygon(square(2.35, 48.85).slice(0, 4)),
      "is not closed: it begins at [2.35, 48.85] and ends at [2.35, 48.86]",
    ],
    ["a ring without extent", polygon([corner, [2.36, 48.86], [2.37, 48.87], corner]), "encloses nothing"],
    [
      "a ring that crosses itself",
      polygon([corner, [2.37, 48.87], [2.37, 48.85], [2.35, 48.87], corner]),
      "crossing-ring: bureaux.geojson, feature 2 (station 75056_0002): outer ring crosses itself at [2.36, 48.86]",
    ],
    [
      "a hole that crosses itself",
      polygon(square(2.35, 48.85), [corner, [2.37, 48.87], [2.37, 48.85], [2.35, 48.87], corner]),
      "hole 1 crosses itself",
    ],
    [
      "longitude and latitude swapped",
      polygon(square(2.35, 48.85).map(([x = 0, y = 0]) => [y, x])),
      "outside-france: bureaux.geojson, feature 2 (station 75056_0002): outer ring, position 1 [48.85, 2.35] is outside France; longitude and latitude look swapped",
    ],
    [
      "projected metres",
      polygon(square(652_498, 6_863_379)),
      "[652498, 6863379] is not degrees; looks projected (Lambert 93?)",
    ],
    ["another country", polygon(square(-3.7, 40.4)), "[-3.7, 40.4] is outside France, overseas included"],
    [
      "text for numbers",
      polygon([["2.35", "48.85"] as unknown as number[]]),
      'position 1 is ["2.35","48.85"]; expected [longitude, latitude]',
    ],
  ])("%s", async (_, geometry, sentence) => {
    expect(await faultOf(geometry)).toContain(sentence);
  });

  it("keeps the first of a station drawn twice, padded or not, and names both", async () => {
    const { contours, rejects } = await contoursOf([
      station("0001"),
      station("0002"),
      station("1", polygon(square(2.4, 48.85))),
    ]);

    expect(contours).toHaveLength(2);
    expect(rejects).toEqual([
      {
        reason: "duplicate-station",
        count: 1,
        examples: [
          {
            fr: expect.stringMatching(/^bureaux\.geojson, objet 3 \(bureau 75056_1\)\s: le bureau est déjà dessiné/),
            en: "bureaux.geojson, feature 3 (station 75056_1): the station is already drawn by feature 1; expected one feature per station, holding all its parts",
          },
        ],
      },
    ]);
  });

  it("counts features without a number and members that are no features", async () => {
    const unnamed = { type: "Feature", properties: {}, geometry: polygon(square(2.35, 48.85)) };

    const facts = await contoursOf([station("0001"), unnamed, null, 12, { type: "Topology" }]);

    expect(facts).toMatchObject({ read: 5, accepted: 1, rejected: 4 });
    expect(facts.rejects.map(({ reason, count }) => [reason, count])).toEqual([
      ["no-station-number", 1],
      ["not-a-feature", 3],
    ]);
  });

  it("takes every French territory", async () => {
    const places: [number, number][] = [
      [9.4, 42.6],
      [-61.5, 16.2],
      [-61.0, 14.6],
      [-52.3, 4.9],
      [55.5, -21.1],
      [45.2, -12.8],
      [-56.2, 46.8],
      [-63.1, 18.1],
      [166.4, -22.2],
      [-149.5, -17.5],
      [-176.2, -13.3],
      [7.5, 43.77],
    ];

    const { contours } = await contoursOf(places.map(([x, y], index) => station(String(index), polygon(square(x, y)))));

    expect(contours).toHaveLength(places.length);
  });
});

describe("refusing a whole file of contours", () => {
  it.each([
    [
      "in Lambert 93",
      { crs: { type: "name", properties: { name: "urn:ogc:def:crs:EPSG::2154" } } },
      "has its coordinates in urn:ogc:def:crs:EPSG::2154; expected WGS 84",
    ],
    [
      "with EPSG:42310 for 4326",
      { crs: { type: "name", properties: { name: "EPSG:43260" } } },
      "has its coordinates in EPSG:43260",
    ],
  ])("%s", async (_, more, sentence) => {
    await expect(contoursOf([station("0001")], { more })).rejects.toThrow(sentence);
  });

  it.each([
    "urn:ogc:def:crs:OGC:1.3:CRS84",
    "EPSG:4326",
    "urn:ogc:def:crs:EPSG::4326",
    "http://www.opengis.net/def/crs/OGC/1.3/CRS84",
  ])("but not one in %s", async (name) => {
    const { contours } = await contoursOf([station("0001")], { more: { crs: { type: "name", properties: { name } } } });

    expect(contours).toHaveLength(1);
  });

  it.each([
    [
      "that ends in the middle",
      '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"codeBureauVote":"1_1"}',
      "ends in the middle, after 0 whole features",
    ],
    ["that is one feature", JSON.stringify(station("0001")), "without a list of features"],
    ["without features", '{"type":"FeatureCollection","features":[]}', "holds no feature"],
    [
      "whose features name no station",
      JSON.stringify({
        type: "FeatureCollection",
        features: [{ type: "Feature", properties: { nom: "x" }, geometry: polygon(square(2, 48)) }],
      }),
      "its properties are nom: say which one",
    ],
    ["that is text", "hello", "is not GeoJSON"],
    ["that is a web page", "<!DOCTYPE html><html></html>", "holds a web page"],
    [
      "of addresses",
      "id;numero;rep;nom_voie;code_insee;lon;lat\n1;1;;Rue;75101;2;48\n",
      "holds addresses (BAN or REU, CSV), format ban; expected the contours of polling stations",
    ],
    [
      "of census areas",
      JSON.stringify({
        type: "FeatureCollection",
        features: [{ type: "Feature", properties: { DCOMIRIS: "751010101" }, geometry: polygon(square(2, 48)) }],
      }),
      "holds the contours of census areas",
    ],
  ])("%s", async (_, content, sentence) => {
    const path = await sourceFile("given.geojson", content);

    await expect(readStationContours(path)).rejects.toThrow(UnusableFile);
    await expect(readStationContours(path)).rejects.toThrow(sentence);
  });

  it("in which not one station is good, quoting the first fault", async () => {
    await expect(contoursOf([station("0001", null)])).rejects.toThrow(
      "has no record that can be used, of 1. The first: bureaux.geojson, feature 1 (station 75056_0001): has no geometry",
    );
  });
});
