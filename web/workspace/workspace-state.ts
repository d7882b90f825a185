import type { JudgedScore } from "../../server/contract/back-test.ts";
import type { Layer } from "../../server/contract/layers.ts";
import { type Area, NO_AREA, sameArea } from "./area.ts";
import { type BalanceTarget, EQUAL_SHARES, sameTarget } from "./balance-target.ts";
import type { Camera } from "./camera-code.ts";
import { type Comparison, NO_COMPARISON, sameComparison } from "./compare-subjects.ts";
import { type ClassMethod, type ClassScale, cleanBreaks } from "./layer-classes.ts";
import { encodeLayer } from "./layer-code.ts";
import type { LegendEntry } from "./legend-entry.ts";

export const TABS = ["stations", "camps", "zones", "routes", "reliability", "sources"] as const;
export type Tab = (typeof TABS)[number];

/** The tab that says how far scores can be trusted, once there is one: signals on the map and in the list lead to it. */
export const RELIABILITY_TAB: Tab | null = TABS.find((tab: string) => tab === "reliability") ?? null;

/** The two estimates of the model, and what the organizer makes of them. */
export const SCORES = ["mobilisation", "persuasion"] as const satisfies readonly JudgedScore[];
export const MEASURES = [...SCORES, "mix", "hourly"] as const;
export type Measure = (typeof MEASURES)[number];

/** Five classes of equal count, three to act on, or nine: thirds of the measure against thirds of the effort. */
export const CLASS_COUNTS = [5, 3, 9] as const;
export type ClassCount = (typeof CLASS_COUNTS)[number];

/** How counts are drawn: as circles whose area they are, or as areas like everything else. */
export const COUNT_SHAPES = ["circles", "areas"] as const;
export type CountShape = (typeof COUNT_SHAPES)[number];

/** By what the list of stations can be sorted, other than what colours the map. */
export const STATION_SORTS = ["registered", "doors", "name"] as const;
export type StationSort = (typeof STATION_SORTS)[number];

/** What the tab of the back-tests is opened on. */
export interface ReliabilityView {
  readonly score: JudgedScore;
  /** The past election that is told of; null is the latest. */
  readonly electionId: string | null;
  /** Between which first rounds voters moved; null are the last two. */
  readonly from: string | null;
  readonly to: string | null;
  /** Where they moved; null is the whole territory. */
  readonly movedAt: string | null;
}

export const STARTING_RELIABILITY: ReliabilityView = {
  score: "mobilisation",
  electionId: null,
  from: null,
  to: null,
  movedAt: null,
};

/** What the organizer is looking at: everything the address bar keeps, and nothing else. */
export interface WorkspaceState {
  readonly tab: Tab;
  readonly measure: Measure;
  readonly classCount: ClassCount;
  /** What colours the map instead of the measure; null for the measure. */
  readonly layer: Layer | null;
  readonly classMethod: ClassMethod;
  readonly classScale: ClassScale;
  /** Where classes begin when they are made by hand, ascending; see MOST_BREAKS. Empty for any other method. */
  readonly breaks: readonly number[];
  readonly countShape: CountShape;
  /** The line of the legend that is held up on the map. */
  readonly heldUp: LegendEntry | null;
  /** Measures without a signal that are shown all the same. */
  readonly shownAnyway: readonly Measure[];
  /** Null is by what colours the map. */
  readonly stationSort: StationSort | null;
  /** What narrows the list of stations; see `filterForAddress`. */
  readonly stationFilter: string;
  readonly area: Area;
  /** Id of the station whose panel is open. */
  readonly stationId: string | null;
  /** The set of drawn zones that is open, and the zone in it. */
  readonly zoningId: string | null;
  readonly zoneId: string | null;
  /** Zones of it that are ticked for the routes. */
  readonly pickedZoneIds: readonly string[];
  /** Whether doors without a zone stand out on the map. */
  readonly showsFreeDoors: boolean;
  /** What every zone is held against. */
  readonly balance: BalanceTarget;
  readonly planId: string | null;
  readonly routeId: string | null;
  readonly camera: Camera | null;
  readonly comparison: Comparison;
  readonly reliability: ReliabilityView;
}

export const STARTING_STATE: WorkspaceState = {
  tab: "stations",
  measure: "mobilisation",
  classCount: 5,
  layer: null,
  classMethod: "quantile",
  classScale: "sequential",
  breaks: [],
  countShape: "circles",
  heldUp: null,
  shownAnyway: [],
  stationSort: null,
  stationFilter: "",
  area: NO_AREA,
  stationId: null,
  zoningId: null,
  zoneId: null,
  pickedZoneIds: [],
  showsFreeDoors: false,
  balance: EQUAL_SHARES,
  planId: null,
  routeId: null,
  camera: null,
  comparison: NO_COMPARISON,
  reliability: STARTING_RELIABILITY,
};

export type WorkspaceAction =
  | { readonly type: "tab-chosen"; readonly tab: Tab }
  | { readonly type: "measure-chosen"; readonly measure: Measure }
  | { readonly type: "classes-chosen"; readonly classCount: ClassCount }
  | { readonly type: "layer-chosen"; readonly layer: Layer }
  | { readonly type: "class-method-chosen"; readonly classMethod: ClassMethod }
  | { readonly type: "class-scale-chosen"; readonly classScale: ClassScale }
  | { readonly type: "breaks-set"; readonly breaks: readonly number[] }
  | { readonly type: "count-shape-chosen"; readonly countShape: CountShape }
  | { readonly type: "held-up"; readonly entry: LegendEntry | null }
  | { readonly type: "shown-anyway"; readonly measures: readonly Measure[] }
  | { readonly type: "stations-sorted"; readonly by: StationSort | null }
  | { readonly type: "stations-filtered"; readonly text: string }
  | { readonly type: "area-changed"; readonly area: Area }
  | { readonly type: "station-opened"; readonly stationId: string }
  | { readonly type: "station-closed" }
  | { readonly type: "zoning-opened"; readonly zoningId: string | null }
  | { readonly type: "zone-opened"; readonly zoneId: string | null }
  | { readonly type: "zones-picked"; readonly zoneIds: readonly string[] }
  | { readonly type: "free-doors-shown"; readonly areShown: boolean }
  | { readonly type: "balance-chosen"; readonly target: BalanceTarget }
  | { readonly type: "plan-opened"; readonly planId: string }
  | { readonly type: "plan-closed" }
  | { readonly type: "route-opened"; readonly routeId: string }
  | { readonly type: "route-closed" }
  | { readonly type: "comparison-changed"; readonly comparison: Comparison }
  | { readonly type: "reliability-read"; readonly view: Partial<ReliabilityView> }
  | { readonly type: "camera-moved"; readonly camera: Camera }
  | { readonly type: "restored"; readonly state: WorkspaceState };

/** The next state. Pure: the map, the address bar and the server all follow from it. */
export function reduceWorkspace(state: WorkspaceState, action: WorkspaceAction): WorkspaceState {
  const after = reduced(state, action);
  // Another legend has other lines. A state that is restored has its own.
  if (action.type === "restored" || after.heldUp === null || isSameLegend(state, after)) return after;
  return { ...after, heldUp: null };
}

/** What the lines of the legend follow from. */
const LEGEND = ["measure", "classCount", "layer", "classMethod", "classScale", "breaks", "countShape"] as const;

/** Whether nothing has changed that the lines of the legend follow from. */
export function isSameLegend(before: WorkspaceState, after: WorkspaceState): boolean {
  return LEGEND.every((field) => after[field] === before[field]);
}

function reduced(state: WorkspaceState, action: WorkspaceAction): WorkspaceState {
  switch (action.type) {
    case "tab-chosen":
      return state.tab === action.tab ? state : { ...state, tab: action.tab, stationId: null };
    case "measure-chosen":
      return state.measure === action.measure && state.layer === null
        ? state
        : { ...state, measure: action.measure, layer: null };
    case "classes-chosen":
      return state.classCount === action.classCount && state.layer === null
        ? state
        : { ...state, classCount: action.classCount, layer: null };
    case "layer-chosen":
      return withLayer(state, action.layer);
    case "class-method-chosen":
      return state.classMethod === action.classMethod
        ? state
        : { ...state, classMethod: action.classMethod, breaks: [] };
    case "class-scale-chosen":
      return state.classScale === action.classScale ? state : { ...withoutHand(state), classScale: action.classScale };
    case "breaks-set": {
      const breaks = cleanBreaks(action.breaks);
      return breaks.length === 0
        ? { ...state, classMethod: STARTING_STATE.classMethod, breaks }
        : { ...state, classMethod: "manual", breaks };
    }
    case "count-shape-chosen":
      return state.countShape === action.countShape ? state : { ...state, countShape: action.countShape };
    case "held-up":
      return state.heldUp === action.entry ? state : { ...state, heldUp: action.entry };
    case "shown-anyway":
      return { ...state, shownAnyway: action.measures };
    case "stations-sorted":
      return state.stationSort === action.by ? state : { ...state, stationSort: action.by };
    case "stations-filtered":
      return state.stationFilter === action.text ? state : { ...state, stationFilter: action.text };
    case "area-changed":
      return sameArea(state.area, action.area) ? state : { ...state, area: action.area };
    case "station-opened":
      return { ...state, tab: "stations", stationId: action.stationId };
    case "station-closed":
      return { ...state, stationId: null };
    case "zoning-opened":
      return state.zoningId === action.zoningId
        ? state
        : { ...state, zoningId: action.zoningId, zoneId: null, pickedZoneIds: [] };
    case "zone-opened":
      return state.zoneId === action.zoneId ? state : { ...state, zoneId: action.zoneId };
    case "zones-picked":
      return state.zoningId === null || state.pickedZoneIds === action.zoneIds
        ? state
        : { ...state, pickedZoneIds: action.zoneIds };
    case "free-doors-shown":
      return state.showsFreeDoors === action.areShown ? state : { ...state, showsFreeDoors: action.areShown };
    case "balance-chosen":
      return sameTarget(state.balance, action.target) ? state : { ...state, balance: action.target };
    case "plan-opened":
      return { ...state, tab: "routes", planId: action.planId, routeId: null, stationId: null };
    case "plan-closed":
      return { ...state, planId: null, routeId: null };
    case "route-opened":
      return state.planId === null ? state : { ...state, tab: "routes", routeId: action.routeId, stationId: null };
    case "route-closed":
      return { ...state, routeId: null };
    case "comparison-changed":
      return sameComparison(state.comparison, action.comparison) ? state : { ...state, comparison: action.comparison };
    case "reliability-read":
      return { ...state, reliability: { ...state.reliability, ...action.view } };
    case "camera-moved":
      return { ...state, camera: action.camera };
    case "restored":
      return action.state;
  }
}

/** Breaks made by hand hold for figures of one kind, so that two elections can be read by the same ones. */
function withLayer(state: WorkspaceState, layer: Layer): WorkspaceState {
  const isOfKind =
    state.layer !== null &&
    state.layer.kind === layer.kind &&
    (layer.kind === "census" || layer.kind === "ground" ? encodeLayer(state.layer) === encodeLayer(layer) : true);
  return isOfKind ? { ...state, layer } : { ...withoutHand(state), layer };
}

function withoutHand(state: WorkspaceState): WorkspaceState {
  return state.classMethod === "manual" ? { ...state, classMethod: STARTING_STATE.classMethod, breaks: [] } : state;
}

/** Whether going back should return to the state before: yes when another page of the workspace opened. */
export function isNewPage(before: WorkspaceState, after: WorkspaceState): boolean {
  return (
    before.tab !== after.tab ||
    before.stationId !== after.stationId ||
    before.planId !== after.planId ||
    before.routeId !== after.routeId ||
    before.comparison.isOpen !== after.comparison.isOpen
  );
}
