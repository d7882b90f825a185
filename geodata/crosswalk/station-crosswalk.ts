import { indexAreas } from "../geometry/area-index.ts";
import { groupBy } from "../geometry/group-by.ts";
import { type Area, boxOfArea } from "../geometry/polygon.ts";
import type { BoundingBox, Position } from "../geometry/position.ts";
import { arealOverlaps, type Overlap } from "./areal-weights.ts";

/** Two contours that agree to this part of their common ground (intersection over union) are the same station. */
const SAME_STATION = 0.98;
/** Contours of two vintages miss each other by metres: what lies inside up to this part is taken to lie inside. */
const WHOLE = 0.98;
/** Slivers along a shared border, as a part of the old station: drawing noise, not voters. */
const SLIVER = 0.01;

/** What an old station gives to one of today's. */
export interface StationShare {
  readonly old: number;
  readonly today: number;
  /** Of the old station's voters, 0 to 1. Sums to 1 over an old station that lies wholly in today's stations. */
  readonly shareOfOld: number;
  /** Of today's station, 0 to 1. */
  readonly shareOfToday: number;
}

/** Where people live, as far as addresses are known. */
export interface KnownPlaces {
  readonly positions: readonly Position[];
  /** The station of today that holds each place, null where none does. */
  readonly stationOf: readonly (number | null)[];
  /** Ground on which all addresses are known; null when there are none. */
  readonly box: BoundingBox | null;
}

/**
 * How the voters of old stations are spread over today's: by the addresses that lie in both, by ground where an old
 * station has no known address. Codes are not looked at, because they lie. An old station that reaches beyond
 * today's stations keeps only its share inside.
 */
export function stationCrosswalk(old: readonly Area[], today: readonly Area[], places: KnownPlaces): StationShare[] {
  const overlapsOf = groupBy(arealOverlaps(old, today), (overlap) => overlap.source);
  const counts = countPlaces(old, places);
  return old.flatMap((area, source) => {
    const overlaps = overlapsOf.get(source) ?? [];
    const same = overlaps.find((overlap) => intersectionOverUnion(overlap) > SAME_STATION);
    if (same !== undefined) return [{ old: source, today: same.target, shareOfOld: 1, shareOfToday: 1 }];
    return spread(area, source, overlaps, counts, places.box);
  });
}

interface PlaceCounts {
  readonly ofOld: ReadonlyMap<number, number>;
  readonly ofToday: ReadonlyMap<number, number>;
  readonly ofBoth: ReadonlyMap<string, number>;
}

function countPlaces(old: readonly Area[], places: KnownPlaces): PlaceCounts {
  const oldIndex = indexAreas(old);
  const ofOld = new Map<number, number>();
  const ofToday = new Map<number, number>();
  const ofBoth = new Map<string, number>();
  for (const [index, position] of places.positions.entries()) {
    const source = oldIndex.areaAt(position);
    const target = places.stationOf[index] ?? null;
    if (source !== null) increment(ofOld, source);
    if (target !== null) increment(ofToday, target);
    if (source !== null && target !== null) increment(ofBoth, `${source}/${target}`);
  }
  return { ofOld, ofToday, ofBoth };
}

function spread(
  area: Area,
  source: number,
  overlaps: readonly Overlap[],
  counts: PlaceCounts,
  knownBox: BoundingBox | null,
): StationShare[] {
  const countOf = (overlap: Overlap) => counts.ofBoth.get(`${source}/${overlap.target}`) ?? 0;
  const countInside = sum(overlaps.map(countOf));
  const groundInside = sum(overlaps.map((overlap) => overlap.shareOfSource));
  const isKnownWhole = knownBox !== null && isBoxWithin(boxOfArea(area), knownBox);
  const countAll = counts.ofOld.get(source) ?? 0;
  const countedInside = isKnownWhole && countAll > 0 ? countInside / countAll : groundInside;
  const inside = groundInside > WHOLE ? 1 : Math.min(1, countedInside);

  const kept = countInside > 0 ? overlaps : withoutSlivers(overlaps);
  const weightOf = countInside > 0 ? countOf : (overlap: Overlap) => overlap.shareOfSource;
  const total = sum(kept.map(weightOf));
  return kept.flatMap((overlap) => {
    const weight = weightOf(overlap);
    if (weight <= 0) return [];
    const countToday = counts.ofToday.get(overlap.target) ?? 0;
    return {
      old: source,
      today: overlap.target,
      shareOfOld: (inside * weight) / total,
      shareOfToday: countToday > 0 ? countOf(overlap) / countToday : overlap.shareOfTarget,
    };
  });
}

function withoutSlivers(overlaps: readonly Overlap[]): readonly Overlap[] {
  return overlaps.filter((overlap) => overlap.shareOfSource >= SLIVER || overlap.shareOfTarget >= SLIVER);
}

function intersectionOverUnion({ squareMetres, shareOfSource, shareOfTarget }: Overlap): number {
  return squareMetres / (squareMetres / shareOfSource + squareMetres / shareOfTarget - squareMetres);
}

function isBoxWithin(inner: BoundingBox, outer: BoundingBox): boolean {
  return inner[0] >= outer[0] && inner[1] >= outer[1] && inner[2] <= outer[2] && inner[3] <= outer[3];
}

function increment<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
