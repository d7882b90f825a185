import type { Random } from "../numbers/random.ts";
import { edgesAtNodes } from "./network.ts";
import type { OsmDraft, Tags } from "./osm-draft.ts";
import { along, angleOf, lineLength, type Point, pointAt, turn } from "./plane.ts";
import type { Street } from "./streets.ts";
import type { Town } from "./town.ts";

const CROSSING_METRES_FROM_CORNER = 11;

/** Streets as ways: stretches of one street with the same tags are one way; crossings for walkers are nodes on it. */
export function drawStreets(town: Town, draft: OsmDraft, random: Random): void {
  const atNodes = edgesAtNodes({ nodes: town.plan.network.nodes, edges: town.streets });
  const points = town.streets.map((street) => withCrossings(street, atNodes, draft, random));
  const done = new Set<number>();
  town.streets.forEach((street, first) => {
    if (done.has(first)) return;
    done.add(first);
    const line = [...(points[first] ?? [])];
    for (let end = street.to, last = first; ; ) {
      const next = continuation(town.streets, atNodes[end] ?? [], last, done, line);
      if (next === null) break;
      done.add(next);
      line.push(...(points[next] ?? []).slice(1));
      last = next;
      end = town.streets[next]?.to ?? end;
    }
    draft.way(line, streetTags(street));
  });
  town.streets.forEach((street) => {
    const end = street.points.at(-1);
    const isTurningPlace = street.isDeadEnd && street.kind === "residential" && atNodes[street.to]?.length === 1;
    if (end && isTurningPlace) draft.node(end, { highway: "turning_circle" });
  });
}

/** The unused edge that carries the same street on from its node, straightest first. */
function continuation(
  streets: readonly Street[],
  candidates: readonly number[],
  last: number,
  done: ReadonlySet<number>,
  line: readonly Point[],
): number | null {
  const before = streets[last];
  if (!before || before.isRoundabout) return null;
  const heading = angleOf(pointAt(line, line.length - 2), pointAt(line, line.length - 1));
  let best: number | null = null;
  let bestBend = 1.2;
  for (const index of candidates) {
    const street = streets[index];
    if (!street || done.has(index) || street.from !== before.to || !isSameWay(before, street)) continue;
    const bend = Math.abs(turn(heading, angleOf(pointAt(street.points, 0), pointAt(street.points, 1))));
    if (bend >= bestBend) continue;
    best = index;
    bestBend = bend;
  }
  return best;
}

const isSameWay = (a: Street, b: Street) =>
  a.name === b.name &&
  a.kind === b.kind &&
  a.structure === b.structure &&
  a.ref === b.ref &&
  a.isRoundabout === b.isRoundabout;

/** Adds a marked crossing a few metres before the corners of busy streets. */
function withCrossings(
  street: Street,
  atNodes: readonly (readonly number[])[],
  draft: OsmDraft,
  random: Random,
): Point[] {
  const line = [...street.points];
  const length = lineLength(line);
  const isBusy = street.kind === "primary" || street.kind === "secondary" || street.kind === "tertiary";
  if (!isBusy || street.structure || street.isRoundabout || street.district === null || length < 45) return line;
  const mark = (metres: number) => {
    const { point } = along(line, metres);
    const isSignal = street.kind === "primary" && random.chance(0.3);
    draft.node(point, { highway: "crossing", crossing: isSignal ? "traffic_signals" : "marked" });
    return point;
  };
  const startsAtCorner = (atNodes[street.from]?.length ?? 0) > 2 && random.chance(0.55);
  const endsAtCorner = (atNodes[street.to]?.length ?? 0) > 2 && random.chance(0.55);
  const marks = [
    ...(startsAtCorner ? [CROSSING_METRES_FROM_CORNER] : []),
    ...(endsAtCorner ? [length - CROSSING_METRES_FROM_CORNER] : []),
  ];
  return marks.length === 0
    ? line
    : withPoints(
        line,
        marks.map((metres) => ({ metres, point: mark(metres) })),
      );
}

function withPoints(
  line: readonly Point[],
  added: readonly { readonly metres: number; readonly point: Point }[],
): Point[] {
  let walked = 0;
  const kept = line.map((point, i) => {
    if (i > 0) walked += Math.hypot(point[0] - pointAt(line, i - 1)[0], point[1] - pointAt(line, i - 1)[1]);
    return { metres: walked, point };
  });
  const inner = kept.filter(
    ({ metres }, i) => i === 0 || i === kept.length - 1 || added.every((each) => Math.abs(each.metres - metres) > 1),
  );
  return [...inner, ...added].sort((a, b) => a.metres - b.metres).map(({ point }) => point);
}

function streetTags(street: Street): Tags {
  const tags: Record<string, string> = { highway: street.kind };
  if (street.name !== "") tags.name = street.name;
  if (street.ref !== null) tags.ref = street.ref;
  if (street.isRoundabout) Object.assign(tags, { junction: "roundabout", oneway: "yes" });
  if (street.structure === "bridge") Object.assign(tags, { bridge: "yes", layer: "1" });
  if (street.structure === "tunnel") Object.assign(tags, { tunnel: "yes", layer: "-1" });
  if (street.kind === "steps") Object.assign(tags, { surface: "paving_stones", handrail: "yes" });
  if (street.kind === "track") Object.assign(tags, { tracktype: "grade3", surface: "compacted" });
  if (street.kind === "pedestrian") tags.surface = "sett";
  const pavement = sidewalks(street);
  if (pavement !== null) tags.sidewalk = pavement;
  const limit = speedLimit(street);
  if (limit !== null) tags.maxspeed = limit;
  return tags;
}

function sidewalks({ kind, district }: Street): string | null {
  if (kind === "primary" || kind === "secondary" || kind === "tertiary") return district ? "both" : "no";
  if (kind === "residential") return district?.kind === "lotissement" ? "right" : "both";
  return null;
}

function speedLimit({ kind, district }: Street): string | null {
  if (kind === "primary" || kind === "secondary" || kind === "tertiary" || kind === "unclassified")
    return district ? "50" : "80";
  if (kind === "living_street") return "20";
  return kind === "residential" ? "30" : null;
}
