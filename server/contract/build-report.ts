import type { Finding, Source, TerritorySummary } from "../../geodata/territory/territory.ts";

/** Steps of a build. */
export type BuildStage =
  | "contours"
  | "osm"
  | "addresses"
  | "elevation"
  | "results"
  | "census"
  | "joining"
  | "streets"
  | "doors"
  | "base map"
  | "station map"
  | "writing";

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
