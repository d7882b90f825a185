import type { PlanState } from "../../server/contract/territories.ts";
import { type Area, areaOfStations, NO_AREA } from "./area.ts";
import { removeSubject, type Subject, stationsOf } from "./compare-subjects.ts";
import type { WorkspaceState } from "./workspace-state.ts";

/** What is known so far of what a link may name; null while it is on its way. */
export interface KnownThings {
  readonly territoryName: string;
  readonly stationIds: ReadonlySet<string> | null;
  readonly electionIds: ReadonlySet<string> | null;
  readonly plan: Pick<PlanState, "id" | "territoryName" | "plan"> | null;
  /** Whether the server knows no plan of this id. */
  readonly isPlanUnknown: boolean;
  /** Zones of the area, and the opened zone, that are not there. */
  readonly lostZoneIds: readonly string[];
  readonly lostZoneId: string | null;
  /** Zones that the address ticked and that are not there. */
  readonly lostPickedIds: readonly string[];
}

/** What a link names and is not there: typed by hand, from another territory, or removed since. */
export interface LostParts {
  readonly selected: readonly string[];
  readonly zones: readonly string[];
  readonly zoneId: string | null;
  readonly stationId: string | null;
  readonly planId: string | null;
  /** The plan is there, but of another territory. */
  readonly isPlanElsewhere: boolean;
  readonly routeId: string | null;
  readonly compared: readonly string[];
  readonly picked: readonly string[];
  readonly elections: readonly string[];
  /** The station at which voters were to be followed. */
  readonly movedAt: string | null;
}

export function lostParts(state: WorkspaceState, known: KnownThings): LostParts {
  const { stationIds, plan } = known;
  const isLost = (id: string) => stationIds !== null && !stationIds.has(id);
  const open = plan !== null && plan.id === state.planId ? plan : null;
  const isPlanElsewhere = open !== null && open.territoryName !== known.territoryName;
  const isPlanLost = state.planId !== null && (known.isPlanUnknown || isPlanElsewhere);
  const routes = open?.plan?.routes ?? null;
  // A route that was emptied by hand is told of as such.
  const isEmptied = open?.plan?.edited?.emptyRoutes.includes(state.routeId ?? "") === true;
  const isRouteLost = !isPlanLost && !isEmptied && routes?.every(({ id }) => id !== state.routeId) === true;
  return {
    selected: state.area.kind === "stations" ? state.area.stationIds.filter(isLost) : [],
    zones: state.area.kind === "zones" ? state.area.zoneIds.filter((id) => known.lostZoneIds.includes(id)) : [],
    zoneId: state.zoneId !== null && state.zoneId === known.lostZoneId ? state.zoneId : null,
    stationId: state.stationId !== null && isLost(state.stationId) ? state.stationId : null,
    planId: isPlanLost ? state.planId : null,
    isPlanElsewhere,
    routeId: isRouteLost ? state.routeId : null,
    ...lostReading(state, known, isLost),
    picked: state.pickedZoneIds.filter((id) => known.lostPickedIds.includes(id)),
    compared: [...new Set(state.comparison.subjects.flatMap(stationsOf))].filter(isLost),
  };
}

function lostReading(
  { reliability }: WorkspaceState,
  { electionIds }: KnownThings,
  isLost: (stationId: string) => boolean,
): Pick<LostParts, "elections" | "movedAt"> {
  const { electionId, from, to, movedAt } = reliability;
  const named = [electionId, from, to].filter((id) => id !== null);
  return {
    elections: electionIds === null ? [] : [...new Set(named)].filter((id) => !electionIds.has(id)),
    movedAt: movedAt !== null && isLost(movedAt) ? movedAt : null,
  };
}

export function isAnythingLost(lost: LostParts): boolean {
  const { selected, zones, compared, picked, elections, zoneId, stationId, planId, routeId, movedAt } = lost;
  const isOneLost = [zoneId, stationId, planId, routeId, movedAt].some((id) => id !== null);
  return isOneLost || [selected, zones, compared, picked, elections].some((ids) => ids.length > 0);
}

/** The state without what is lost. What is left of a compared neighbourhood is not that neighbourhood: it goes whole. */
export function withoutLost(state: WorkspaceState, lost: LostParts): WorkspaceState {
  const { area, comparison, reliability } = state;
  const unlessLost = (id: string | null) => (id !== null && lost.elections.includes(id) ? null : id);
  const isCompared = (subject: Subject) => !stationsOf(subject).some((id) => lost.compared.includes(id));
  return {
    ...state,
    area: areaWithout(area, lost),
    zoneId: lost.zoneId === null ? state.zoneId : null,
    pickedZoneIds: state.pickedZoneIds.filter((id) => !lost.picked.includes(id)),
    reliability: {
      ...reliability,
      electionId: unlessLost(reliability.electionId),
      from: unlessLost(reliability.from),
      to: unlessLost(reliability.to),
      movedAt: lost.movedAt === null ? reliability.movedAt : null,
    },
    stationId: lost.stationId === null ? state.stationId : null,
    planId: lost.planId === null ? state.planId : null,
    routeId: lost.planId === null && lost.routeId === null ? state.routeId : null,
    comparison: comparison.subjects.reduceRight(
      (kept, subject, place) => (isCompared(subject) ? kept : removeSubject(kept, place)),
      comparison,
    ),
  };
}

function areaWithout(area: Area, { selected, zones }: LostParts): Area {
  if (area.kind === "stations") return areaOfStations(area.stationIds.filter((id) => !selected.includes(id)));
  if (area.kind !== "zones") return area;
  const zoneIds = area.zoneIds.filter((id) => !zones.includes(id));
  return zoneIds.length === 0 ? NO_AREA : { ...area, zoneIds };
}
