import { boxAround, type Position } from "../../geodata/geometry/position.ts";
import type { WalkingRouter } from "../walking-router/create-walking-router.ts";
import type { PlanningStop } from "./plan-stops.ts";
import { spanningWalks } from "./spanning-walks.ts";

/** Doors of one station within a square of 250 m: what a volunteer does before going elsewhere. */
export interface Pocket {
  readonly stationIndex: number;
  readonly doors: number;
  /** Votes or doors. */
  readonly worth: number;
  readonly doorSeconds: number;
  /** Between its doors and from the rest of the station. */
  readonly walkSeconds: number;
  readonly position: Position;
  /** Its stop nearest to its middle: where walks to it lead. */
  readonly middle: PlanningStop;
}

const SQUARE_METRES = 250;

/** The pockets of one station with the walk between its stops measured on the street network. */
export function stationPockets(
  router: Pick<WalkingRouter, "durations">,
  stationIndex: number,
  stops: readonly PlanningStop[],
  worthOf: (stop: PlanningStop) => number,
  speedKilometresPerHour: number,
): readonly Pocket[] {
  const parts = inParts(stops);
  if (parts.length > 1) {
    return parts.flatMap((part) => stationPockets(router, stationIndex, part, worthOf, speedKilometresPerHour));
  }
  const places = stops.map(({ place }) => place);
  const walks = spanningWalks(router, places, speedKilometresPerHour);
  const squares = new Map<string, number[]>();
  stops.forEach(({ address }, index) => {
    const key = squareOf(address.position);
    const list = squares.get(key);
    if (list) list.push(index);
    else squares.set(key, [index]);
  });
  return [...squares.values()].flatMap((indices) => {
    // A stop without a way to the others of its station is on no route that serves them.
    const own = indices.filter((index) => Number.isFinite(walks[index]));
    const members = own.flatMap((index) => stops[index] ?? []);
    const position = meanOf(members);
    const middle = nearestTo(position, members);
    if (!middle) return [];
    return {
      stationIndex,
      doors: members.reduce((sum, { address }) => sum + address.doors, 0),
      worth: members.reduce((sum, stop) => sum + worthOf(stop), 0),
      doorSeconds: members.reduce((sum, { serviceSeconds }) => sum + serviceSeconds, 0),
      walkSeconds: own.reduce((sum, index) => sum + (walks[index] ?? 0), 0),
      position,
      middle,
    };
  });
}

/** A table of more places than this is slow; the ground of a large station is halved until its parts are smaller. */
const MOST_AT_ONCE = 600;

function inParts(stops: readonly PlanningStop[]): readonly (readonly PlanningStop[])[] {
  if (stops.length <= MOST_AT_ONCE) return [stops];
  const [west, south, east, north] = boxAround(stops.map(({ address }) => address.position));
  const axis = (east - west) * Math.cos((south * Math.PI) / 180) > north - south ? 0 : 1;
  const along = [...stops].sort(
    (a, b) => a.address.position[axis] - b.address.position[axis] || a.address.index - b.address.index,
  );
  const half = Math.ceil(along.length / 2);
  return [...inParts(along.slice(0, half)), ...inParts(along.slice(half))];
}

function squareOf([longitude, latitude]: Position): string {
  const side = SQUARE_METRES / 111_195;
  const column = Math.floor((longitude * Math.cos((latitude * Math.PI) / 180)) / side);
  return `${column}/${Math.floor(latitude / side)}`;
}

function meanOf(stops: readonly PlanningStop[]): Position {
  const mean = (axis: 0 | 1) => stops.reduce((sum, { address }) => sum + address.position[axis], 0) / stops.length;
  return [mean(0), mean(1)];
}

function nearestTo([longitude, latitude]: Position, stops: readonly PlanningStop[]): PlanningStop | null {
  const eastScale = Math.cos((latitude * Math.PI) / 180);
  let nearest: PlanningStop | null = null;
  let least = Infinity;
  for (const stop of stops) {
    const [x, y] = stop.address.position;
    const distance = Math.hypot((x - longitude) * eastScale, y - latitude);
    if (distance >= least) continue;
    least = distance;
    nearest = stop;
  }
  return nearest;
}
