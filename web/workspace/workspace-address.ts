import { type Area, areaOfStations, NO_AREA } from "./area.ts";
import { decodeTarget, encodeTarget } from "./balance-target.ts";
import { decodeCamera, encodeCamera } from "./camera-code.ts";
import { readComparison, writeComparison } from "./compare-subjects.ts";
import { CLASS_METHODS, CLASS_SCALES, cleanBreaks } from "./layer-classes.ts";
import { decodeLayer, encodeLayer } from "./layer-code.ts";
import { readLegendEntry, writeLegendEntry } from "./legend-entry.ts";
import { cleanFilter } from "./station-filter.ts";
import { decodeStationIds, encodeStationIds } from "./station-ids-code.ts";
import {
  CLASS_COUNTS,
  COUNT_SHAPES,
  MEASURES,
  type ReliabilityView,
  SCORES,
  STARTING_RELIABILITY,
  STARTING_STATE,
  STATION_SORTS,
  TABS,
  type WorkspaceState,
} from "./workspace-state.ts";
import { decodeZone, encodeZone } from "./zone-code.ts";

/** Servers and messengers cut longer addresses off. Room is left for the rest of the address. */
const LONGEST_AREA = 5000;
const LEFT_OUT = "left-out";
const SHOWN = "1";

/**
 * The workspace as a query string and back. Ids, a polygon, a camera and words of stations' names are in it: nothing
 * about a person. What is as it was at the start is left out; what cannot be read falls back to the start, so an old or
 * mistyped link still opens. A selection that is too long is left out and leaves a word that says so.
 */
export function encodeWorkspace(state: WorkspaceState): string {
  const query = new URLSearchParams();
  if (state.tab !== STARTING_STATE.tab) query.set("tab", state.tab);
  if (state.measure !== STARTING_STATE.measure) query.set("measure", state.measure);
  if (state.classCount !== STARTING_STATE.classCount) query.set("classes", String(state.classCount));
  if (state.layer !== null) query.set("layer", encodeLayer(state.layer));
  if (state.classMethod !== STARTING_STATE.classMethod) query.set("breaks", encodeBreaks(state));
  if (state.classScale !== STARTING_STATE.classScale) query.set("scale", state.classScale);
  if (state.countShape !== STARTING_STATE.countShape) query.set("counts", state.countShape);
  if (state.heldUp !== null) query.set("held", writeLegendEntry(state.heldUp));
  if (state.shownAnyway.length > 0) query.set("anyway", state.shownAnyway.join("."));
  if (state.stationSort !== null) query.set("sort", state.stationSort);
  if (state.stationFilter !== "") query.set("find", state.stationFilter);
  writeArea(query, state.area);
  if (state.zoningId !== null) query.set("zoning", state.zoningId);
  if (state.zoneId !== null) query.set("inzone", state.zoneId);
  if (state.pickedZoneIds.length > 0) query.set("picked", state.pickedZoneIds.join("."));
  if (state.showsFreeDoors) query.set("free", SHOWN);
  if (state.balance.kind !== "share") query.set("team", encodeTarget(state.balance));
  if (state.stationId !== null) query.set("station", state.stationId);
  if (state.planId !== null) query.set("plan", state.planId);
  if (state.routeId !== null) query.set("route", state.routeId);
  if (state.camera !== null) query.set("at", encodeCamera(state.camera));
  writeComparison(query, state.comparison);
  writeReliability(query, state.reliability);
  return query.toString();
}

export function decodeWorkspace(search: string): WorkspaceState {
  const query = new URLSearchParams(search);
  const planId = query.get("plan") || null;
  const zoningId = readId(query.get("zoning"));
  const anyway = (query.get("anyway") ?? "").split(".");
  return {
    tab: TABS.find((tab) => tab === query.get("tab")) ?? STARTING_STATE.tab,
    measure: MEASURES.find((measure) => measure === query.get("measure")) ?? STARTING_STATE.measure,
    classCount: CLASS_COUNTS.find((count) => String(count) === query.get("classes")) ?? STARTING_STATE.classCount,
    layer: decodeLayer(query.get("layer")),
    ...decodeBreaks(query.get("breaks")),
    classScale: CLASS_SCALES.find((scale) => scale === query.get("scale")) ?? STARTING_STATE.classScale,
    countShape: COUNT_SHAPES.find((shape) => shape === query.get("counts")) ?? STARTING_STATE.countShape,
    heldUp: readLegendEntry(query.get("held")),
    shownAnyway: MEASURES.filter((measure) => anyway.includes(measure)),
    stationSort: STATION_SORTS.find((sort) => sort === query.get("sort")) ?? STARTING_STATE.stationSort,
    stationFilter: cleanFilter(query.get("find") ?? ""),
    area: decodeArea(query),
    stationId: query.get("station") || null,
    zoningId,
    zoneId: zoningId === null ? null : readId(query.get("inzone")),
    pickedZoneIds: zoningId === null ? [] : decodePicked(query.get("picked")),
    showsFreeDoors: query.get("free") === SHOWN,
    balance: decodeTarget(query.get("team")),
    planId,
    routeId: planId === null ? null : query.get("route") || null,
    camera: decodeCamera(query.get("at")),
    comparison: readComparison(query),
    reliability: readReliability(query),
  };
}

function writeReliability(query: URLSearchParams, view: ReliabilityView): void {
  if (view.score !== STARTING_RELIABILITY.score) query.set("judged", view.score);
  if (view.electionId !== null) query.set("past", view.electionId);
  if (view.from !== null) query.set("from", view.from);
  if (view.to !== null) query.set("to", view.to);
  if (view.movedAt !== null) query.set("moved", view.movedAt);
}

function readReliability(query: URLSearchParams): ReliabilityView {
  return {
    score: SCORES.find((score) => score === query.get("judged")) ?? STARTING_RELIABILITY.score,
    electionId: query.get("past") || null,
    from: query.get("from") || null,
    to: query.get("to") || null,
    movedAt: query.get("moved") || null,
  };
}

/** "natural", or "manual_1200_1500.5". */
function encodeBreaks({ classMethod, breaks }: Pick<WorkspaceState, "classMethod" | "breaks">): string {
  return [classMethod, ...breaks.map(String)].join("_");
}

/** A method by hand without a single number is none. */
function decodeBreaks(text: string | null): Pick<WorkspaceState, "classMethod" | "breaks"> {
  const [name, ...numbers] = (text ?? "").split("_");
  const method = CLASS_METHODS.find((known) => known === name) ?? STARTING_STATE.classMethod;
  if (method !== "manual") return { classMethod: method, breaks: [] };
  const breaks = cleanBreaks(numbers.map((one) => (one.trim() === "" ? Number.NaN : Number(one))));
  return breaks.length === 0 ? { classMethod: STARTING_STATE.classMethod, breaks } : { classMethod: method, breaks };
}

/** Whether the selection was too long for its link. */
export function isAreaLeftOut(search: string): boolean {
  return new URLSearchParams(search).get("area") === LEFT_OUT;
}

function writeArea(query: URLSearchParams, area: Area): void {
  if (area.kind === "none") return;
  if (area.kind === "best") {
    query.set("area", "best");
    return;
  }
  const code = areaCode(area);
  if (code.length > LONGEST_AREA) query.set("area", LEFT_OUT);
  else query.set(area.kind, code);
}

function areaCode(area: Exclude<Area, { readonly kind: "none" | "best" }>): string {
  switch (area.kind) {
    case "stations":
      return encodeStationIds(area.stationIds);
    case "zone":
      return encodeZone(area.ring);
    case "zones":
      return [area.zoningId, ...area.zoneIds].join(".");
  }
}

function decodeArea(query: URLSearchParams): Area {
  if (query.get("area") === "best") return { kind: "best" };
  const zone = query.get("zone");
  if (zone !== null) {
    const ring = decodeZone(zone);
    return ring === null ? NO_AREA : { kind: "zone", ring };
  }
  const [zoningId, ...zoneIds] = (query.get("zones") ?? "").split(".").map(readId);
  const known = zoneIds.filter((id) => id !== null);
  if (zoningId && known.length > 0) return { kind: "zones", zoningId, zoneIds: known };
  return areaOfStations(decodeStationIds(query.get("stations") ?? ""));
}

function decodePicked(text: string | null): readonly string[] {
  const known = (text ?? "").split(".").map(readId);
  return [...new Set(known.filter((id) => id !== null))];
}

function readId(text: string | null): string | null {
  return text !== null && /^[A-Za-z0-9_-]{1,40}$/.test(text) ? text : null;
}
