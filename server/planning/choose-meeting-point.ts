import { distanceMetres, type Position } from "../../geodata/geometry/position.ts";
import type { StreetPlace } from "../../geodata/street-graph/street-graph.ts";
import type { Address, Territory } from "../../geodata/territory/territory.ts";
import type { Language, StartRule } from "../contract/plan.ts";
import { inBothLanguages, Refusal, type Sentence } from "../contract/refusal.ts";
import { chooseTransitStop } from "./choose-transit-stop.ts";
import type { PlanningStop } from "./plan-stops.ts";
import { addressName, startWords } from "./planning-words.ts";
import type { StreetRouter, Walker } from "./street-router.ts";

/** Where routes begin or end: a position for people, its place on the streets for the router. */
export interface MeetingPoint {
  readonly position: Position;
  readonly place: StreetPlace;
  readonly reason: Sentence;
}

/** A given place farther than this from any street is a slip of the hand. */
const FARTHEST_METRES = 500;

/** The rules that mean one place for the whole team. */
export type MeetingRule = Exclude<StartRule, "anywhere">;

export interface MeetingGround {
  readonly territory: Pick<Territory, "summary" | "transitStops">;
  readonly router: Pick<StreetRouter, "nearest" | "durations" | "walk">;
  readonly language: Language;
}

/**
 * The one place where routes start, or end. *lowest* and *highest*: the address of the zone at the lowest or
 * highest elevation, the first in address order among equals. *central*: the address nearest to the geometric median
 * of all doors (Weiszfeld's iteration), the place that is closest to everybody on average. *transit*: the
 * public-transport stop nearest on foot to that address.
 * Throws Refusal "no-elevation" when the territory has none, "no-transit" when it has no such stop, "far-from-street"
 * on a given place away from all streets.
 */
export async function chooseMeetingPoint(
  rule: MeetingRule,
  stops: readonly PlanningStop[],
  walker: Walker,
  { territory, router, language }: MeetingGround,
): Promise<MeetingPoint> {
  if (typeof rule === "object") return pointAt(router, rule.position);
  if (rule === "central") return atStop(mostCentral(stops), startWords.central);
  if (rule === "transit") return chooseTransitStop(stops, mostCentral(stops), walker, { territory, router, language });
  const extreme = extremeStop(stops, rule);
  if (!territory.summary.hasElevation || !extreme) throw noElevation(territory.summary.title, rule);
  const elevation = extreme.address.elevationMetres ?? 0;
  return atStop(extreme, (language) => startWords[rule](language, elevation));
}

/** The street place nearest to a position that somebody gave. */
async function pointAt(router: Pick<StreetRouter, "nearest">, position: Position): Promise<MeetingPoint> {
  const nearest = await router.nearest(position);
  if (nearest && nearest.metres <= FARTHEST_METRES) {
    return { position, place: nearest.place, reason: inBothLanguages(startWords.given) };
  }
  const place = `${position[0]}, ${position[1]}`;
  const far = nearest ? `${Math.round(nearest.metres)} m` : "—";
  throw new Refusal("far-from-street", {
    fr: `Le lieu donné (${place}) est à ${far} de la rue la plus proche, plus que ${FARTHEST_METRES} m. Donnez la longitude puis la latitude d’un lieu du territoire.`,
    en: `The given place (${place}) is ${far} from the nearest street, more than ${FARTHEST_METRES} m. Give the longitude, then the latitude, of a place in the territory.`,
  });
}

function atStop({ address, place }: PlanningStop, reason: (language: Language) => string): MeetingPoint {
  return {
    position: address.position,
    place: { ...place, side: 0 },
    reason: inBothLanguages((language) => `${reason(language)}, ${addressName(address, language)}`),
  };
}

function extremeStop(stops: readonly PlanningStop[], rule: "lowest" | "highest"): PlanningStop | null {
  const sign = rule === "lowest" ? 1 : -1;
  let best: PlanningStop | null = null;
  let bestElevation = Infinity;
  for (const stop of stops) {
    const elevation = stop.address.elevationMetres;
    if (elevation === null || sign * elevation >= bestElevation) continue;
    best = stop;
    bestElevation = sign * elevation;
  }
  return best;
}

/** `stops` is never empty here: a selection without stops is refused before. */
function mostCentral(stops: readonly PlanningStop[]): PlanningStop {
  const middle = geometricMedian(stops.map(({ address }) => address));
  return stops.reduce((best, stop) =>
    distanceMetres(stop.address.position, middle) < distanceMetres(best.address.position, middle) ? stop : best,
  );
}

/** Weiszfeld 1937, weighted by doors; 60 rounds move less than a metre at the end on any town. */
function geometricMedian(addresses: readonly Address[]): Position {
  const doors = addresses.reduce((sum, address) => sum + address.doors, 0);
  let middle: Position = [
    addresses.reduce((sum, address) => sum + address.position[0] * address.doors, 0) / doors,
    addresses.reduce((sum, address) => sum + address.position[1] * address.doors, 0) / doors,
  ];
  for (let round = 0; round < 60; round++) {
    let longitude = 0;
    let latitude = 0;
    let total = 0;
    for (const address of addresses) {
      const weight = address.doors / Math.max(1, distanceMetres(address.position, middle));
      longitude += weight * address.position[0];
      latitude += weight * address.position[1];
      total += weight;
    }
    middle = [longitude / total, latitude / total];
  }
  return middle;
}

function noElevation(title: string, rule: "lowest" | "highest"): Refusal {
  const words = rule === "lowest" ? { fr: "le plus bas", en: "lowest" } : { fr: "le plus haut", en: "highest" };
  return new Refusal("no-elevation", {
    fr: `Le territoire « ${title} » n’a pas de données d’altitude : le point ${words.fr} est inconnu. Choisissez le point central ou donnez un lieu, ou reconstruisez le territoire avec --elevation.`,
    en: `The territory “${title}” has no elevation: its ${words.en} point is unknown. Choose the central point or give a place, or build the territory again with --elevation.`,
  });
}
