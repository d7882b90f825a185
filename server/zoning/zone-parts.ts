import type { ZoneCut } from "./cut-zones.ts";
import { joinParts } from "./join-parts.ts";
import { BARRIER } from "./zone-stop.ts";

/** Stops of the parts of each zone that touch one another nowhere on the street network. */
export function zoneParts(cut: ZoneCut): readonly (readonly (readonly number[])[])[] {
  const joined = joinParts(cut.runs.length);
  for (const { a, b, barrier } of cut.links) {
    if (barrier !== BARRIER.gap && cut.zoneOfRun[a] === cut.zoneOfRun[b]) joined.join(a, b);
  }
  const parts = Array.from({ length: cut.zoneCount }, () => new Map<number, number[]>());
  cut.runs.forEach(({ stops }, run) => {
    const zone = parts[cut.zoneOfRun[run] ?? -1];
    if (!zone) return;
    const part = zone.get(joined.partOf(run));
    if (part) part.push(...stops);
    else zone.set(joined.partOf(run), [...stops]);
  });
  return parts.map((byRoot) => [...byRoot.values()]);
}
