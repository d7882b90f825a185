import type { Random } from "../numbers/random.ts";
import type { District } from "./districts.ts";
import type { Landscape } from "./landscape.ts";
import { type Edge, edgesAtNodes } from "./network.ts";
import { along, distance, firstPoint, lastPoint, lineLength, type Point } from "./plane.ts";
import { lineOf, type StreetPlan } from "./street-plan.ts";
import {
  ENSEMBLE_WORDS,
  ESTATE_WORDS,
  FAUBOURG_WORDS,
  INDUSTRY_WORDS,
  OLD_TOWN_WORDS,
  STEPS_WORDS,
  VILLA_WORDS,
} from "./street-words.ts";
import type { RoadKind } from "./town-lines.ts";

/** A stretch of street between two nodes, with all that OpenStreetMap says of it. */
export interface Street extends Edge {
  readonly kind: RoadKind;
  /** Empty for paths, tracks and roundabouts without a name. */
  readonly name: string;
  readonly ref: string | null;
  readonly structure: "bridge" | "tunnel" | null;
  readonly isRoundabout: boolean;
  readonly isMain: boolean;
  readonly district: District | null;
  readonly isDeadEnd: boolean;
}

const PEDESTRIAN_HEART: Point = [40, 60];
const PEDESTRIAN_RADIUS_METRES = 135;
/** Rise per metre above which a short street becomes a flight of steps. */
const STEEPEST_STREET = 0.19;

/** One street per edge of the plan, in the same order: kind from slope and district, name from the street it belongs to. */
export function nameStreets(plan: StreetPlan, landscape: Landscape, random: Random): readonly Street[] {
  const atNodes = edgesAtNodes(plan.network);
  const heart = landscape.warp.apply(PEDESTRIAN_HEART);
  const drafts = plan.network.edges.map((edge) => {
    const line = lineOf(plan.lines, edge);
    const middle = along(edge.points, lineLength(edge.points) / 2).point;
    const district = plan.districtAt(middle);
    const isDeadEnd = atNodes[edge.from]?.length === 1 || atNodes[edge.to]?.length === 1;
    const kind = line.isMain ? line.kind : localKind(line.kind, edge, middle, district, landscape, heart, random);
    return { edge, line, district, isDeadEnd, kind };
  });
  const groups = new Map<string, typeof drafts>();
  for (const draft of drafts) {
    const key = groupOf(draft.line.street, draft.kind, draft.edge);
    groups.set(key, [...(groups.get(key) ?? []), draft]);
  }
  const namer = createNamer(random.fork("names"));
  const names = new Map<Edge, string>();
  for (const group of groups.values()) {
    const [first] = group;
    if (!first) continue;
    const length = group.reduce((sum, { edge }) => sum + lineLength(edge.points), 0);
    const isNamed = first.kind !== "track" && first.kind !== "path" && !first.line.isRoundabout;
    const name =
      first.line.isMain || !isNamed
        ? null
        : namer(
            first.kind,
            first.district,
            group.some((d) => d.isDeadEnd),
            length,
          );
    for (const { edge, line } of group) names.set(edge, line.name ?? name ?? "");
  }
  return drafts.map(({ edge, line, district, isDeadEnd, kind }) => ({
    ...edge,
    kind,
    name: names.get(edge) ?? "",
    ref: line.ref,
    structure: line.structure,
    isRoundabout: line.isRoundabout,
    isMain: line.isMain,
    district,
    isDeadEnd,
  }));
}

const groupOf = (street: number | null, kind: RoadKind, edge: Edge) =>
  street === null ? `line ${edge.line}` : `street ${street} ${kind === "steps" ? "steps" : ""}`;

function localKind(
  planned: RoadKind,
  edge: Edge,
  middle: Point,
  district: District | null,
  { terrain }: Landscape,
  heart: Point,
  random: Random,
): RoadKind {
  if (planned !== "residential" || !district) return planned;
  const length = lineLength(edge.points);
  const rise = Math.abs(terrain.elevationAt(lastPoint(edge.points)) - terrain.elevationAt(firstPoint(edge.points)));
  const isHouseStreet = district.kind !== "industry" && district.kind !== "shops" && district.kind !== "ensemble";
  if (isHouseStreet && rise / length > STEEPEST_STREET && length < 140) return "steps";
  if (district.kind === "industry" || district.kind === "shops") return "unclassified";
  if (district.kind !== "old-town") return "residential";
  if (distance(middle, heart) < PEDESTRIAN_RADIUS_METRES) return "pedestrian";
  return random.chance(0.4) ? "living_street" : "residential";
}

type Namer = (kind: RoadKind, district: District | null, isDeadEnd: boolean, lengthMetres: number) => string;

/** Hands out each name once: words of the district, first with the usual kind of street, then with rarer ones. */
function createNamer(random: Random): Namer {
  const pools = new Map<readonly string[], string[]>();
  const used = new Set<string>();
  const draw = (words: readonly string[], kinds: readonly string[]): string => {
    const pool = pools.get(words) ?? random.shuffled(words);
    pools.set(words, pool);
    const word = pool.pop();
    if (word === undefined) {
      pools.delete(words);
      return draw(words, RARE_KINDS);
    }
    const name = `${random.pick(kinds)} ${word}`;
    if (used.has(name)) return draw(words, kinds);
    used.add(name);
    return name;
  };
  return (kind, district, isDeadEnd, length) => {
    if (kind === "steps") return draw(STEPS_WORDS, ["Escalier", "Montée", "Degrés"]);
    const words = wordsOf(district);
    const isEstate = district?.kind === "lotissement";
    if (isDeadEnd && length < 190) return draw(words, isEstate ? ["Impasse", "Allée", "Impasse", "Clos"] : ["Impasse"]);
    if (district?.kind === "old-town") return draw(words, length < 75 ? ["Ruelle", "Venelle", "Rue"] : ["Rue"]);
    if (isEstate) return draw(words, length > 300 ? ["Rue"] : ["Rue", "Allée", "Rue"]);
    if (district?.kind === "ensemble") return draw(words, ["Rue", "Allée", "Avenue"]);
    if (district?.kind === "villas") return draw(words, length > 300 ? ["Rue"] : ["Rue", "Rue", "Chemin"]);
    return draw(words, length > 420 ? ["Rue", "Boulevard", "Rue"] : ["Rue"]);
  };
}

const RARE_KINDS = ["Passage", "Sentier", "Chemin", "Petite rue"];

function wordsOf(district: District | null): readonly string[] {
  switch (district?.kind) {
    case "old-town":
      return OLD_TOWN_WORDS;
    case "faubourg":
      return FAUBOURG_WORDS;
    case "villas":
      return VILLA_WORDS;
    case "ensemble":
      return ENSEMBLE_WORDS;
    case "industry":
    case "shops":
      return INDUSTRY_WORDS;
    default:
      return ESTATE_WORDS;
  }
}
