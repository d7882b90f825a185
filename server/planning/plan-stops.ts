import type { StreetPlace } from "../../geodata/street-graph/street-graph.ts";
import type { Address } from "../../geodata/territory/territory.ts";
import type { Language, Plan, PlanRequest } from "../contract/plan.ts";
import { unservedSentence } from "./planning-words.ts";

/** An address to visit. */
export interface PlanningStop {
  readonly address: Address;
  readonly place: StreetPlace;
  readonly serviceSeconds: number;
  /** Doors of the building that asked for no more visits; nothing says which. Missing when none did. */
  readonly neverAskedDoors?: number;
  /** What the goal counts: doors, or votes expected behind them. */
  readonly value: number;
}

export type Unserved = Plan["unserved"][number];

/** A door farther from its street than this costs the walk there and back; nearer, it is part of the time at the door. */
export const DOORSTEP_METRES = 25;

/** Makes stops of the addresses that hang on a street; the others are unserved with their reason. */
export function makeStops(
  addresses: readonly Address[],
  request: PlanRequest,
  worthOf: (address: Address) => number,
): { readonly stops: readonly PlanningStop[]; readonly unserved: readonly Unserved[] } {
  const stops: PlanningStop[] = [];
  const unserved: Unserved[] = [];
  const neverAsked = new Map(request.neverAsked?.map(({ stopId, doors }) => [stopId, doors]));
  const leftOut = new Map(request.leftOut?.map(({ stopId, code }) => [stopId, code]));
  for (const address of addresses) {
    if (address.doors <= 0) continue;
    const code = leftOut.get(address.id);
    if (code !== undefined) {
      unserved.push({ stopId: address.id, code, reason: unservedSentence[code](request.language) });
    } else if (address.place) {
      const serviceSeconds = secondsAtDoors(address, request);
      const never = neverAsked.get(address.id);
      const told = never === undefined ? {} : { neverAskedDoors: never };
      stops.push({ address, place: address.place, serviceSeconds, ...told, value: worthOf(address) });
    } else {
      unserved.push(noStreet(address, request.language));
    }
  }
  return { stops, unserved };
}

function secondsAtDoors(address: Address, request: PlanRequest): number {
  const beyondDoorstep = Math.max(0, (address.streetMetres ?? 0) - DOORSTEP_METRES);
  return address.doors * request.minutesPerDoor * 60 + (2 * beyondDoorstep) / (request.speed / 3.6);
}

function noStreet(address: Address, language: Language): Unserved {
  return {
    stopId: address.id,
    code: "no-street",
    reason: unservedSentence["no-street"](language, address.streetMetres),
  };
}
