import type { Position } from "../../geodata/geometry/position.ts";
import type { StreetPlace } from "../../geodata/street-graph/street-graph.ts";
import type { Language, OsrmLeg } from "../contract/plan.ts";
import type { WalkingPath } from "../walking-router/walking-path.ts";

/** How planning measures and draws walks: a few functions, behind which stands our own engine or an OSRM server. */
export interface StreetRouter {
  /** Seconds between all places, `table[from × n + to]`, Infinity where there is no way. */
  durations(places: readonly StreetPlace[], walker: Walker): Promise<Float32Array>;
  /**
   * Metres climbed on the walks of that table, laid out alike. Left out by an engine that cannot tell: planning then
   * looks at the walks it chose, and at no others.
   */
  climbs?(places: readonly StreetPlace[], walker: Walker): Promise<Float32Array>;
  /**
   * The legs from each place to the next, one for each of `ends`, with directions. A place repeated makes a leg of no
   * length. Throws NoWay when there is no way between two of them.
   */
  walk(places: readonly StreetPlace[], ends: readonly LegEnd[], walker: Walker): Promise<readonly WalkedLeg[]>;
  /** The street place to start from at a position, with its distance; null when there is no street. */
  nearest(position: Position): Promise<{ readonly place: StreetPlace; readonly metres: number } | null>;
}

/** Who walks: one table of durations serves all who are alike. */
export interface Walker {
  readonly speedKilometresPerHour: number;
  readonly avoidsSteps: boolean;
  /** Rides long legs, walks short ones. */
  readonly hasBicycle: boolean;
}

/** Where a leg leads, for its last sentence. */
export interface LegEnd {
  /** "12 bis Rue Oberkampf", or what the place is called. */
  readonly name: string;
  /** "12 bis" alone; empty for a place without a number. */
  readonly number: string;
  readonly side: -1 | 0 | 1;
  readonly parity: "even" | "odd" | null;
}

export interface WalkedLeg {
  readonly distanceMetres: number;
  readonly durationSeconds: number;
  readonly ascentMetres: number;
  readonly descentMetres: number;
  /** [metres walked, elevation in metres]; null without elevation. */
  readonly profile: readonly (readonly [number, number])[] | null;
  readonly coordinates: readonly Position[];
  /** Streets and crossings of the leg; null when another engine walked it. */
  readonly path: WalkingPath | null;
  /** The leg as an OSRM v5 leg with instructions in the given language. */
  describe(language: Language): OsrmLeg;
}

/** There is no way between two places of a walk. */
export class NoWay extends Error {
  override readonly name = "NoWay";
}
