/** Streets that cost something to cross. */
export type CrossedClass = "primary" | "secondary" | "tertiary" | "residential" | "service";

/** How good a walk is, whoever made it. What only the streets of the walk tell is null when another engine walked it. */
export interface RouteReport {
  readonly metresPerDoor: number;
  /** Changes of street side on the way between stops, by class of the street crossed. Footways count nothing. */
  readonly crossings: Readonly<Partial<Record<CrossedClass, number>>> | null;
  /**
   * Share of the metres walked that had been walked before on this route, 0 to 1. Walks are drawn along the middle of
   * streets: going down one side and back up the other counts.
   */
  readonly repeatedShare: number | null;
  /**
   * The leg with most walking beyond the crow's flight, of those whose ends are more than 30 metres apart; null when
   * there is none.
   */
  readonly worstDetour: {
    /** Position of the leg in the route, from 0. */
    readonly leg: number;
    readonly walkedMetres: number;
    readonly crowMetres: number;
  } | null;
  /** Street metres plus penalties for crossings (footway 0, residential 15, secondary and above 60), per door. */
  readonly metresEquivalentPerDoor: number | null;
}

/** All crossings of a report, and those of big roads: secondary and above. */
export function countCrossings(crossings: NonNullable<RouteReport["crossings"]>): {
  readonly all: number;
  readonly big: number;
} {
  const { primary = 0, secondary = 0, tertiary = 0, residential = 0, service = 0 } = crossings;
  return { all: primary + secondary + tertiary + residential + service, big: primary + secondary };
}

/** What the search did, and how near the best possible it is known to be. */
export interface SearchReport {
  /**
   * effort: all of it was done; deadline: the clock ended it first, so that another machine may find another plan;
   * asked: somebody took the best that had been found.
   */
  readonly endedBy: "effort" | "deadline" | "asked";
  readonly iterations: number;
  /** At most this much better could any plan of the request be, proved, as a share of this one; null when nothing useful is. */
  readonly provedGap: number | null;
  /** What the share is of: walking, where every stop is served; else doors (cover) or expected votes (value). */
  readonly provedOf: "walk" | "doors" | "votes" | null;
}

/** A report of which nothing is known: of routes that were stored before there were reports. */
const UNKNOWN_REPORT: Omit<RouteReport, "metresPerDoor"> = {
  crossings: null,
  repeatedShare: null,
  worstDetour: null,
  metresEquivalentPerDoor: null,
};

/** The report of a route, stored today or by an earlier version. */
export function reportOf(route: {
  readonly report?: RouteReport;
  readonly distanceMetres: number;
  readonly stops: readonly { readonly doors: number }[];
}): RouteReport {
  const doors = route.stops.reduce((sum, stop) => sum + stop.doors, 0);
  return route.report ?? { ...UNKNOWN_REPORT, metresPerDoor: doors > 0 ? route.distanceMetres / doors : 0 };
}
