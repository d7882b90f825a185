import * as v from "valibot";
import type { BoundingBox } from "../../geodata/geometry/position.ts";
import type { BuildProgress, BuildReport } from "./build-report.ts";
import type { ColumnMapping, FileDescription, FileRole } from "./file-description.ts";

export const FILE_ROLES = [
  "osm",
  "stations",
  "results",
  "addresses",
  "census",
  "census-areas",
  "elevation",
] as const satisfies readonly FileRole[];

/** What this server takes in. */
export interface ImportLimits {
  /** Of one file. */
  readonly fileBytes: number;
  /** What may still be sent before the disk is too full. */
  readonly freeBytes: number;
  /** Of one piece of a file; files are sent piece by piece. */
  readonly pieceBytes: number;
  /** In one import. */
  readonly files: number;
}

/** What its user says of a file; null leaves it to be recognised. */
export interface SaidOfFile {
  readonly role: FileRole | null;
  /** Year of contours, or of the contours that results join. */
  readonly vintage: number | null;
  /** The round of results that name none. */
  readonly electionId: string | null;
  readonly columns: ColumnMapping | null;
}

export interface ImportFile {
  readonly id: string;
  /** As its owner calls it. */
  readonly name: string;
  readonly bytes: number;
  readonly receivedBytes: number;
  /** Milliseconds since 1970, with name and size the sign that a chosen file is the one that was begun. */
  readonly modifiedAt: number | null;
  readonly status: "uploading" | "reading" | "ready" | "unusable";
  readonly said: SaidOfFile;
  readonly description: FileDescription | null;
  /** Why it cannot be used. */
  readonly fault: string | null;
}

export interface ImportOptions {
  /** What people read. */
  readonly title: string;
  /** In addresses: lower-case letters, digits, hyphens. */
  readonly name: string;
  readonly communes: readonly string[];
  readonly box: BoundingBox | null;
}

export type BuildStatus = "waiting" | "running" | "done" | "failed" | "cancelled";

export interface ImportBuild {
  readonly status: BuildStatus;
  readonly territoryName: string;
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly failure: { readonly code: string; readonly message: string } | null;
}

/** GET /api/imports/:importId, and each "state" event. */
export interface ImportState {
  readonly id: string;
  readonly kind: "files" | "demo";
  readonly createdAt: string;
  readonly options: ImportOptions;
  readonly files: readonly ImportFile[];
  readonly build: ImportBuild | null;
}

/** Each "progress" event. */
export interface ImportProgress {
  /** Builds before this one. */
  readonly ahead: number;
  /** Null until it has begun. */
  readonly build: BuildProgress | null;
}

/** GET /api/imports/:importId/report */
export type ImportReport = Omit<BuildReport, "path">;

/** GET /api/imports */
export interface ImportList {
  readonly limits: ImportLimits;
  /** Latest first. */
  readonly imports: readonly {
    readonly id: string;
    readonly kind: ImportState["kind"];
    readonly title: string;
    readonly name: string;
    readonly createdAt: string;
    readonly files: number;
    readonly bytes: number;
    readonly status: BuildStatus | "draft";
  }[];
}

/** What is lost with a territory, and what stays. GET /api/territories/:name/holdings */
export interface TerritoryHoldings {
  readonly plans: number;
  readonly runningPlans: number;
  readonly choiceVersions: number;
  /** Of the territory's own file. */
  readonly bytes: number;
  /** The import that it was built from in the browser, if its files are still there. */
  readonly importId: string | null;
  readonly importBytes: number;
}

const TerritoryName = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,60}$/));
const Title = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(120));
const Degrees = (most: number) => v.pipe(v.number(), v.minValue(-most), v.maxValue(most));

export const ImportOptionsSchema = v.object({
  title: v.pipe(v.string(), v.trim(), v.maxLength(120)),
  name: v.union([v.literal(""), TerritoryName]),
  communes: v.pipe(v.array(v.pipe(v.string(), v.regex(/^[0-9][0-9AB]?[0-9]{2,3}$/))), v.maxLength(2000)),
  box: v.nullable(v.tuple([Degrees(180), Degrees(90), Degrees(180), Degrees(90)])),
});

export const NewFileSchema = v.object({
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(1000)),
  bytes: v.pipe(v.number(), v.integer(), v.minValue(0)),
  modifiedAt: v.optional(v.nullable(v.pipe(v.number(), v.integer())), null),
});

export const SaidOfFileSchema = v.object({
  role: v.nullable(v.picklist(FILE_ROLES)),
  vintage: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1990), v.maxValue(2100))),
  electionId: v.nullable(
    v.pipe(v.string(), v.regex(/^(19|20)\d\d_(pres|legi|euro|muni|regi|dpmt|cant|refe|referendum)_t[12]$/)),
  ),
  columns: v.nullable(
    v.record(v.pipe(v.string(), v.regex(/^[A-Za-z]{1,20}$/)), v.pipe(v.string(), v.minLength(1), v.maxLength(500))),
  ),
});

export const RetitleSchema = v.object({ title: Title });
