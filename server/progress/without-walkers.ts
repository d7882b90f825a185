import type { ProgressFigures, StopProgress } from "../contract/progress.ts";

/**
 * What an observer sees of an outing: the work by address, station and zone. Who walks what, how fast, and who is silent is
 * about volunteers, and told to those who lead them.
 */
export function withoutWalkers<Figures extends ProgressFigures & { readonly stops: readonly StopProgress[] }>(
  figures: Figures,
): Figures {
  return { ...figures, routes: [], stops: figures.stops.map((stop) => ({ ...stop, outingRouteId: null })) };
}
