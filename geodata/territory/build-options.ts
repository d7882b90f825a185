import type { BoundingBox } from "../geometry/position.ts";
import { parseElectionId } from "../readers/election-id.ts";
import { UnusableFile } from "../readers/source-rows.ts";
import type { StationMapping } from "../readers/station-layout.ts";
import type { Finding, Source, TerritorySummary } from "./territory.ts";

/** A file and what its user says of it: `bureaux.geojson@2017`, `resultats.txt@2024_legi_t1`. */
export interface GivenFile {
  readonly path: string;
  /** Year of the contours that it holds or, for results, that it joins. */
  readonly vintage: number | null;
  /** The round that a result file holds. */
  readonly electionId: string | null;
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
] as const;
export type BuildStage = (typeof BUILD_STAGES)[number];

export interface BuildProgress {
  readonly stage: BuildStage;
  /** Of the whole build, 0 to 1. */
  readonly share: number;
  /** Megabytes read per second in this stage, null where nothing is read. */
  readonly megabytesPerSecond: number | null;
  /** Null while there is nothing to judge by. */
  readonly remainingSeconds: number | null;
}

export interface BuildReport {
  readonly territory: TerritorySummary;
  readonly path: string;
  readonly elections: readonly {
    readonly id: string;
    readonly contoursVintage: number | null;
    readonly rows: number;
    readonly matched: number;
    readonly joinRate: number;
    readonly stations: number;
    readonly lowestMatchedShare: number;
  }[];
  readonly sources: readonly Source[];
  readonly findings: readonly Finding[];
  readonly stages: readonly {
    readonly stage: BuildStage;
    readonly seconds: number;
    /** Largest memory of the process so far (resident set). */
    readonly peakMegabytes: number;
  }[];
  readonly seconds: number;
  readonly peakMegabytes: number;
}

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
      throw new UnusableFile(text, `"@${mark}" is neither a year, e.g. @2017, nor a round, e.g. @2024_legi_t1`);
    } else break;
    path = match[1] ?? "";
  }
  return { path, vintage, electionId };
}
