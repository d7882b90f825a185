import type { ZoneFiguresAnswer, ZoningState } from "../../server/contract/drawn-zones.ts";
import type { Plan } from "../../server/contract/plan.ts";
import type { PlanState } from "../../server/contract/territories.ts";
import { type Outing, outingOfPlan, outingOfZones } from "./compare-outings.ts";
import type { ComparedGroup, WalkedRoutes } from "./compare-rows.ts";
import type { Subject } from "./compare-subjects.ts";
import { type ComparedParts, type PartRow, partsOfPlan, rowOfPart } from "./compared-parts.ts";
import { zoneIdsOf } from "./create-compared-places.ts";
import type { StationRow } from "./station-rows.ts";

/** Why a subject of a link is left out. */
export type LostReason = "zoning" | "zones" | "plan" | "plan-unfinished";

export interface ReadySubject {
  readonly status: "ready";
  readonly rows: readonly PartRow[];
  /** Whether some of it is but a part of a station: what is published of stations is then estimated. */
  readonly isEstimated: boolean;
  readonly counted?: ComparedGroup["counted"];
  readonly walked?: WalkedRoutes;
  readonly outing: Outing | "waiting" | null;
  readonly origin:
    | { readonly kind: "stations" }
    /** `lostZones` of those that the link names are gone. */
    | {
        readonly kind: "zones";
        readonly zoning: ZoningState;
        readonly zoneIds: readonly string[];
        readonly isWhole: boolean;
        readonly lostZones: number;
      }
    | { readonly kind: "plan"; readonly plan: Plan; readonly createdAt: string };
}

export type ComparedSubject =
  | { readonly status: "waiting" }
  | { readonly status: "lost"; readonly reason: LostReason }
  | ReadySubject;

/** What is known so far; null is on its way. */
export interface KnownPlaces {
  readonly rowOf: ReadonlyMap<string, StationRow>;
  readonly zoningOf: (zoningId: string) => ZoningState | "gone" | null;
  readonly planOf: (planId: string) => PlanState | "gone" | null;
  readonly partsOf: ((addressIds: Iterable<string>) => ComparedParts) | null;
  readonly figuresOf: (subject: Subject) => ZoneFiguresAnswer | null;
}

const WAITING: ComparedSubject = { status: "waiting" };

/** A subject with the stations, or parts of stations, that its figures are put together from. */
export function comparedSubject(subject: Subject, known: KnownPlaces): ComparedSubject {
  switch (subject.kind) {
    case "stations":
      return {
        status: "ready",
        rows: subject.stationIds.flatMap((id) => known.rowOf.get(id) ?? []),
        isEstimated: false,
        outing: null,
        origin: { kind: "stations" },
      };
    case "zones":
      return zonesSubject(subject, known);
    case "plan":
      return planSubject(subject.planId, known);
  }
}

function zonesSubject(subject: Extract<Subject, { readonly kind: "zones" }>, known: KnownPlaces): ComparedSubject {
  const zoning = known.zoningOf(subject.zoningId);
  if (zoning === "gone") return { status: "lost", reason: "zoning" };
  if (zoning === null || known.partsOf === null || known.rowOf.size === 0) return WAITING;
  const zoneIds = zoneIdsOf(subject, zoning);
  if (zoneIds.length === 0) return { status: "lost", reason: "zones" };
  const parts = known.partsOf(zoneIds.flatMap((id) => zoning.addressIds[id] ?? []));
  const figures = known.figuresOf(subject);
  return {
    status: "ready",
    ...ofParts(parts, known.rowOf),
    outing: figures === null ? "waiting" : outingOfZones(figures),
    origin: {
      kind: "zones",
      zoning,
      zoneIds,
      isWhole: subject.zoneIds === null,
      lostZones: (subject.zoneIds?.length ?? zoneIds.length) - zoneIds.length,
    },
  };
}

function planSubject(planId: string, { planOf, rowOf }: KnownPlaces): ComparedSubject {
  const state = planOf(planId);
  if (state === "gone") return { status: "lost", reason: "plan" };
  if (state === null || rowOf.size === 0) return WAITING;
  const { plan } = state;
  if (plan === null) return { status: "lost", reason: "plan-unfinished" };
  const parts = partsOfPlan(plan, (stationId) => rowOf.get(stationId)?.doors ?? 0);
  const sum = (of: (route: Plan["routes"][number]) => number) =>
    plan.routes.reduce((total, route) => total + of(route), 0);
  return {
    status: "ready",
    ...ofParts(parts, rowOf),
    walked: {
      doors: plan.totals.doors,
      walkSeconds: sum(({ walkSeconds }) => walkSeconds),
      doorSeconds: sum(({ doorSeconds }) => doorSeconds),
      expectedVotes: plan.totals.expectedPersuaded,
    },
    outing: outingOfPlan(plan),
    origin: { kind: "plan", plan, createdAt: state.createdAt },
  };
}

function ofParts({ parts, doors, addresses }: ComparedParts, rowOf: KnownPlaces["rowOf"]) {
  return {
    rows: parts.flatMap((part) => {
      const row = rowOf.get(part.stationId);
      return row === undefined ? [] : [rowOfPart(row, part)];
    }),
    isEstimated: parts.some(({ share }) => share < 1),
    counted: { doors, addresses },
  };
}
