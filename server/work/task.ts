import type { MessagePort } from "node:worker_threads";
import type { BuildOptions } from "../../geodata/territory/build-options.ts";
import type { ImportReport, SaidOfFile } from "../contract/imports.ts";
import { isWalked } from "../contract/layers.ts";
import type { Language, Plan, PlanRequest, PlanRoute } from "../contract/plan.ts";
import type { PlanChange } from "../contract/plan-change.ts";
import type { CampChoice } from "../contract/scores.ts";
import type { RouterServer } from "../osrm-router/parse-router-url.ts";
import type { SheetFormat } from "../sheets/sheet-format.ts";
import type { PackedJson } from "./packed-json.ts";
import type { ReadKind, ReadShapes } from "./reads.ts";

/** What the serving thread asks of a worker thread. Everything in it can be cloned or moved between threads. */
export type Task = ReadTask | PlanTask | SheetsTask | DescribeTask;

export interface ReadTask {
  readonly kind: "read";
  readonly path: string;
  readonly read: ReadKind;
  /** The input that READS[read] takes. */
  readonly input: ReadShapes[ReadKind]["input"];
}

/** Whether a read computes for a second or more: such reads wait behind each other, not before those of milliseconds. */
export function isLongRead<Kind extends ReadKind>(read: Kind, input: ReadShapes[Kind]["input"]): boolean {
  return LONG_READS[read]?.(input) ?? false;
}

const LONG_READS: { readonly [Kind in ReadKind]?: (input: ReadShapes[Kind]["input"]) => boolean } = {
  zones: () => true,
  walks: () => true,
  transitions: () => true,
  layer: ({ layer }) => isWalked(layer),
};

/** Places in a plan's shared memory, because a busy thread reads no messages. Each is an Int32, zero until set. */
export const PLAN_FLAGS = { stop: 0, begun: 1, finish: 2, bytes: 12 } as const;

export interface PlanTask {
  readonly kind: "plan";
  readonly path: string;
  /** What to plan: a request, or a plan and what is different from it. */
  readonly order: PlanRequest | PlanChangeOrder;
  readonly choice: CampChoice;
  /** Who measures and draws the walks; null for our own engine. */
  readonly router: RouterServer | null;
  /** Where PlanProgress is posted. */
  readonly progress: MessagePort;
  /** Laid out as PLAN_FLAGS: asks the worker to stop or to finish, and tells that it has begun. */
  readonly flags: SharedArrayBuffer;
}

export interface PlanChangeOrder {
  readonly plan: PackedJson<Plan>;
  readonly change: PlanChange;
}

export interface SheetsTask {
  readonly kind: "sheets";
  readonly path: string;
  readonly plan: PackedJson<Plan>;
  readonly format: SheetFormat;
  readonly language: Language;
  readonly routeId: string | null;
  /** Address of each route's own page, by route id. */
  readonly routeAddresses: Readonly<Record<string, string>>;
}

/** A finished plan, cut up so that the serving thread never has to read it. */
export interface FinishedPlan {
  readonly plan: PackedJson<Plan>;
  readonly totals: Plan["totals"];
  readonly territory: { readonly title: string; readonly version: string; readonly attributions: readonly string[] };
  readonly routes: readonly { readonly id: string; readonly route: PackedJson<PlanRoute> }[];
}

/** A territory to be built from files, or the invented town. */
export type BuildOrder =
  | { readonly kind: "files"; readonly options: BuildOptions }
  | { readonly kind: "demo"; readonly name: string; readonly seed: number };

export interface FinishedBuild {
  readonly report: PackedJson<ImportReport>;
}

/** A file to be recognised and read through. */
export interface DescribeTask {
  readonly kind: "describe";
  readonly path: string;
  readonly said: SaidOfFile;
}
