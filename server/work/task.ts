import type { MessagePort } from "node:worker_threads";
import type { BuildOptions } from "../../geodata/territory/build-options.ts";
import type { ImportReport, SaidOfFile } from "../contract/imports.ts";
import { isWalked } from "../contract/layers.ts";
import type { Language, Plan, PlanRequest, PlanRoute } from "../contract/plan.ts";
import type { Arrangement } from "../contract/plan-arrangement.ts";
import type { PlanChange } from "../contract/plan-change.ts";
import type { EditedHead, EditSteps, HandEdit, PlanEditAnswer } from "../contract/plan-edit.ts";
import type { CampChoice } from "../contract/scores.ts";
import type { RouterServer } from "../osrm-router/parse-router-url.ts";
import type { OutingWork, OutingWorkKind } from "../outings/outing-work.ts";
import type { SheetFormat } from "../sheets/sheet-format.ts";
import type { PackedJson } from "./packed-json.ts";
import type { ReadKind, ReadShapes } from "./reads.ts";

/** What the serving thread asks of a worker thread. Everything in it can be cloned or moved between threads. */
export type Task = ReadTask | PlanTask | SheetsTask | EditTask | RepairTask | ComposeTask | OutingTask | DescribeTask;

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
  ground: () => true,
  zoneFigures: ({ zones }) => zones.reduce((sum, { addressIds }) => sum + addressIds.length, 0) > MANY_ADDRESSES,
  zonesFile: () => true,
  zonesTable: () => true,
};

/** About half a second of measuring. */
const MANY_ADDRESSES = 20_000;

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

/** One edit of a plan by hand. */
export interface EditTask extends EditOrder {
  readonly kind: "edit";
}

export interface EditOrder {
  readonly path: string;
  readonly choice: CampChoice;
  readonly planId: string;
  /** The plan as it was made. */
  readonly base: PackedJson<Plan>;
  /** Null: as it was made. */
  readonly arrangement: PackedJson<Arrangement> | null;
  readonly step: HandEdit | { readonly kind: "restore"; readonly arrangement: PackedJson<Arrangement> | null };
  /** Whether to say what a repair moved. */
  readonly isRepair: boolean;
  /** What the plan says of its edits when this one changes nothing, and when it does. */
  readonly before: EditSteps;
  readonly after: EditSteps;
}

export interface EditOutcome {
  readonly isChanged: boolean;
  readonly arrangement: PackedJson<Arrangement>;
  readonly head: EditedHead;
  /** Routes that are not as before, null for one without stops. */
  readonly routes: readonly { readonly id: string; readonly route: PackedJson<PlanRoute> | null }[];
  readonly answer: PackedJson<PlanEditAnswer>;
}

/** A plan put together from how it was made and what edits changed. */
export interface ComposeTask {
  readonly kind: "compose";
  readonly base: PackedJson<Plan>;
  readonly parts: PlanParts;
}

export interface PlanParts {
  readonly head: EditedHead;
  readonly routes: readonly PackedJson<PlanRoute>[];
}

/** An edited plan planned again around what is locked. Gives the new arrangement. */
export interface RepairTask extends RepairOrder {
  readonly kind: "repair";
}

export interface RepairOrder {
  readonly path: string;
  readonly choice: CampChoice;
  readonly base: PackedJson<Plan>;
  readonly parts: PlanParts | null;
  readonly arrangement: PackedJson<Arrangement> | null;
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

/** Something of an outing: see OutingWork. */
export type OutingTask = {
  readonly [Kind in OutingWorkKind]: {
    readonly kind: "outing";
    readonly work: Kind;
    readonly order: OutingWork[Kind]["input"];
  };
}[OutingWorkKind];

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
