import type { Plan, PlanRoute } from "../contract/plan.ts";
import type { Sentence } from "../contract/refusal.ts";
import type { PackedJson } from "../work/packed-json.ts";

/** What outings ask of worker threads: nothing of a plan is read where requests are answered. */
export interface OutingWork {
  readonly open: { readonly input: OpenOrder; readonly output: OpenedRoutes };
  readonly redraw: { readonly input: RedrawOrder; readonly output: RedrawnRoutes };
  readonly replan: { readonly input: ReplanOrder; readonly output: Replanned };
  readonly sheets: { readonly input: OutingSheetsOrder; readonly output: Uint8Array };
}
export type OutingWorkKind = keyof OutingWork;

/** A finished plan, to be cut up into routes that phones can be given. */
export interface OpenOrder {
  readonly plan: PackedJson<Plan>;
}

export interface OpenedStop {
  readonly stopId: string;
  readonly stationId: string | null;
  readonly doors: number;
}

export interface OpenedRoutes {
  readonly routes: readonly (DrawnRoute & { readonly stops: readonly OpenedStop[] })[];
  /** Where the first route begins, in words. */
  readonly start: { readonly label: Sentence; readonly position: readonly [number, number] } | null;
}

export interface DrawnRoute {
  readonly routeId: string;
  readonly route: PackedJson<PlanRoute>;
  readonly durationSeconds: number;
}

/** Routes as they are, and what is different of them. Routes are named by the number on their sheet. */
export interface RedrawOrder {
  readonly path: string;
  /** The plan as it was made: who walks how fast, from where to where. */
  readonly plan: PackedJson<Plan>;
  readonly routes: readonly PackedJson<PlanRoute>[];
  readonly freeStops: readonly string[];
  readonly changes: readonly RouteChange[];
}

export interface RouteChange {
  readonly routeId: string;
  readonly begun: readonly string[];
  readonly kept: readonly string[];
  readonly come: readonly string[];
  readonly order: readonly string[] | null;
}

export interface RedrawnRoutes {
  readonly routes: readonly (DrawnRoute & { readonly stopIds: readonly string[] })[];
}

export interface ReplanOrder {
  readonly path: string;
  readonly plan: PackedJson<Plan>;
  readonly routes: readonly ReplanRoute[];
  readonly freeStops: readonly string[];
  readonly newcomers: number;
  /** From now on, for everybody; null: what the plan foresaw. */
  readonly minutes: number | null;
}

export interface ReplanRoute {
  readonly route: PackedJson<PlanRoute>;
  readonly isPresent: boolean;
  /** Stops that stay with who began them. */
  readonly doneStops: readonly string[];
  /** Where its volunteer reported last: what is left of that street stays theirs. Null before the first report. */
  readonly lastStop: string | null;
  readonly minutes: number | null;
}

export interface Replanned {
  /** What everybody who is there goes on to, by the number on the sheet. */
  readonly routes: readonly {
    readonly routeId: string;
    readonly stopIds: readonly string[];
    readonly seconds: number;
  }[];
  /** What was left before, of every route. */
  readonly before: readonly {
    readonly routeId: string;
    readonly stopIds: readonly string[];
    readonly seconds: number;
  }[];
}

export interface OutingSheetsOrder {
  readonly path: string;
  readonly language: "fr" | "en";
  /** Sheets of routes, or one card with a QR code for each. */
  readonly kind: "sheets" | "cards";
  readonly heading: { readonly name: string; readonly when: string; readonly where: string };
  readonly routes: readonly {
    readonly route: PackedJson<PlanRoute>;
    readonly url: string;
    readonly code: string;
  }[];
  /** Where a code is typed. */
  readonly codeUrl: string;
}
