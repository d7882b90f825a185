import type { Address, Territory } from "../../geodata/territory/territory.ts";
import type { Language, Plan, PlanRoute } from "../contract/plan.ts";
import { inBothLanguages, type Sentence } from "../contract/refusal.ts";
import type { PlanningStop } from "./plan-stops.ts";
import { warningSentence } from "./planning-words.ts";
import { zoneMetresEquivalent } from "./report-route.ts";

/** Sums over the routes of a plan. */
export function totalsOf(routes: readonly PlanRoute[]): Plan["totals"] {
  const sum = (value: (route: PlanRoute) => number) => routes.reduce((total, route) => total + value(route), 0);
  return {
    routes: routes.length,
    stops: sum(({ stops }) => stops.length),
    doors: sum(({ stops }) => stops.reduce((total, stop) => total + stop.doors, 0)),
    distanceMetres: sum((route) => route.distanceMetres),
    durationSeconds: sum((route) => route.durationSeconds),
    expectedConversations: sum((route) => route.expectedConversations),
    expectedPersuaded: sum((route) => route.expectedPersuaded),
  };
}

/** The routes of a plan in one figure; see zoneMetresEquivalent. */
export function scoreZone(routes: readonly PlanRoute[]): Plan["metresEquivalentPerDoor"] {
  return zoneMetresEquivalent(
    routes.map(({ stops, report }) => ({
      doors: stops.reduce((sum, stop) => sum + stop.doors, 0),
      metresEquivalentPerDoor: report.metresEquivalentPerDoor,
    })),
  );
}

/** What an organizer should know before handing the routes out, in words. */
export function planWarnings(
  { summary }: Pick<Territory, "summary">,
  votesPerDoor: ReadonlyMap<number, number> | null,
  stops: readonly PlanningStop[],
): readonly Sentence[] {
  const adverse = new Set(stops.filter(({ value }) => value < 0).map(({ address }) => address.stationIndex)).size;
  const doors = stops.reduce((sum, { address }) => sum + address.doors, 0);
  const estimated = stops.reduce(
    (sum, { address }) => sum + (ESTIMATES.has(address.doorsOrigin) ? address.doors : 0),
    0,
  );
  return [
    ...(votesPerDoor === null ? [inBothLanguages(warningSentence.noScores)] : []),
    ...(summary.hasElevation ? [] : [inBothLanguages(warningSentence.flat)]),
    ...(adverse > 0 ? [inBothLanguages((language) => warningSentence.adverseStations(language, adverse))] : []),
    ...(estimated / doors >= 0.005
      ? [inBothLanguages((language) => warningSentence.estimatedDoors(language, estimated / doors))]
      : []),
  ];
}

/** The warnings of a plan, in its language and in both. */
export function withWarnings(
  sentences: readonly Sentence[],
  language: Language,
): Pick<Plan, "warnings" | "warningSentences"> {
  return { warnings: sentences.map((sentence) => sentence[language]), warningSentences: sentences };
}

const ESTIMATES: ReadonlySet<Address["doorsOrigin"]> = new Set(["levels", "census", "registered", "single"]);
