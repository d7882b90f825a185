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
  for (const zoneId of content.zoneOf.values()) sizes.set(zoneId, (sizes.get(zoneId) ?? 0) + 1);
  const board = {
    zones: new Map(content.zones.map((zone) => [zone.id, zone])),
    zoneOf: new Map(content.zoneOf),
    sizes,
  };
  const applied = applyZoneSteps(board, steps);
  if (applied.steps.length === 0) return { content, ...applied };
  return { content: { zones: [...board.zones.values()], zoneOf: board.zoneOf }, ...applied };
}
