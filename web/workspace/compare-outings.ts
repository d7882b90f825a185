import type { ZoneFiguresAnswer } from "../../server/contract/drawn-zones.ts";
import type { Plan } from "../../server/contract/plan.ts";
import { reportOf } from "../../server/contract/route-report.ts";
import type { Cell, CompareRow, Unit } from "./compare-rows.ts";

export type OutingFigure =
  | "zones"
  | "routes"
  | "volunteers"
  | "minutes"
  | "workHours"
  | "kilometres"
  | "zoneMetresPerDoor"
  | "zoneEquivalent"
  | "metresPerDoor"
  | "metresEquivalent"
  | "worstRoute"
  | "heaviest"
  | "lightest"
  | "conversations"
  | "votes";

/** What is known of zones or routes as the work of somebody. Null where there is nothing to say. */
export type Outing = Readonly<Record<OutingFigure, number | null>>;

interface OutingRow {
  readonly what: OutingFigure;
  readonly unit: Unit;
  readonly better: CompareRow["better"];
}

/** In the order of the table. Zones have estimates of their walk, routes have the walk itself: never in one row. */
const OUTING_ROWS: readonly OutingRow[] = [
  { what: "zones", unit: "count", better: null },
  { what: "routes", unit: "count", better: null },
  { what: "volunteers", unit: "count", better: null },
  { what: "minutes", unit: "minutes", better: null },
  { what: "workHours", unit: "hours", better: null },
  { what: "heaviest", unit: "share", better: "lower" },
  { what: "lightest", unit: "share", better: "higher" },
  { what: "zoneMetresPerDoor", unit: "metres", better: "lower" },
  { what: "zoneEquivalent", unit: "metres", better: "lower" },
  { what: "kilometres", unit: "kilometres", better: null },
  { what: "metresPerDoor", unit: "metres", better: "lower" },
  { what: "metresEquivalent", unit: "metres", better: "lower" },
  { what: "worstRoute", unit: "metres", better: "lower" },
  { what: "conversations", unit: "count", better: null },
  { what: "votes", unit: "decimal", better: null },
];

const NOTHING: Outing = {
  zones: null,
  routes: null,
  volunteers: null,
  minutes: null,
  workHours: null,
  kilometres: null,
  zoneMetresPerDoor: null,
  zoneEquivalent: null,
  metresPerDoor: null,
  metresEquivalent: null,
  worstRoute: null,
  heaviest: null,
  lightest: null,
  conversations: null,
  votes: null,
};

/** Totals of a plan as it is now. The balance is the longest and the shortest route over their mean time. */
export function outingOfPlan({ routes, totals, request, metresEquivalentPerDoor }: Plan): Outing {
  const seconds = routes.map(({ durationSeconds }) => durationSeconds);
  const perDoor = routes.flatMap((route) => reportOf(route).metresEquivalentPerDoor ?? []);
  return {
    ...NOTHING,
    ...(seconds.length > 1 ? balanceOf(seconds) : {}),
    routes: totals.routes,
    volunteers: request.volunteers,
    minutes: request.minutes,
    workHours: totals.durationSeconds / 3600,
    kilometres: totals.distanceMetres / 1000,
    metresPerDoor: totals.doors > 0 ? totals.distanceMetres / totals.doors : null,
    metresEquivalent: metresEquivalentPerDoor ?? null,
    worstRoute: perDoor.length > 0 ? Math.max(...perDoor) : null,
    conversations: totals.expectedConversations,
    votes: totals.expectedPersuaded,
  };
}

/** What the server says of zones as they are drawn. One zone has nothing to be in balance with. */
export function outingOfZones({ zones, score }: ZoneFiguresAnswer): Outing {
  const sum = (of: (zone: ZoneFiguresAnswer["zones"][number]) => number) =>
    zones.reduce((total, zone) => total + of(zone), 0);
  const doors = sum((zone) => zone.doors);
  const isSeveral = zones.length > 1;
  return {
    ...NOTHING,
    zones: zones.length,
    workHours: sum(({ workSeconds }) => workSeconds) / 3600,
    heaviest: isSeveral ? (score?.heaviest ?? null) : null,
    lightest: isSeveral ? (score?.lightest ?? null) : null,
    zoneMetresPerDoor: doors > 0 ? sum(({ walkMetres }) => walkMetres) / doors : null,
    zoneEquivalent: score?.metresEquivalentPerDoor ?? null,
  };
}

function balanceOf(seconds: readonly number[]): Pick<Outing, "heaviest" | "lightest"> {
  const mean = seconds.reduce((sum, own) => sum + own, 0) / seconds.length;
  if (mean === 0) return { heaviest: null, lightest: null };
  return { heaviest: Math.max(...seconds) / mean, lightest: Math.min(...seconds) / mean };
}

/** Null means that the group is neither zones nor a plan; "waiting", that the server is still asked. */
export function outingCell(outing: Outing | "waiting" | null, what: OutingFigure): Cell {
  if (outing === "waiting") return { kind: "missing", reason: "waiting" };
  const value = outing?.[what] ?? null;
  if (value === null) return { kind: "missing", reason: "not-applicable" };
  return { kind: "known", value, range: null, knownShare: 1 };
}

/** The rows that at least one of the groups has something to say in. */
export function outingRows(outings: readonly (Outing | "waiting" | null)[]): readonly OutingRow[] {
  return OUTING_ROWS.filter(({ what }) =>
    outings.some((outing) => outing !== null && outing !== "waiting" && outing[what] !== null),
  );
}
