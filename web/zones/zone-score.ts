/** What zones are judged by, drawn by hand or cut by the program. */
export interface JudgedZone {
  readonly name: string;
  readonly doorSeconds: number;
  readonly walkMetres: number;
  readonly workSeconds: number;
  readonly straddles: readonly { readonly barrier: "road" | "bridge" | "gap" }[];
}

export interface ZonesScore {
  readonly zones: number;
  /** Walk, and 60 m for each big road to cross, per door; doors away from all streets left out. */
  readonly metresPerDoor: number;
  /** Where most is walked for a door. */
  readonly worst: { readonly name: string; readonly metresPerDoor: number };
  /** Work over the mean of the zones. */
  readonly heaviest: { readonly name: string; readonly share: number };
  readonly lightest: { readonly name: string; readonly share: number };
  readonly roads: number;
  readonly bridges: number;
}

/** As in the report of a route, and in the score that the server gives of a cut. */
const ROAD_CROSSING_METRES = 60;

/** The score of zones together, as the server has it of a whole cut. Null without a door on a street. */
export function scoreOfZones(zones: readonly JudgedZone[], minutesPerDoor: number): ZonesScore | null {
  const [first, ...others] = zones.filter(({ doorSeconds }) => doorSeconds > 0);
  if (first === undefined) return null;
  const judged = [first, ...others];
  const walked = (zone: JudgedZone) => zone.walkMetres + ROAD_CROSSING_METRES * crossings(zone, "road");
  const doors = (zone: JudgedZone) => zone.doorSeconds / (60 * minutesPerDoor);
  const perDoor = (zone: JudgedZone) => walked(zone) / doors(zone);
  const mean = sum(judged, ({ workSeconds }) => workSeconds) / judged.length;
  const by = (value: (zone: JudgedZone) => number) =>
    judged.reduce((most, zone) => (value(zone) > value(most) ? zone : most), first);
  const worst = by(perDoor);
  const heaviest = by(({ workSeconds }) => workSeconds);
  const lightest = by(({ workSeconds }) => -workSeconds);
  return {
    zones: judged.length,
    metresPerDoor: sum(judged, walked) / sum(judged, doors),
    worst: { name: worst.name, metresPerDoor: perDoor(worst) },
    heaviest: { name: heaviest.name, share: heaviest.workSeconds / mean },
    lightest: { name: lightest.name, share: lightest.workSeconds / mean },
    roads: sum(judged, (zone) => crossings(zone, "road")),
    bridges: sum(judged, (zone) => crossings(zone, "bridge")),
  };
}

function crossings({ straddles }: JudgedZone, barrier: "road" | "bridge"): number {
  return straddles.filter((straddle) => straddle.barrier === barrier).length;
}

function sum(zones: readonly JudgedZone[], value: (zone: JudgedZone) => number): number {
  return zones.reduce((total, zone) => total + value(zone), 0);
}
