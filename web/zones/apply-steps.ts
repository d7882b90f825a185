import { applyZoneSteps } from "../../server/contract/apply-zone-edit.ts";
import type { ZoneRefusal, ZoneStep } from "../../server/contract/drawn-zones.ts";
import type { ZoningContent } from "./zoning-content.ts";

/** What became of steps: the content after them, the parts that were possible, and why the others were not. */
export interface AppliedSteps {
  readonly content: ZoningContent;
  readonly steps: readonly ZoneStep[];
  readonly refused: readonly ZoneRefusal[];
}

/** Takes steps one after the other, by the rules of the server. The content that is given is left as it was. */
export function applySteps(content: ZoningContent, steps: readonly ZoneStep[]): AppliedSteps {
  const sizes = new Map<string, number>();
  if (steps.some(({ kind }) => kind === "zone-removed")) {
    for (const zoneId of content.zoneOf.values()) sizes.set(zoneId, (sizes.get(zoneId) ?? 0) + 1);
  }
  const isMoving = steps.some(({ kind }) => kind === "addresses-moved");
  const board = {
    zones: new Map(content.zones.map((zone) => [zone.id, zone])),
    // A large town has 70,000 addresses: they are copied when some of them move.
    zoneOf: isMoving ? new Map(content.zoneOf) : new Map<string, string>(),
    sizes,
  };
  const applied = applyZoneSteps(board, steps);
  if (applied.steps.length === 0) return { content, ...applied };
  const zoneOf = isMoving ? board.zoneOf : content.zoneOf;
  return { content: { zones: [...board.zones.values()], zoneOf }, ...applied };
}
