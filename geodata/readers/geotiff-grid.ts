import { fromArrayBuffer, type GeoTIFFImage } from "geotiff";
import type { ElevationGrid } from "../elevation/elevation-grid.ts";
import { UnusableFile } from "./source-rows.ts";

/** Whether a file that begins with these bytes is a TIFF, or a BigTIFF. */
export function isTiff(head: Uint8Array): boolean {
  const [a, b, c, d] = head;
  return (
    (a === 0x49 && b === 0x49 && (c === 42 || c === 43) && d === 0) ||
    (a === 0x4d && b === 0x4d && c === 0 && (d === 42 || d === 43))
  );
}

const MAX_CELLS = 300_000_000;

/** Geographic systems that agree with WGS 84 within a metre: WGS 84, ETRS 89, RGF 93 (three codes). */
const DEGREES = new Set([4326, 4258, 4171, 4965, 9777]);
const LAMBERT_93 = new Set([2154, 9793, 9794]);
const PIXEL_IS_POINT = 2;

/** Reads the first band of a GeoTIFF in degrees (WGS 84) or Lambert-93. */
export async function readGeoTiff(path: string, bytes: Buffer): Promise<ElevationGrid> {
  try {
    const tiff = await fromArrayBuffer(asArrayBuffer(bytes));
    return await gridOf(path, await tiff.getImage());
  } catch (error) {
    if (error instanceof UnusableFile) throw error;
    const why = error instanceof Error ? error.message : String(error);
    throw new UnusableFile(path, {
      fr: `est un GeoTIFF illisible (${why}). Téléchargez-le de nouveau`,
      en: `is a GeoTIFF that cannot be read (${why}). Download it again`,
    });
  }
}

async function gridOf(path: string, image: GeoTIFFImage): Promise<ElevationGrid> {
  const columns = image.getWidth();
  const rows = image.getHeight();
  if (columns * rows > MAX_CELLS) {
    throw new UnusableFile(path, {
      fr: `a ${columns} × ${rows} cases ; il en faut au plus ${MAX_CELLS} : découpez-le au territoire`,
      en: `has ${columns} × ${rows} cells, expected at most ${MAX_CELLS}: cut it to the territory`,
    });
  }
  const bands = image.getSamplesPerPixel();
  if (bands !== 1) {
    throw new UnusableFile(path, {
      fr: `a ${bands} bandes ; il en faut une, d’altitudes`,
      en: `has ${bands} bands, expected one band of heights`,
    });
  }
  const system = systemOf(path, image);
  const [columnStep = 0, rowStep = 0] = image.getResolution();
  const [x = 0, y = 0] = image.getOrigin();
  if (!(columnStep > 0 && rowStep < 0)) {
    throw new UnusableFile(path, {
      fr: `a des cases de ${columnStep} sur ${rowStep} ; il faut des lignes du nord au sud, sans rotation`,
      en: `has cells of ${columnStep} by ${rowStep}, expected rows from north to south, not turned`,
    });
  }
  // The origin is the corner of the first cell, or its middle when the file says that cells are points.
  const toMiddle = image.getGeoKeys()?.GTRasterTypeGeoKey === PIXEL_IS_POINT ? 0 : 0.5;
  const raster = await image.readRasters({ interleave: true });
  const noData = image.getGDALNoData();
  const values = new Float32Array(columns * rows);
  for (let cell = 0; cell < values.length; cell++) {
    const value = Number(raster[cell]);
    values[cell] = value === noData ? Number.NaN : value;
  }
  return {
    columns,
    rows,
    values,
    voidValue: SRTM_VOID,
    west: x + toMiddle * columnStep,
    north: y + toMiddle * rowStep,
    columnStep,
    rowStep: -rowStep,
    system,
  };
}

/** Written by many tools without being declared. */
const SRTM_VOID = -32768;

function systemOf(path: string, image: GeoTIFFImage): ElevationGrid["system"] {
  const keys = image.getGeoKeys();
  const code = Number(keys?.ProjectedCSTypeGeoKey ?? keys?.GeographicTypeGeoKey ?? Number.NaN);
  if (DEGREES.has(code)) return "degrees";
  if (LAMBERT_93.has(code)) return "lambert-93";
  const found = Number.isNaN(code)
    ? { fr: "ne dit pas son système de coordonnées", en: "does not say its coordinate system" }
    : { fr: `est en EPSG:${code}`, en: `is in EPSG:${code}` };
  const command = "`gdalwarp -t_srs EPSG:4326 in.tif out.tif`";
  throw new UnusableFile(path, {
    fr: `${found.fr} ; il faut EPSG:4326 ou EPSG:2154 : convertissez-le avec ${command}`,
    en: `${found.en}, expected EPSG:4326 or EPSG:2154: convert it with ${command}`,
  });
}

function asArrayBuffer(bytes: Buffer): ArrayBuffer {
  const copy = new ArrayBuffer(bytes.length);
  new Uint8Array(copy).set(bytes);
  return copy;
}
