import { closeRoute } from "./close-route.ts";
import { createInserter } from "./insert-best.ts";
import type { NearStops } from "./near-stops.ts";
import { orderCandidates } from "./order-candidates.ts";
import type { Random } from "./random.ts";
import { type RemovalSize, removeStrings } from "./remove-strings.ts";
import { reseedRoute } from "./reseed-route.ts";
import { createRouteBackups } from "./route-backups.ts";
import { routesOf, setRoutes, stateCost, type TourState } from "./tour-state.ts";

export interface AnnealOptions {
  readonly iterations: number;
  /** In units of cost: a worsening of this size is accepted about one time in three. */
  readonly firstTemperature: number;
  readonly lastTemperature: number;
  readonly removal: RemovalSize;
  /** Stops around which others are taken out; null: all. */
  readonly seeds: Int32Array | null;
  /** How many times a whole route is given up, to see where that leads: begun anew elsewhere, or closed. */
  readonly excursions: number;
  /** How many unserved stops are tried besides those taken out. */
  readonly mostUnserved: number;
  readonly nearWidth: number;
  /** Asked now and then; true ends the search early. */
  readonly shouldStop: () => boolean;
  /** Told now and then how far the search is, 0 to 1. */
  readonly onProgress: (share: number) => void;
}

/**
 * Slack induction by string removals (Christiaens & Vanden Berghe, Transportation Science 54-2, 2020): take out a few
 * strings of stops near each other, put the stops back greedily with blinks, keep the result by simulated annealing
 * with a temperature that falls geometrically. `onBest` is called whenever `score` falls below all before; the state is
 * left where the search ended. Returns the iterations done.
 */
export function anneal(
  state: TourState,
  near: NearStops,
  random: Random,
  options: AnnealOptions,
  score: (state: TourState) => number,
  onBest: () => void,
): number {
  const backups = createRouteBackups(state);
  const inserter = createInserter(state, near, random, backups.keep);
  const freeInserter = createInserter(state, near, random, () => {});
  const cooling = (options.lastTemperature / options.firstTemperature) ** (1 / Math.max(1, options.iterations));
  const removed: number[] = [];
  let temperature = options.firstTemperature;
  let cost = stateCost(state);
  let best = score(state);
  const interval = Math.max(1, Math.floor(options.iterations / Math.max(1, options.excursions)));
  let excursion: { readonly routes: readonly (readonly number[])[]; readonly cost: number } | null = null;
  let opensRoutes = true;
  for (let iteration = 0; iteration < options.iterations; iteration++) {
    if (iteration % CHECK_EVERY === 0) {
      if (options.shouldStop()) return iteration;
      options.onProgress(iteration / options.iterations);
    }
    if (iteration % interval === 0 && options.excursions > 0) {
      excursion = { routes: routesOf(state), cost };
      opensRoutes = (state.unservedCount[0] ?? 0) > 0;
      if (opensRoutes) reseedRoute(state, near, random, freeInserter);
      else closeRoute(state, random);
      cost = stateCost(state);
    } else if (excursion && iteration % interval === Math.floor(interval * EXCURSION_SHARE)) {
      if (cost >= excursion.cost) {
        setRoutes(state, excursion.routes);
        cost = stateCost(state);
      }
      excursion = null;
      opensRoutes = true;
    }
    removed.length = 0;
    removeStrings(state, near, random, options, removed, backups.keep);
    for (const stop of orderCandidates(state, near, random, removed, options.mostUnserved)) {
      const looksEverywhere = removed.includes(stop) && random() < LOOKS_EVERYWHERE;
      inserter.insert(stop, { blinkRate: BLINK_RATE, nearWidth: options.nearWidth, looksEverywhere, opensRoutes });
    }
    const tried = stateCost(state);
    if (tried < cost - temperature * Math.log(random())) {
      backups.commit();
      cost = tried;
      const now = score(state);
      if (now < best - 1e-9) {
        best = now;
        onBest();
      }
    } else {
      backups.restore();
    }
    temperature *= cooling;
  }
  return options.iterations;
}

const CHECK_EVERY = 256;
/** Part of the time between two excursions that one is given to become better than what it left. */
const EXCURSION_SHARE = 0.8;
const BLINK_RATE = 0.01;
/** Share of the stops without a place beside a near stop for which all places are looked at. */
const LOOKS_EVERYWHERE = 0.2;
