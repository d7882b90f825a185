import type { Zone } from "../../server/contract/drawn-zones.ts";
import type { GroundIndex } from "./ground-index.ts";
import { snapPlaces } from "./snap-places.ts";
import { type Claim, claimSteps } from "./zone-steps.ts";
import type { ZoningContent } from "./zoning-content.ts";

/** What a stroke is for: to give what it meets to a zone, or to take it out of one. */
export interface StrokeAim {
  readonly kind: "paint" | "erase";
  /** The open zone. Without one, paint makes a new zone and the eraser takes from every zone. */
  readonly zone: Zone | null;
  /** Places of the open zone. */
  readonly joined: readonly number[];
  /** Whether paint takes from other zones on purpose. */
  readonly takesFromOthers: boolean;
  readonly snaps: boolean;
}

export interface StrokeClaim extends Claim {
  /** Places that were met and are left out because they are beyond a barrier. */
  readonly cutOff: readonly number[];
}

/**
 * What a stroke that has met these places changes: asked while it is drawn, to show it, and when it ends, to do it. Into
 * a locked zone, and out of one, nothing goes.
 *
 * @param newZoneId of the zone that paint without an open zone makes
 */
export function claimOfStroke(
  index: GroundIndex,
  content: ZoningContent,
  aim: StrokeAim,
  met: ReadonlySet<number>,
  newZoneId: string,
): StrokeClaim {
  const { zone } = aim;
  if (aim.kind === "erase") {
    const own = index.addressIdsOf(met).filter((id) => zone === null || content.zoneOf.get(id) === zone.id);
    return { ...claimSteps(content, own, null, () => true), cutOff: [] };
  }
  if (zone?.isLocked) return { ...claimSteps(content, [], zone.id, () => false), cutOff: [] };
  const { places, cutOff } = aim.snaps ? snapPlaces(index, met, aim.joined) : { places: [...met], cutOff: [] };
  const claim = claimSteps(content, index.addressIdsOf(places), zone?.id ?? newZoneId, () => aim.takesFromOthers);
  return { ...claim, cutOff };
}
