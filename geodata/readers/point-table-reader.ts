import { basename } from "node:path";
import { fromLambertEurope } from "../geometry/lambert-europe.ts";
import type { Position } from "../geometry/position.ts";
import { impossibleCounts } from "./check-station-votes.ts";
import { parseCount, parseDecimal } from "./parse-number.ts";
import { atLine, placed } from "./placed-sentence.ts";
import { type PointTableLayout, type PointTableRound, pointTableLayoutOf } from "./point-table-layout.ts";
import { createTally, type ReadFacts, type ReadOptions, refuseIfNothingIsGood } from "./read-facts.ts";
import { readTable, type TableRow } from "./read-table.ts";
import type { GeneralRow, ResultTable } from "./result-rows.ts";
import { UnusableFile } from "./source-rows.ts";

export const POINT_TABLE = "station-points";

/** A station of which only the place is known, not the area. */
export interface StationPoint {
  readonly communeCode: string;
  readonly communeName: string;
  /** Counted within the commune in the order of the file, from "1": such tables leave the real numbers out. */
  readonly number: string;
  /** `[easting, northing]` in metres of EPSG:3035. */
  readonly planePosition: readonly [number, number];
  readonly position: Position;
}

const METRES_PER_UNIT = 100;
/** Everything that the plane is meant for: Europe with its islands. */
const PLANE_LIMITS = { east: [900_000, 7_400_000], north: [900_000, 7_400_000] } as const;

/** Reads the places of stations. Throws UnusableFile when the table is of something else. */
export async function readStationPoints(
  path: string,
  options: ReadOptions = {},
): Promise<ReadFacts & { readonly points: readonly StationPoint[] }> {
  const tally = createTally(path);
  const points: StationPoint[] = [];
  const file = await readTable(path, tally, options, ({ header }) => {
    const layout = layoutOf(path, header);
    const number = numbering(layout);
    return (row) => {
      const code = row.text(layout.commune);
      const own = number(row);
      const plane = planePosition(row, layout);
      if (code === "") tally.reject("no-commune", atLine(row.line, NO_COMMUNE));
      else if (plane === null) {
        const [x, y] = [row.text(layout.easting), row.text(layout.northing)];
        const sentence = {
          fr: `se trouve en "${x}", "${y}" ; il faut des hectomètres en EPSG:3035`,
          en: `stands at "${x}", "${y}"; expected hectometres of EPSG:3035`,
        };
        tally.reject("no-position", atLine(row.line, sentence));
      } else {
        tally.accept();
        points.push({
          communeCode: code,
          communeName: row.text(layout.communeName) || code,
          number: own,
          planePosition: plane,
          position: fromLambertEurope(plane),
        });
      }
    };
  });
  const facts = tally.facts({ format: POINT_TABLE, ...file });
  refuseIfNothingIsGood(path, facts);
  return { ...facts, points };
}

/**
 * Reads the votes of such a table: one record for each station and round. Stations that `keepStation` does not want
 * are counted as `outside`.
 */
export async function readPointResults(
  path: string,
  options: ReadOptions & { readonly keepStation?: ((communeCode: string, number: string) => boolean) | undefined } = {},
): Promise<ResultTable> {
  const tally = createTally(path);
  const rows: GeneralRow[] = [];
  const file = await readTable(path, tally, options, ({ header }) => {
    const layout = layoutOf(path, header);
    if (layout.rounds.length === 0) {
      throw new UnusableFile(path, {
        fr: "ne dit pas de quelles années sont ses scrutins ; nommez-le par exemple eu2024_lg2024_bv.tsv",
        en: "does not say of which years its elections are; name it e.g. eu2024_lg2024_bv.tsv",
      });
    }
    const number = numbering(layout);
    return (row) => {
      const [communeCode, own] = [row.text(layout.commune), number(row)];
      const isKept = options.keepStation?.(communeCode, own) ?? true;
      for (const [position, round] of layout.rounds.entries()) {
        // A row is read once by the table: its further rounds are records of their own.
        if (position > 0) tally.read();
        if (!isKept) {
          tally.outside();
          continue;
        }
        const counts = countsOf(row, round);
        const problem = counts === null ? UNREADABLE : impossibleCounts(counts);
        if (counts === null || problem !== null) {
          const where = `(commune ${communeCode}, ${round.electionId})`;
          const label = { fr: `ligne ${row.line} ${where}`, en: `line ${row.line} ${where}` };
          const { reason, sentence } = problem ?? UNREADABLE;
          tally.reject(reason, placed(label, sentence));
          continue;
        }
        tally.accept();
        const place = { electionId: round.electionId, communeCode, number: own, constituency: null };
        rows.push({ ...place, ...counts, file: tally.file, line: row.line });
      }
    };
  });
  const facts = tally.facts({ format: POINT_TABLE, ...file });
  refuseIfNothingIsGood(path, facts);
  return { ...facts, kind: "complete", rows };
}

const NO_COMMUNE = { fr: "ne nomme aucune commune", en: "names no commune" };

const UNREADABLE = {
  reason: "unreadable-count",
  sentence: { fr: "un nombre manque ou n’est pas entier", en: "a count is missing or no whole number" },
};

function layoutOf(path: string, header: readonly string[]): PointTableLayout {
  const layout = pointTableLayoutOf(header, basename(path));
  if (layout !== null) return layout;
  throw new UnusableFile(path, {
    fr: "n’est pas un tableau de bureaux en points (x100_epsg3035, y100_epsg3035, commune)",
    en: "is no table of stations as points (x100_epsg3035, y100_epsg3035, commune)",
  });
}

/** Every row counts, good or not, so that places and votes of one file always agree. */
function numbering(layout: PointTableLayout): (row: TableRow) => string {
  const counts = new Map<string, number>();
  return (row) => {
    const commune = row.text(layout.commune);
    const next = (counts.get(commune) ?? 0) + 1;
    counts.set(commune, next);
    return String(next);
  };
}

function planePosition(row: TableRow, layout: PointTableLayout): readonly [number, number] | null {
  const [x, y] = [parseDecimal(row.text(layout.easting)), parseDecimal(row.text(layout.northing))];
  if (x === null || y === null) return null;
  const [east, north] = [x * METRES_PER_UNIT, y * METRES_PER_UNIT];
  const isInside = (value: number, [least, most]: readonly [number, number]) => value >= least && value <= most;
  return isInside(east, PLANE_LIMITS.east) && isInside(north, PLANE_LIMITS.north) ? [east, north] : null;
}

function countsOf(row: TableRow, round: PointTableRound) {
  const registered = parseCount(row.text(round.registered));
  const blankAndNull = parseCount(row.text(round.blankAndNull));
  const candidates = round.lists.flatMap(({ column, name, nuance }) => {
    const votes = parseCount(row.text(column));
    return votes === null ? [] : [{ panel: null, name, nuance, list: null, votes }];
  });
  if (registered === null || blankAndNull === null || candidates.length < round.lists.length) return null;
  const expressed = candidates.reduce((sum, { votes }) => sum + votes, 0);
  const voters = round.voters === -1 ? blankAndNull + expressed : parseCount(row.text(round.voters));
  if (voters === null) return null;
  const abstentions = registered - voters;
  return { registered, abstentions, voters, blank: null, nullVotes: blankAndNull, expressed, candidates };
}
