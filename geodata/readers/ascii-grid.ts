import type { Sentence } from "../../server/contract/refusal.ts";
import type { ElevationGrid } from "../elevation/elevation-grid.ts";
import { coordinateSystemOf } from "./grid-system.ts";
import { asItStands, placed } from "./placed-sentence.ts";
import { UnusableFile } from "./source-rows.ts";

/** Whether a file that begins with these bytes is an ESRI ASCII grid. */
export function isAsciiGrid(head: Uint8Array): boolean {
  return /^(ï»¿)?\s*(ncols|nrows)\s+\d/i.test(Buffer.from(head.subarray(0, 256)).toString("latin1"));
}

const MAX_CELLS = 300_000_000;
const HEADER_KEYS = new Set([
  "ncols",
  "nrows",
  "xllcorner",
  "xllcenter",
  "yllcorner",
  "yllcenter",
  "cellsize",
  "dx",
  "dy",
  "nodata_value",
]);

/** Reads an ESRI ASCII grid as it comes: a header of words with their numbers, then the heights from the north-west. */
export function createAsciiGridParser(path: string): { push(chunk: Buffer): void; end(): ElevationGrid } {
  const header = new Map<string, number>();
  let key: string | null = null;
  let values: Float32Array | null = null;
  let cells = 0;
  let noData = Number.NaN;
  let rest = "";

  return {
    push: (chunk) => {
      const text = rest + chunk.toString("latin1");
      const lastBreak = Math.max(text.lastIndexOf(" "), text.lastIndexOf("\n"), text.lastIndexOf("\t"));
      rest = text.slice(lastBreak + 1);
      if (rest.length > MAX_WORD) {
        throw new UnusableFile(path, {
          fr: `contient un mot de plus de ${MAX_WORD} caractères`,
          en: `holds a word of more than ${MAX_WORD} characters`,
        });
      }
      readWords(text.slice(0, lastBreak + 1));
    },
    end: () => {
      readWords(rest);
      const grid = values ?? startGrid();
      if (cells < grid.length) {
        throw new UnusableFile(path, {
          fr: `s’arrête après ${cells} altitudes sur ${grid.length} : le fichier est incomplet`,
          en: `ends after ${cells} of ${grid.length} heights: the file is incomplete`,
        });
      }
      return gridAt(path, header, grid);
    },
  };

  function readWords(text: string): void {
    for (const word of text.split(/\s+/)) if (word !== "") readWord(word);
  }

  function readWord(word: string): void {
    if (values === null) {
      const name = word.replace(/^ï»¿/, "").toLowerCase();
      if (key === null && HEADER_KEYS.has(name)) {
        key = name;
        return;
      }
      if (key !== null) {
        header.set(key, numberOf(word, asItStands(key)));
        key = null;
        return;
      }
    }
    values ??= startGrid();
    if (cells >= values.length) {
      throw new UnusableFile(path, {
        fr: `contient plus que les ${values.length} altitudes annoncées`,
        en: `holds more than the ${values.length} heights announced`,
      });
    }
    const where = () => {
      const [row, column] = [Math.floor(cells / need("ncols")) + 1, (cells % need("ncols")) + 1];
      return { fr: `ligne ${row}, colonne ${column}`, en: `row ${row}, column ${column}` };
    };
    const value = Number(word);
    values[cells] = value === noData ? Number.NaN : Number.isFinite(value) ? value : numberOf(word, where());
    cells++;
  }

  function startGrid(): Float32Array {
    const count = need("ncols") * need("nrows");
    if (!(Number.isInteger(need("ncols")) && Number.isInteger(need("nrows")) && count > 0 && count <= MAX_CELLS)) {
      const [columns, rows] = [need("ncols"), need("nrows")];
      throw new UnusableFile(path, {
        fr: `annonce ${columns} colonnes et ${rows} lignes ; il faut des nombres entiers et au plus ${MAX_CELLS} cases`,
        en: `announces ${columns} columns and ${rows} rows, expected whole numbers and at most ${MAX_CELLS} cells`,
      });
    }
    noData = header.get("nodata_value") ?? -9999;
    return new Float32Array(count);
  }

  function need(name: string): number {
    const value = header.get(name);
    if (value === undefined) throw new UnusableFile(path, withoutHeader(`"${name}"`));
    return value;
  }

  function numberOf(word: string, what: Sentence): number {
    if (/^nan$/i.test(word)) return Number.NaN;
    const value = Number(word);
    if (!Number.isFinite(value)) {
      const found = `"${word.slice(0, 40)}"`;
      throw new UnusableFile(
        path,
        placed(what, { fr: `${found} ; il faut un nombre`, en: `${found}, expected a number` }),
      );
    }
    return value;
  }
}

const MAX_WORD = 1_000;

function withoutHeader(what: string): Sentence {
  return { fr: `n’a pas ${what} dans son en-tête`, en: `the header has no ${what}` };
}

function gridAt(path: string, header: ReadonlyMap<string, number>, values: Float32Array): ElevationGrid {
  const columns = header.get("ncols") ?? 0;
  const rows = header.get("nrows") ?? 0;
  const columnStep = header.get("dx") ?? header.get("cellsize") ?? 0;
  const rowStep = header.get("dy") ?? header.get("cellsize") ?? 0;
  if (!(columnStep > 0 && rowStep > 0)) throw new UnusableFile(path, withoutHeader('"cellsize" (> 0)'));
  const west = header.get("xllcenter") ?? half(header.get("xllcorner"), columnStep);
  const south = header.get("yllcenter") ?? half(header.get("yllcorner"), rowStep);
  if (west === null || south === null) throw new UnusableFile(path, withoutHeader('"xllcorner", "yllcorner"'));
  const north = south + (rows - 1) * rowStep;
  const system = coordinateSystemOf(path, [west, south, west + (columns - 1) * columnStep, north]);
  return { columns, rows, values, voidValue: Number.NaN, west, north, columnStep, rowStep, system };
}

/** A corner is half a cell away from the middle of its cell. */
function half(corner: number | undefined, step: number): number | null {
  return corner === undefined ? null : corner + step / 2;
}
