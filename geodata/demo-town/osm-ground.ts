import type { BlockUse } from "./block-uses.ts";
import { coverCountryside, type LandKind } from "./countryside.ts";
import { type DistrictKind, districtOutlines } from "./districts.ts";
import { sidePoints } from "./faces.ts";
import { borderOf } from "./ground.ts";
import { crossingsAlong } from "./main-lines.ts";
import type { OsmDraft, Tags } from "./osm-draft.ts";
import { centroid, type Line, lineLength, offsetLine, partOfLine } from "./plane.ts";
import type { Town } from "./town.ts";
import { TOWN } from "./town-frame.ts";

const LAND_TAGS: Readonly<Record<LandKind, Tags>> = {
  forest: { landuse: "forest", leaf_type: "broadleaved" },
  farmland: { landuse: "farmland" },
  meadow: { landuse: "meadow" },
  vineyard: { landuse: "vineyard" },
  orchard: { landuse: "orchard" },
};
const DISTRICT_LANDUSE: Readonly<Record<DistrictKind, string>> = {
  "old-town": "residential",
  faubourg: "residential",
  villas: "residential",
  lotissement: "residential",
  ensemble: "residential",
  industry: "industrial",
  shops: "retail",
};
const BLOCK_TAGS: Readonly<Partial<Record<BlockUse, Tags>>> = {
  castle: { leisure: "park", historic: "castle" },
  "market-square": { highway: "pedestrian", area: "yes", place: "square" },
  church: { highway: "pedestrian", area: "yes" },
  "town-hall": { highway: "pedestrian", area: "yes" },
  square: { leisure: "park" },
  park: { leisure: "park" },
  cemetery: { landuse: "cemetery" },
  school: { amenity: "school" },
  hospital: { amenity: "hospital" },
  sports: { leisure: "sports_centre" },
};

/** Everything flat: land cover, water, districts, public places, railway, bypass, commune outline and place names. */
export function drawGround(town: Town, seed: number, draft: OsmDraft): void {
  for (const { kind, rings } of coverCountryside(seed, town.landscape, town.plan.districtAt))
    drawPatch(rings, LAND_TAGS[kind], draft);
  drawDistricts(town, draft);
  drawPublicPlaces(town, draft);
  drawWater(town, draft);
  drawRailway(town, draft);
  drawBypass(town, draft);
  drawCommune(town, draft);
}

function drawPatch(rings: readonly Line[], tags: Tags, draft: OsmDraft): void {
  const [outer, ...clearings] = rings;
  if (!outer) return;
  if (clearings.length === 0) {
    draft.area(outer, tags);
    return;
  }
  const members = [
    { way: draft.area(outer, {}), role: "outer" },
    ...clearings.map((ring) => ({ way: draft.area(ring, {}), role: "inner" })),
  ];
  draft.relation(members, { type: "multipolygon", ...tags });
}

function drawDistricts({ landscape }: Town, draft: OsmDraft): void {
  for (const { district, ring } of districtOutlines(landscape.warp)) {
    const { kind, name } = district;
    draft.area(ring, { landuse: DISTRICT_LANDUSE[kind] });
    const isQuarter = kind !== "industry" && kind !== "shops";
    draft.node(centroid(ring), { place: isQuarter ? "suburb" : "locality", name });
  }
}

/** Outlines follow the blocks' own streets, point for point; dead ends that poke into a block are left out. */
function drawPublicPlaces({ blocks, ground }: Town, draft: OsmDraft): void {
  for (const block of blocks) {
    const tags = BLOCK_TAGS[block.use];
    if (!tags) continue;
    const edges = block.face.sides.map(({ edge }) => edge);
    const sides = block.face.sides.filter(({ edge }) => edges.filter((each) => each === edge).length === 1);
    const ring = sides.flatMap((side) => sidePoints(ground.network, side).slice(0, -1));
    const isChurchOrHall = block.use === "church" || block.use === "town-hall";
    const isStreetside = block.face.sides.some((side) => borderOf(ground, side).kind === "street");
    if (ring.length < 3 || !isStreetside) continue;
    draft.area(ring, isChurchOrHall || block.placeName === "" ? tags : { ...tags, name: block.placeName });
  }
}

function drawWater({ landscape: { river } }: Town, draft: OsmDraft): void {
  draft.area(river.water.slice(0, -1), { natural: "water", water: "river", name: TOWN.river });
  draft.way(river.course, { waterway: "river", name: TOWN.river });
  draft.way(river.brook, { waterway: "stream", name: TOWN.stream });
}

function drawRailway({ landscape: { railway }, streets }: Town, draft: OsmDraft): void {
  const level = streets.filter(
    ({ structure, points }) => structure === null && crossingsAlong(railway, points).length > 0,
  );
  const crossings = level.flatMap(({ points }) => crossingsAlong(railway, points));
  const tags = { railway: "rail", gauge: "1435", usage: "main", electrified: "contact_line" };
  const length = lineLength(railway);
  const stops = [0, ...crossings, length].sort((a, b) => a - b);
  const line = stops.slice(1).flatMap((to, i) => partOfLine(railway, stops[i] ?? 0, to).slice(i === 0 ? 0 : 1));
  draft.way(line, tags);
  draft.way(offsetLine(railway, -4.2), tags);
}

function drawBypass({ landscape: { bypass, slipRoads } }: Town, draft: OsmDraft): void {
  const tags = {
    highway: "trunk",
    ref: "N 96",
    name: "Rocade Sud",
    motorroad: "yes",
    foot: "no",
    bicycle: "no",
    maxspeed: "110",
  };
  draft.way(offsetLine(bypass, 7), { ...tags, oneway: "-1" });
  draft.way(bypass, { ...tags, oneway: "yes" });
  for (const road of slipRoads) draft.way(road, { highway: "trunk_link", foot: "no", oneway: "yes" });
}

function drawCommune({ landscape: { boundary }, townHall }: Town, draft: OsmDraft): void {
  const ring = boundary.slice(0, -1);
  const half = Math.floor(ring.length / 2);
  const tags = { boundary: "administrative", admin_level: "8" };
  const members = [
    { way: draft.way(ring.slice(0, half + 1), tags), role: "outer" },
    { way: draft.way([...ring.slice(half), ...ring.slice(0, 1)], tags), role: "outer" },
  ];
  draft.relation(members, { type: "boundary", ...tags, name: TOWN.name, "ref:INSEE": TOWN.communeCode });
  draft.node(townHall, { place: "town", name: TOWN.name, "ref:INSEE": TOWN.communeCode });
}
