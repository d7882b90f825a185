import type { ZoneCut } from "./cut-zones.ts";
import { joinParts } from "./join-parts.ts";
import { BARRIER } from "./zone-stop.ts";

/** Stops of a zone that touch the rest of it nowhere on the street network. */
export interface ZonePart {
  readonly stops: readonly number[];
  /** No way on foot leads from it to any other stop that is known, of whatever zone: it hangs together with none. */
  readonly isIsland: boolean;
}

export function zoneParts(cut: ZoneCut): readonly (readonly ZonePart[])[] {
  const joined = joinParts(cut.runs.length);
  const onFoot = cut.links.filter(({ barrier }) => barrier !== BARRIER.gap);
  for (const { a, b } of onFoot) if (cut.zoneOfRun[a] === cut.zoneOfRun[b]) joined.join(a, b);
  const beside = new Set<number>();
  for (const { a, b } of onFoot) {
    const [one, other] = [joined.partOf(a), joined.partOf(b)];
    if (one !== other) beside.add(one).add(other);
  }
  const parts = Array.from({ length: cut.zoneCount }, () => new Map<number, number[]>());
  cut.runs.forEach(({ stops }, run) => {
    const zone = parts[cut.zoneOfRun[run] ?? -1];
    if (!zone) return;
    const part = zone.get(joined.partOf(run));
    if (part) part.push(...stops);
    else zone.set(joined.partOf(run), [...stops]);
  });
  return parts.map((byRoot) => [...byRoot].map(([root, stops]) => ({ stops, isIsland: !beside.has(root) })));
}
