import type { Outcome } from "./field-events.ts";
import type { OutingRouteState } from "./outings.ts";

/** How far outings are, as headquarters see it: figures of the work, and never of one household. */

/** What people answered is told of this many doors or more together, and of fewer not at all. */
export const SMALLEST_BREAKDOWN = 11;

/** done: finished, or every door tried. */
export type StopState = "untouched" | "begun" | "done";

/** Of some addresses together. Doors tried are work that was done, so they are told however few they are. */
export interface WorkFigures {
  readonly stops: number;
  readonly stopsBegun: number;
  readonly stopsDone: number;
  readonly doors: number;
  /** A door that was tried twice counts twice. */
  readonly doorsTried: number;
  /** Null below SMALLEST_BREAKDOWN doors, and where the figure would follow from those of the others. */
  readonly answers: Answers | null;
}

export interface Answers {
  readonly counts: Readonly<Record<Outcome, number>>;
  /** Conversations by doors tried, 0 to 1. */
  readonly contactRate: number;
}

export interface RouteProgress extends WorkFigures {
  readonly id: string;
  /** "1", "2", …: what is printed on the sheet. */
  readonly routeId: string;
  readonly state: OutingRouteState;
  /** From the beginning of the walk to its last door, by doors tried; null before there are two. */
  readonly minutesPerDoor: number | null;
  /** The same of the plan: the walk included. */
  readonly expectedMinutesPerDoor: number | null;
  /** The last time the phone sent anything. */
  readonly heardAt: string | null;
  readonly lastDoorAt: string | null;
}

export interface StationProgress extends WorkFigures {
  /** Null for addresses outside all stations. */
  readonly stationId: string | null;
}

export interface ZoneProgress extends WorkFigures {
  /** Null for addresses of no zone. */
  readonly zoneId: string | null;
  readonly name: string | null;
}

/** One address of an outing, as it is now. */
export interface StopProgress {
  readonly stopId: string;
  /** Null when nobody walks it. */
  readonly outingRouteId: string | null;
  readonly doors: number;
  readonly doorsTried: number;
  readonly state: StopState;
}

/** Everything that moves. */
export interface ProgressFigures {
  readonly outingId: string;
  /** Of the last report that is in these figures. */
  readonly sequence: number;
  /** Of who walks what. */
  readonly revision: number;
  readonly endedAt: string | null;
  /** When they were read. */
  readonly at: string;
  readonly total: WorkFigures;
  readonly routes: readonly RouteProgress[];
  readonly stations: readonly StationProgress[];
}

/** GET /api/outings/:id/progress */
export interface OutingProgress extends ProgressFigures {
  /** Conversations by doors that the plan expects, 0 to 1; null when the plan is gone. */
  readonly expectedContactRate: number | null;
  readonly stops: readonly (StopProgress & PlaceOfAddress)[];
  /** Of the zoning that was asked for. */
  readonly zones: readonly ZoneProgress[];
}

export interface PlaceOfAddress {
  /** Both null when the territory has the address no more. */
  readonly address: string | null;
  readonly position: readonly [number, number] | null;
}

/** Event "progress" of GET /api/outings/:id/events; its id is its sequence. `stops` are those that changed. */
export interface ProgressEvent extends ProgressFigures {
  readonly stops: readonly StopProgress[];
}

/** GET /api/territories/:name/coverage: what was done over all outings. */
export interface Coverage {
  readonly at: string;
  readonly outings: number;
  readonly total: CoverageFigures;
  readonly stations: readonly StationCoverage[];
  /** The latest first. */
  readonly days: readonly DayCoverage[];
  readonly addresses: readonly AddressCoverage[];
}

export interface CoverageFigures {
  /** Addresses where somebody was, and those where every door was tried or that were finished. */
  readonly addresses: number;
  readonly addressesDone: number;
  /** Doors of these addresses, and those of them that were tried at least once. */
  readonly doors: number;
  readonly doorsReached: number;
  readonly doorsTried: number;
  readonly answers: Answers | null;
  /** 2026-03-07 */
  readonly lastDay: string | null;
}

export interface StationCoverage extends CoverageFigures {
  readonly stationId: string | null;
}

export interface DayCoverage {
  readonly day: string;
  readonly outings: number;
  readonly doorsTried: number;
  readonly answers: Answers | null;
}

export interface AddressCoverage extends PlaceOfAddress {
  readonly addressId: string;
  readonly stationId: string | null;
  readonly doors: number;
  readonly doorsTried: number;
  readonly state: "begun" | "done";
  readonly lastDay: string;
}
