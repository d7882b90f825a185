import type { FieldEvent, Outcome } from "../../../server/contract/field-events.ts";
import type { FieldSheet } from "../../../server/contract/outings.ts";
import type { PlanRoute, PlanStop } from "../../../server/contract/plan.ts";

/** A short route: shapes with only what the phone page reads. */

export function stopNamed(id: string, of: Partial<PlanStop> = {}): PlanStop {
  return {
    id,
    address: `${id} rue des Lilas`,
    street: "rue des Lilas",
    number: id,
    position: [2.36, 48.87],
    side: "even",
    doors: 4,
    floors: 2,
    stationId: null,
    arrivalSeconds: 60,
    serviceSeconds: 360,
    ...of,
  };
}

export function routeOf(stops: readonly PlanStop[]): PlanRoute {
  const line = { type: "LineString" as const, coordinates: [[2.36, 48.87] as const, [2.361, 48.871] as const] };
  const step = {
    distance: 80,
    duration: 70,
    name: "rue des Lilas",
    mode: "walking" as const,
    driving_side: "right" as const,
    geometry: line,
    maneuver: { type: "depart", bearing_before: 0, bearing_after: 90, location: [2.36, 48.87] as const },
    instruction: "Prenez la rue des Lilas",
  };
  const legs = stops.map(() => ({ distance: 80, duration: 70, summary: "", steps: [step] }));
  const doors = stops.reduce((sum, stop) => sum + stop.doors, 0);
  const known = {
    id: "1",
    start: [2.36, 48.87] as const,
    startReason: "",
    end: [2.361, 48.871] as const,
    distanceMetres: 80 * stops.length,
    walkSeconds: 70 * stops.length,
    doorSeconds: 90 * doors,
    durationSeconds: 70 * stops.length + 90 * doors,
    ascentMetres: 0,
    descentMetres: 0,
    expectedConversations: 0,
    expectedPersuaded: 0,
    profile: null,
    stops,
    osrm: { distance: 80, duration: 70, weight: 70, weight_name: "duration" as const, geometry: line, legs },
  };
  return { ...known, report: {} as PlanRoute["report"] };
}

export function sheetOf(of: Partial<FieldSheet> = {}): FieldSheet {
  return {
    version: 1,
    state: "open",
    outing: {
      name: "Samedi Lilas",
      day: "2026-11-28",
      startsAt: "14:00",
      closesAt: "2026-11-29T02:00:00.000Z",
      meetingPoint: { label: "Place des Lilas", position: [2.36, 48.87] },
      isPairs: false,
      script: "Bonjour, nous venons parler de la ville.",
      language: "fr",
    },
    territory: { name: "demo", title: "Ville inventée", attributions: ["© Arpent"] },
    routeId: "route-1",
    routeRevision: 1,
    firstName: "Lou",
    charter: { version: "1", text: "Je reste polie." },
    privacy: { buildingNotes: false, contacts: false },
    notice: { version: "n1", text: "Vos coordonnées servent à vous écrire." },
    route: routeOf([stopNamed("2"), stopNamed("4"), stopNamed("6", { doors: 1, floors: null })]),
    reports: {},
    notes: {},
    survey: null,
    ...of,
  };
}

let made = 0;
export const AT = "2026-11-28T14:00:00.000Z";

export function knock(stopId: string, outcome: Outcome = "absent", doors = 1): FieldEvent & { kind: "knock" } {
  made++;
  return { id: `knock-${String(made).padStart(12, "0")}`, at: AT, kind: "knock", stopId, outcome, doors };
}

export function undo(undoes: string): FieldEvent {
  return { id: `undo-of-${undoes}`, at: AT, kind: "undo", undoes };
}
