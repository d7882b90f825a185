import type { Zone } from "../../server/contract/drawn-zones.ts";
import type { ZonesAnswer } from "../../server/contract/zones.ts";
import type { Pace } from "../workspace/plan-form.ts";
import { scoreOfZones, type ZonesScore } from "./zone-score.ts";
import type { ZoningApi } from "./zoning-api.ts";
import type { ZoningContent } from "./zoning-content.ts";

/** Zones over the same doors, judged alike whoever made them. */
export interface JudgedCut {
  readonly score: ZonesScore;
  /** Doors in them, those away from all streets included. */
  readonly doors: number;
  readonly compactness: number | null;
  readonly sharedPieces: number;
}

/** @param zones that the parts of the cut become, in their order */
export function judgeCut({ zones: cut, score, request }: ZonesAnswer, zones: readonly Zone[]): JudgedCut {
  const parts = cut.features.map(({ properties }, part) => ({
    ...properties,
    name: zones[part]?.name ?? properties.zone,
  }));
  const judged = scoreOfZones(parts, request.minutesPerDoor);
  if (judged === null) throw new Error("the cut has no zone with doors");
  return {
    score: judged,
    doors: parts.reduce((sum, { doors }) => sum + doors, 0),
    compactness: score.compactness,
    sharedPieces: score.sharedPieces,
  };
}

/** What the zones that are there do with some addresses. Null when none of these is in a zone. Throws ApiProblem. */
export async function judgeHand(
  api: Pick<ZoningApi, "zoneFigures">,
  territoryName: string,
  hand: { readonly content: ZoningContent; readonly addressIds: readonly string[]; readonly pace: Pace },
  signal: AbortSignal,
): Promise<JudgedCut | null> {
  const members = new Map<string, string[]>(hand.content.zones.map(({ id }) => [id, []]));
  for (const addressId of hand.addressIds) members.get(hand.content.zoneOf.get(addressId) ?? "")?.push(addressId);
  const zones = hand.content.zones.flatMap(({ id, name }) => {
    const addressIds = members.get(id) ?? [];
    return addressIds.length === 0 ? [] : [{ zoneId: id, name, addressIds }];
  });
  if (zones.length === 0) return null;
  const request = {
    zones: zones.map(({ zoneId, addressIds }) => ({ zoneId, addressIds })),
    ...hand.pace,
    isCompactnessAsked: true,
  };
  const answer = await api.zoneFigures(territoryName, request, signal);
  const judged = answer.zones.map((zone, place) => ({ ...zone, name: zones[place]?.name ?? zone.zoneId }));
  const score = scoreOfZones(judged, hand.pace.minutesPerDoor);
  if (score === null || answer.score === null) return null;
  return {
    score,
    doors: judged.reduce((sum, { doors }) => sum + doors, 0),
    compactness: answer.score.compactness,
    sharedPieces: answer.score.sharedPieces,
  };
}
