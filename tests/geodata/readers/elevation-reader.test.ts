import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { zipSync } from "fflate";
import { writeArrayBuffer } from "geotiff";
import { afterAll, describe, expect, it } from "vitest";
import { toLambert93 } from "../../../geodata/elevation/lambert-93.ts";
import { readElevation } from "../../../geodata/readers/elevation-reader.ts";
import { Cancelled, UnusableFile } from "../../../geodata/readers/source-rows.ts";

const folder = mkdtempSync(join(tmpdir(), "arpent-elevation-"));
afterAll(() => rmSync(folder, { recursive: true }));

function written(name: string, bytes: Uint8Array | string): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

/** An SRTM3 tile: one metre per 0.01 degree to the east, five to the north; void in its south-west corner. */
function hgt(): Buffer {
  const bytes = Buffer.alloc(1201 * 1201 * 2);
  for (let row = 0; row <= 1200; row++) {
    for (let column = 0; column <= 1200; column++) {
      const height = Math.round(column / 12 + ((1200 - row) / 12) * 5);
      bytes.writeInt16BE(row === 1200 && column === 0 ? -32768 : height, (row * 1201 + column) * 2);
    }
  }
  return bytes;
}

describe("SRTM tiles", () => {
  it.each([
    ["N43E007.hgt", hgt(), [7, 43, 8, 44]],
    ["N43E007.hgt.gz", gzipSync(hgt()), [7, 43, 8, 44]],
    ["any-name.zip", zipSync({ "s01w072.hgt": hgt() }), [-72, -1, -71, 0]],
  ])("reads %s where its name says it lies", async (name, bytes, box) => {
    const tile = await readElevation(written(name, bytes));

    expect(tile).toMatchObject({ format: "hgt", box, read: 1201 * 1201, rejected: 1, accepted: 1201 * 1201 - 1 });
    const [west = 0, south = 0] = box;
    expect(tile.model.elevationAt([west + 0.5, south + 0.5])).toBeCloseTo(300, 6);
    expect(tile.model.elevationAt([west + 1, south + 1])).toBeCloseTo(600, 6);
    expect(tile.model.elevationAt([west, south])).toBeNull();
    expect(tile.model.elevationAt([west - 0.01, south + 0.5])).toBeNull();
  });

  it.each([
    ["renamed.hgt", hgt(), /name \("renamed\.hgt"\) that does not say where the tile lies/],
    ["N44E007.hgt", hgt().subarray(0, 2_000_001), /holds 2000001 bytes, expected 25934402 or 2884802/],
    ["N45E007.hgt.gz", gzipSync(hgt()).subarray(0, 3000), /ends before its content does/],
  ])("says what is wrong with %s", async (name, bytes, sentence) => {
    const failure = await readElevation(written(name, bytes)).catch((error: unknown) => error);

    expect(failure).toBeInstanceOf(UnusableFile);
    expect(String(failure)).toMatch(sentence);
  });

  it("stops when it is cancelled", async () => {
    const controller = new AbortController();
    const path = written("N46E007.hgt", hgt());

    const reading = readElevation(path, { signal: controller.signal, onProgress: () => controller.abort() });

    await expect(reading).rejects.toBeInstanceOf(Cancelled);
  });
});

const ASCII_DEGREES = `ncols 3
nrows 2
xllcorner 2.0
yllcorner 48.0
cellsize 0.5
NODATA_value -99999.00
10 20 30
40 50 -99999.00
`;

describe("ASCII grids", () => {
  it("reads cells by their middles, with void ones", async () => {
    const tile = await readElevation(written("degrees.asc", ASCII_DEGREES));

    expect(tile).toMatchObject({
      format: "ascii-grid",
      read: 6,
      accepted: 5,
      rejected: 1,
      box: [2.25, 48.25, 3.25, 48.75],
    });
    expect(tile.model.elevationAt([2.25, 48.75])).toBe(10);
    expect(tile.model.elevationAt([2.75, 48.25])).toBe(50);
    expect(tile.model.elevationAt([2.5, 48.5])).toBe(30);
    expect(tile.model.elevationAt([3.25, 48.25])).toBeNull();
  });

  it("takes centres, Windows line ends and numbers in one line", async () => {
    const text = "NCOLS 2\r\nNROWS 2\r\nXLLCENTER 2\r\nYLLCENTER 48\r\nCELLSIZE 1\r\n1 2 3 4\r\n";

    const tile = await readElevation(written("windows.asc", text));

    expect(tile.box).toEqual([2, 48, 3, 49]);
    expect(tile.model.elevationAt([2, 49])).toBe(1);
    expect(tile.model.elevationAt([3, 48])).toBe(4);
  });

  it("reads the Lambert-93 grids of IGN", async () => {
    const [x, y] = toLambert93([2.35, 48.86]);
    const west = Math.floor(x / 25) * 25;
    const south = Math.floor(y / 25) * 25;
    const header = `ncols 2\nnrows 2\nxllcorner ${west - 25}\nyllcorner ${south - 25}\ncellsize 25\nNODATA_value -99999\n`;

    const tile = await readElevation(written("lambert.asc", `${header}35 35\n35 35\n`));

    expect(tile.model.elevationAt([2.35, 48.86])).toBe(35);
    expect(tile.model.elevationAt([2.36, 48.86])).toBeNull();
    expect(tile.box[0]).toBeCloseTo(2.35, 2);
    expect(tile.box[1]).toBeCloseTo(48.86, 2);
  });

  it.each([
    ["short.asc", ASCII_DEGREES.replace("40 50 -99999.00\n", "40"), /ends after 4 of 6 heights/],
    ["long.asc", `${ASCII_DEGREES}7\n`, /more than the 6 heights/],
    ["comma.asc", ASCII_DEGREES.replace("20", "20,5"), /row 1, column 2: "20,5", expected a number/],
    ["header.asc", ASCII_DEGREES.replace("cellsize 0.5\n", ""), /"cellsize"/],
    [
      "utm.asc",
      ASCII_DEGREES.replace("2.0", "372000").replace("48.0", "4841000"),
      /expected degrees .* or metres in Lambert-93/,
    ],
    ["huge.asc", ASCII_DEGREES.replace("ncols 3", "ncols 999999999"), /at most 300000000 cells/],
    ["word.asc", `${ASCII_DEGREES.slice(0, 120)}${"9".repeat(5000)}`, /word of more than 1000 characters/],
    ["picture.png", Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]), /holds no heights/],
  ])("says what is wrong with %s", async (name, bytes, sentence) => {
    const failure = await readElevation(written(name, bytes)).catch((error: unknown) => error);

    expect(failure).toBeInstanceOf(UnusableFile);
    expect(String(failure)).toMatch(sentence);
  });

  it("makes impossible heights void and counts them", async () => {
    const tile = await readElevation(written("impossible.asc", ASCII_DEGREES.replace("30", "30000")));

    expect(tile.rejects).toMatchObject([
      { reason: "void", count: 1 },
      { reason: "impossible-height", count: 1 },
    ]);
  });
});

function geoTiff(keys: Record<string, number>): Buffer {
  const bytes = writeArrayBuffer(Float32Array.from([10, 20, 30, 40, 50, -32768]), {
    width: 3,
    height: 2,
    ModelPixelScale: [0.5, 0.5, 0],
    ModelTiepoint: [0, 0, 0, 2, 49, 0],
    GTRasterTypeGeoKey: 1,
    SampleFormat: [3],
    BitsPerSample: [32],
    ...keys,
  });
  return Buffer.from(bytes);
}

describe("GeoTIFF", () => {
  it("reads degrees, by the middles of its cells", async () => {
    const tile = await readElevation(
      written("degrees.tif", geoTiff({ GTModelTypeGeoKey: 2, GeographicTypeGeoKey: 4326 })),
    );

    expect(tile).toMatchObject({ format: "geotiff", read: 6, accepted: 5, box: [2.25, 48.25, 3.25, 48.75] });
    expect(tile.model.elevationAt([2.25, 48.75])).toBe(10);
    expect(tile.model.elevationAt([2.5, 48.5])).toBe(30);
  });

  it("refuses other systems, and says how to convert", async () => {
    const path = written("utm.tif", geoTiff({ GTModelTypeGeoKey: 1, ProjectedCSTypeGeoKey: 32632 }));

    await expect(readElevation(path)).rejects.toThrow(/is in EPSG:32632, expected EPSG:4326 or EPSG:2154: .*gdalwarp/);
  });

  it("says that a cut file cannot be read", async () => {
    const whole = geoTiff({ GTModelTypeGeoKey: 2, GeographicTypeGeoKey: 4326 });

    const failure = await readElevation(written("cut.tif", whole.subarray(0, 60))).catch((error: unknown) => error);

    expect(failure).toBeInstanceOf(UnusableFile);
  });
});
