import type { CensusArea } from "./census.ts";
import type { StationVintage } from "./stations.ts";
import type { Terrain } from "./terrain.ts";
import { EXTENT, TOWN, toPoint, toPosition } from "./town-frame.ts";

/** Station contours in the second schema of data.gouv.fr. */
export function stationContours(vintage: StationVintage): string {
  return featureCollection(
    vintage.stations.map(({ number, geometry }) => ({
      type: "Feature",
      properties: {
        codeDepartement: TOWN.departmentCode,
        nomDepartement: TOWN.departmentName,
        codeCirconscription: TOWN.constituencyCode,
        nomCirconscription: TOWN.constituencyName,
        codeCommune: TOWN.communeCode,
        nomCommune: TOWN.name,
        numeroBureauVote: number,
        codeBureauVote: `${TOWN.communeCode}_${number}`,
        id_bv: `${TOWN.communeCode}_${Number(number)}`,
      },
      geometry,
    })),
  );
}

/** IRIS outlines as IGN and Insee publish them. */
export function irisContours(areas: readonly CensusArea[]): string {
  return featureCollection(
    areas.map(({ code, name, geometry }) => ({
      type: "Feature",
      properties: {
        DEPCOM: TOWN.communeCode,
        NOM_COM: TOWN.name,
        IRIS: code,
        DCOMIRIS: `${TOWN.communeCode}${code}`,
        NOM_IRIS: name,
        TYP_IRIS: "H",
        ORIGINE: null,
      },
      geometry,
    })),
  );
}

/** One feature a line, so that the file can be read by eye. */
const featureCollection = (features: readonly object[]) =>
  `{"type":"FeatureCollection","features":[\n${features.map((feature) => JSON.stringify(feature)).join(",\n")}\n]}\n`;

/** One arc second, some thirty metres north to south, as the Shuttle mission measured. */
const CELL_DEGREES = 1 / 3600;
const MARGIN_METRES = 300;

/** Elevation as an ESRI ASCII grid in degrees, decimetres kept. */
export function elevationGrid(terrain: Terrain): string {
  const snap = (degrees: number) => Math.floor(degrees / CELL_DEGREES) * CELL_DEGREES;
  const [cornerWest, cornerSouth] = toPosition([-EXTENT.east - MARGIN_METRES, -EXTENT.north - MARGIN_METRES]);
  const [cornerEast, cornerNorth] = toPosition([EXTENT.east + MARGIN_METRES, EXTENT.north + MARGIN_METRES]);
  const [west, south] = [snap(cornerWest), snap(cornerSouth)];
  const columns = Math.ceil((cornerEast - west) / CELL_DEGREES);
  const rows = Math.ceil((cornerNorth - south) / CELL_DEGREES);
  const lines = [
    `ncols ${columns}`,
    `nrows ${rows}`,
    `xllcorner ${west.toFixed(10)}`,
    `yllcorner ${south.toFixed(10)}`,
    `cellsize ${CELL_DEGREES.toFixed(12)}`,
    "NODATA_value -9999",
  ];
  for (let row = rows - 1; row >= 0; row--) {
    const latitude = south + (row + 0.5) * CELL_DEGREES;
    const cells = Array.from({ length: columns }, (_, column) =>
      terrain.elevationAt(toPoint([west + (column + 0.5) * CELL_DEGREES, latitude])).toFixed(1),
    );
    lines.push(cells.join(" "));
  }
  return `${lines.join("\n")}\n`;
}
