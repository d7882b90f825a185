import { pointAlong } from "../../geodata/geometry/path.ts";
import type { Position } from "../../geodata/geometry/position.ts";
import { pieceShape, type StreetGraph, type StreetPlace } from "../../geodata/street-graph/street-graph.ts";
import type { StreetRouter, WalkedLeg, Walker } from "../planning/street-router.ts";
import { COVERED_METRES, fetchDurations } from "./fetch-durations.ts";
import { fetchLegs } from "./fetch-legs.ts";
import { layOutLeg } from "./lay-out-leg.ts";
import { createOsrmClient, type OsrmClientOptions } from "./osrm-client.ts";
import type { RouterServer } from "./parse-router-url.ts";
import { notCovered, RouterFault } from "./router-fault.ts";
import { createElevationSampler } from "./sample-elevation.ts";

export interface OsrmRouterOptions extends OsrmClientOptions {
  /** Finds places: they are places of the territory's own streets, whoever walks between them. */
  readonly places: Pick<StreetRouter, "nearest">;
}

/**
 * An OSRM server behind planning's port. The server measures and draws the walks; what it does not know comes from the
 * territory's streets: where a place is, which side its door is on, elevations.
 *
 * It knows one way to walk: durations are scaled to the speed asked for, slopes and crossings are the profile's own.
 * Every function throws RouterFault when the server cannot serve, Cancelled when the signal is aborted; after the
 * first failure all requests under way are given up.
 */
export function createOsrmRouter(graph: StreetGraph, server: RouterServer, options: OsrmRouterOptions): StreetRouter {
  const failing = new AbortController();
  const client = createOsrmClient(server, { ...options, signal: AbortSignal.any([options.signal, failing.signal]) });
  const profileOf = createElevationSampler(graph);
  let isMapKnown = false;
  const giveUpTogether = async <Value>(work: () => Promise<Value>): Promise<Value> => {
    try {
      return await work();
    } catch (error) {
      failing.abort();
      throw error;
    }
  };

  return {
    durations: (places, walker) =>
      giveUpTogether(async () => {
        const slowness = slownessOf(walker, server);
        const table = await fetchDurations(client, positionsOf(graph, places), server.tableSize);
        for (let cell = 0; cell < table.length; cell++) table[cell] = (table[cell] ?? Infinity) * slowness;
        return table;
      }),

    walk: (places, ends, walker) =>
      giveUpTogether(async () => {
        const slowness = slownessOf(walker, server);
        const answers = await fetchLegs(client, positionsOf(graph, places));
        const legs: WalkedLeg[] = [];
        for (const [at, answered] of answers.entries()) {
          const [from, to, end] = [places[at], places[at + 1], ends[at]];
          if (!from || !to || !end) throw new RangeError(`${places.length} places, but ${ends.length} ends of legs`);
          const begins = legs.at(-1)?.coordinates.at(-1) ?? null;
          legs.push(layOutLeg(graph, { answered, begins, from, to, end, slowness }, profileOf));
        }
        return legs;
      }),

    nearest: (position) =>
      giveUpTogether(async () => {
        const nearest = await options.places.nearest(position);
        if (nearest === null) return null;
        // One place tells whether the server's map is of this part of the world; tables look at the others.
        const street = positionOf(graph, nearest.place);
        if (!isMapKnown && (await client.nearestMetres(street)) > COVERED_METRES) {
          throw notCovered(street, COVERED_METRES);
        }
        isMapKnown = true;
        return nearest;
      }),
  };
}

/** Throws RouterFault for a walker whom the server's profile does not know. */
function slownessOf({ speedKilometresPerHour, avoidsSteps, hasBicycle }: Walker, server: RouterServer): number {
  if (avoidsSteps)
    throw new RouterFault("walker", { fr: "il ne sait pas éviter les escaliers", en: "it cannot avoid steps" });
  if (hasBicycle) throw new RouterFault("walker", { fr: "il ne connaît que la marche", en: "it knows walking alone" });
  return server.speedKilometresPerHour / speedKilometresPerHour;
}

function positionsOf(graph: StreetGraph, places: readonly StreetPlace[]): Position[] {
  return places.map((place) => positionOf(graph, place));
}

function positionOf(graph: StreetGraph, { piece, offsetMetres }: StreetPlace): Position {
  return pointAlong(pieceShape(graph, piece), offsetMetres);
}
