import { distanceMetres, type Position } from "../../geodata/geometry/position.ts";
import type { StreetPlace } from "../../geodata/street-graph/street-graph.ts";
import type { TransitStop } from "../../geodata/territory/territory.ts";
import { inBothLanguages, Refusal } from "../contract/refusal.ts";
import type { MeetingGround, MeetingPoint } from "./choose-meeting-point.ts";
import type { PlanningStop } from "./plan-stops.ts";
import { meetingPointName, startWords } from "./planning-words.ts";
import type { Walker } from "./street-router.ts";

/** Stops of public transport looked at, nearest first as the crow flies: streets change the order, but not by much. */
const LOOKED_AT = 25;
/** Doors looked at for the distance that people are told. */
const DOORS_LOOKED_AT = 25;
/** A stop farther from any street cannot be walked to. */
const FARTHEST_METRES = 150;

/**
 * The public-transport stop with the shortest walk to `centre`. Throws Refusal "no-transit" when the territory knows
 * none or none can be walked from.
 */
export async function chooseTransitStop(
  stops: readonly PlanningStop[],
  centre: PlanningStop,
  walker: Walker,
  ground: MeetingGround,
): Promise<MeetingPoint> {
  const { territory, router, language } = ground;
  const known = territory.transitStops();
  if (known === null) throw builtBefore(territory.summary.title);
  const hung: { readonly transit: TransitStop; readonly place: StreetPlace }[] = [];
  for (const transit of nearestTo(centre.address.position, known, LOOKED_AT)) {
    const nearest = await router.nearest(transit.position);
    if (nearest && nearest.metres <= FARTHEST_METRES) hung.push({ transit, place: nearest.place });
  }
  const toCentre = await router.durations([centre.place, ...hung.map(({ place }) => place)], walker);
  const seconds = hung.map((_, index) => toCentre[(index + 1) * (hung.length + 1)] ?? Infinity);
  const best = seconds.reduce((least, value, index) => (value < (seconds[least] ?? Infinity) ? index : least), 0);
  const chosen = hung[best];
  if (!chosen || !Number.isFinite(seconds[best])) throw noneNear(territory.summary.title);

  const position = chosen.transit.position;
  const doors = nearestTo(
    position,
    stops.map(({ address, place }) => ({ position: address.position, place })),
    DOORS_LOOKED_AT,
  );
  const table = await router.durations([chosen.place, ...doors.map(({ place }) => place)], walker);
  const first = doors.reduce(
    (least, _, index) => ((table[index + 1] ?? Infinity) < (table[least + 1] ?? Infinity) ? index : least),
    0,
  );
  const end = { name: meetingPointName[language], number: "", side: 0, parity: null } as const;
  const [leg] = await router.walk([chosen.place, doors[first]?.place ?? centre.place], [end], walker);
  const { kind, name } = chosen.transit;
  const reason = inBothLanguages((told) => startWords.transit(told, kind, name, leg?.distanceMetres ?? 0));
  return { position, place: chosen.place, reason };
}

function nearestTo<Item extends { readonly position: Position }>(
  centre: Position,
  items: readonly Item[],
  count: number,
) {
  return items
    .map((item, index) => ({ item, index, metres: distanceMetres(centre, item.position) }))
    .sort((a, b) => a.metres - b.metres || a.index - b.index)
    .slice(0, count)
    .map(({ item }) => item);
}

function builtBefore(title: string): Refusal {
  return new Refusal("no-transit", {
    fr: `Le territoire « ${title} » a été construit avant qu’Arpent lise les arrêts de transport. Reconstruisez-le avec le même fichier OpenStreetMap, ou choisissez un autre départ.`,
    en: `The territory “${title}” was built before Arpent read public-transport stops. Build it again from the same OpenStreetMap file, or choose another start.`,
  });
}

function noneNear(title: string): Refusal {
  return new Refusal("no-transit", {
    fr: `Le territoire « ${title} » n’a aucun arrêt de transport d’où l’on puisse aller à pied aux portes. Partez du point central, ou donnez un lieu.`,
    en: `The territory “${title}” has no public-transport stop from which the doors can be walked to. Start from the central point, or give a place.`,
  });
}
