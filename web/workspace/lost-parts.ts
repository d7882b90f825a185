import type { PlanState } from "../../server/contract/territories.ts";
import { areaOfStations } from "./area.ts";
import { stationsOf } from "./compare-subjects.ts";
import type { WorkspaceState } from "./workspace-state.ts";

/** What is known so far of what a link may name; null while it is on its way. */
export interface KnownThings {
  readonly territoryName: string;
  readonly stationIds: ReadonlySet<string> | null;
  readonly plan: Pick<PlanState, "id" | "territoryName" | "plan"> | null;
  /** Whether the server knows no plan of this id. */
  readonly isPlanUnknown: boolean;
}

/** What a link names and is not there: typed by hand, from another territory, or removed since. */
export interface LostParts {
  readonly selected: readonly string[];
  readonly stationId: string | null;
  readonly planId: string | null;
  /** The plan is there, but of another territory. */
  readonly isPlanElsewhere: boolean;
  readonly routeId: string | null;
  readonly compared: readonly string[];
}

export function lostParts(state: WorkspaceState, known: KnownThings): LostParts {
  const { stationIds, plan } = known;
  const isLost = (id: string) => stationIds !== null && !stationIds.has(id);
  const open = plan !== null && plan.id === state.planId ? plan : null;
  const isPlanElsewhere = open !== null && open.territoryName !== known.territoryName;
  const isPlanLost = state.planId !== null && (known.isPlanUnknown || isPlanElsewhere);
  const routes = open?.plan?.routes ?? null;
  const isRouteLost = !isPlanLost && routes !== null && routes.every(({ id }) => id !== state.routeId);
  return {
    selected: state.area.kind === "stations" ? state.area.stationIds.filter(isLost) : [],
    stationId: state.stationId !== null && isLost(state.stationId) ? state.stationId : null,
    planId: isPlanLost ? state.planId : null,
    isPlanElsewhere,
    routeId: isRouteLost ? state.routeId : null,
    compared: [...new Set(state.comparison.subjects.flatMap(stationsOf))].filter(isLost),
  };
}

export function isAnythingLost(lost: LostParts): boolean {
  const { selected, stationId, planId, routeId, compared } = lost;
  return selected.length + compared.length > 0 || stationId !== null || planId !== null || routeId !== null;
}

/** The state without what is lost. What is left of a compared neighbourhood is not that neighbourhood: it goes whole. */
export function withoutLost(state: WorkspaceState, lost: LostParts): WorkspaceState {
  const { area, comparison } = state;
  const kept = comparison.subjects.filter((subject) => !stationsOf(subject).some((id) => lost.compared.includes(id)));
  const baseline = comparison.baseline === null ? undefined : comparison.subjects[comparison.baseline];
  const place = baseline === undefined ? -1 : kept.indexOf(baseline);
  return {
    ...state,
    area: area.kind === "stations" ? areaOfStations(area.stationIds.filter((id) => !lost.selected.includes(id))) : area,
    stationId: lost.stationId === null ? state.stationId : null,
    planId: lost.planId === null ? state.planId : null,
    routeId: lost.planId === null && lost.routeId === null ? state.routeId : null,
    comparison: { ...comparison, subjects: kept, baseline: place < 0 ? null : place },
  };
}
