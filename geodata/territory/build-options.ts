import type { BuildStage } from "../../server/contract/build-report.ts";
import type { BoundingBox } from "../geometry/position.ts";
import type { ColumnMapping } from "../readers/column-mapping.ts";
import { parseElectionId } from "../readers/election-id.ts";
import { UnusableFile } from "../readers/source-rows.ts";
import type { StationMapping } from "../readers/station-layout.ts";

export type { BuildProgress, BuildReport, BuildStage } from "../../server/contract/build-report.ts";

/** A file and what its user says of it: `bureaux.geojson@2017`, `resultats.txt@2024_legi_t1`. */
export interface GivenFile {
  readonly path: string;
  /** Year of the contours that it holds or, for results, that it joins. */
  readonly vintage: number | null;
  /** The round that a result file holds. */
  readonly electionId: string | null;
  /** Which of its columns hold what, where it is not laid out like the known files; null for those that are. */
  readonly columns: ColumnMapping | null;
}

export interface BuildOptions {
  readonly name: string;
  /** What people read; made from the name when null. */
  readonly title: string | null;
  readonly osm: readonly GivenFile[];
  readonly stations: readonly GivenFile[];
  readonly results: readonly GivenFile[];
  readonly addresses: readonly GivenFile[];
  readonly census: readonly GivenFile[];
  readonly censusAreas: readonly GivenFile[];
  readonly elevation: readonly GivenFile[];
  /** Which properties of the contours hold what, for files that are not laid out like those of data.gouv.fr. */
  readonly stationMapping: StationMapping | null;
  /** Only these communes; all when empty. */
  readonly communes: readonly string[];
  /** Only stations whose middle lies in this box. */
  readonly box: BoundingBox | null;
  /** An invented place, such as the demo town. */
  readonly isInvented: boolean;
}

/** In the order in which they run: contours say where, so that only that part of larger files is kept. */
export const BUILD_STAGES = [
  "contours",
  "osm",
  "addresses",
  "elevation",
  "results",
  "census",
  "joining",
  "streets",
  "doors",
  "base map",
  "station map",
  "writing",
] as const satisfies readonly BuildStage[];

/** Reads `PATH[@YEAR][@ELECTION]`. An @ that is followed by anything else belongs to the path. */
export function parseGivenFile(text: string): GivenFile {
  let path = text;
  let vintage: number | null = null;
  let electionId: string | null = null;
  for (let match = /^(.+)@([^@/\\]+)$/.exec(path); match !== null; match = /^(.+)@([^@/\\]+)$/.exec(path)) {
    const mark = match[2] ?? "";
    if (/^(19|20)\d\d$/.test(mark)) vintage = Number(mark);
    else if (parseElectionId(mark) !== null) electionId = mark;
    else if (/^\d+(_|$)/.test(mark)) {
      throw new UnusableFile(text, {
        fr: `porte "@${mark}", qui n’est ni une année, comme @2017, ni un tour, comme @2024_legi_t1`,
        en: `"@${mark}" is neither a year, e.g. @2017, nor a round, e.g. @2024_legi_t1`,
      });
    } else break;
    path = match[1] ?? "";
  }
  return { path, vintage, electionId, columns: null };
}
