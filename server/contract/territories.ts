import type { FeatureCollection, MultiPolygon, Polygon } from "geojson";
import type {
  Candidate,
  Election,
  Finding,
  Indicator,
  SearchHit,
  TerritorySummary,
} from "../../geodata/territory/territory.ts";
import type { Plan, PlanProgress } from "./plan.ts";
import type { RecentEdit } from "./plan-edit.ts";
import type { Side } from "./scores.ts";

export type {
  Candidate,
  Election,
  ElectionType,
  Finding,
  Indicator,
  SearchHit,
  Source,
  TerritorySummary,
} from "../../geodata/territory/territory.ts";

/** Results may count voters alone: without candidates nobody can be for or against us. */
export interface KnownElection extends Election {
  readonly candidates: number;
}

/** GET /api/territories/:name */
export interface TerritoryDetail {
  readonly summary: TerritorySummary;
  readonly elections: readonly KnownElection[];
  readonly indicators: readonly Indicator[];
  readonly findings: readonly Finding[];
}

/** GET /api/territories/:name/stations: feature id = station index. */
export interface StationProperties {
  readonly stationId: string;
  readonly number: string;
  readonly name: string;
  readonly communeName: string;
  readonly registered: number | null;
  readonly addresses: number;
  readonly doors: number;
  readonly labelPosition: readonly [number, number];
  readonly box: readonly [number, number, number, number];
}
export type StationCollection = FeatureCollection<Polygon | MultiPolygon, StationProperties>;

/** What a list says of a station. */
export interface StationItem extends StationProperties {
  readonly index: number;
  /** Place when all are read by commune and name, as people count: 2 before 10. */
  readonly order: number;
}

/** GET /api/territories/:name/stations/:stationId */
export interface StationDetail {
  readonly station: StationProperties & { readonly index: number };
  /** Latest first. Shares are of registered voters for turnout, of expressed votes for candidates. */
  readonly results: readonly {
    readonly election: Election;
    readonly registered: number;
    readonly turnoutShare: number;
    readonly matchedShare: number;
    /** Highest first. */
    readonly candidates: readonly {
      readonly id: string;
      readonly name: string;
      readonly nuance: string | null;
      readonly votes: number;
      readonly share: number;
    }[];
  }[];
  /** First rounds of this station that no second one followed, latest first. */
  readonly missingRounds: readonly (MissingSecondRound & { readonly election: Election })[];
  readonly indicators: readonly {
    readonly id: string;
    readonly value: number | null;
    readonly coveredShare: number;
    /** Median over the territory's stations, to compare. */
    readonly territoryMedian: number | null;
  }[];
}

/** GET /api/territories/:name/stations/:stationId/addresses */
export interface AddressItem {
  readonly id: string;
  readonly number: string;
  readonly street: string;
  readonly position: readonly [number, number];
  readonly doors: number;
  readonly onStreet: boolean;
}

/** Why there is no second round: somebody was elected in the first, probably was, or nothing is known. */
export interface MissingSecondRound {
  readonly reason: "elected" | "likely-elected" | "no-result";
  /** Who had enough votes in the first round, with the share of the expressed votes in this territory. */
  readonly winner: { readonly name: string; readonly share: number } | null;
}

/** A candidate or list, with a political family to review. */
export interface ReviewedCandidate extends Candidate {
  /** Null when nothing speaks for one. */
  readonly family: string | null;
  /** What speaks for it: a nuance, a name known nationally, the name of a list, or the id of another election. */
  readonly familyFrom: {
    readonly reason: "nuance" | "name" | "list" | "elsewhere" | "votes";
    readonly source: string;
    readonly share?: number;
  } | null;
  /** The same for the same name at other elections, however it is written there. */
  readonly nameKey: string;
}

/** GET /api/territories/:name/candidates */
export interface ElectionCandidates {
  readonly election: Election;
  readonly candidates: readonly ReviewedCandidate[];
  /** Of a first round: where no second one followed. */
  readonly withoutSecondRound: readonly (MissingSecondRound & { readonly stations: number })[];
}
export interface CandidatesResponse {
  readonly elections: readonly ElectionCandidates[];
  /** Ready-made choices by family: sides by candidate id. */
  readonly presets: readonly {
    readonly id: string;
    readonly name: { readonly fr: string; readonly en: string };
    readonly sides: Readonly<Record<string, Side>>;
  }[];
}

/** POST /api/territories/:name/selection */
export interface SelectionCounts {
  readonly stations: number;
  readonly stationIds: readonly string[];
  readonly addresses: number;
  readonly addressesOnStreet: number;
  readonly doors: number;
  readonly expectedConversations: number;
}

export interface SearchResponse {
  readonly hits: readonly SearchHit[];
}

export type PlanStatus = "running" | "done" | "failed" | "cancelled";

/** GET /api/territories/:name/plans */
export interface PlanListItem {
  readonly id: string;
  readonly createdAt: string;
  readonly status: PlanStatus;
  readonly volunteers: number;
  readonly minutes: number;
  readonly totals: Plan["totals"] | null;
}

/** GET /api/plans/:planId */
export interface PlanState {
  readonly id: string;
  readonly territoryName: string;
  readonly createdAt: string;
  readonly status: PlanStatus;
  readonly progress: PlanProgress | null;
  readonly plan: Plan | null;
  readonly failure: { readonly code: string; readonly message: string } | null;
  /** Unguessable token of each route's own page, by route id. */
  readonly routeTokens: Readonly<Record<string, string>>;
  /** The last edits by hand, latest first, as far as they came with an id: answers to them are kept as long. */
  readonly recentEdits: readonly RecentEdit[];
}

/** GET /api/routes/:token: what a volunteer's phone shows. Nothing of the other routes. */
export interface RoutePage {
  readonly territoryName: string;
  readonly territoryTitle: string;
  readonly attributions: readonly string[];
  readonly language: "fr" | "en";
  readonly planCreatedAt: string;
  readonly route: Plan["routes"][number];
}
