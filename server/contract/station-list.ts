import type { StationItem } from "./territories.ts";

/** GET /api/territories/:name/station-list: the stations in columns, in index order. Their areas are tiles of the map. */
export interface StationList {
  readonly stationIds: readonly string[];
  readonly numbers: readonly string[];
  readonly names: readonly string[];
  /** Each name once. */
  readonly communes: readonly string[];
  /** Place in `communes`. */
  readonly communeOf: readonly number[];
  readonly registered: readonly (number | null)[];
  readonly addresses: readonly number[];
  readonly doors: readonly number[];
  /** Place of each station when all are read in the order of their names. */
  readonly order: readonly number[];
  /** Longitude and latitude in turn, degrees. */
  readonly labelPositions: readonly number[];
  /** West, south, east, north in turn, degrees. */
  readonly boxes: readonly number[];
}

/** The same, one object a station. */
export function stationItems(list: StationList): StationItem[] {
  return list.stationIds.map((stationId, index) => {
    const at = (column: readonly number[], place: number) => column[place] ?? 0;
    return {
      index,
      stationId,
      number: list.numbers[index] ?? "",
      name: list.names[index] ?? stationId,
      communeName: list.communes[at(list.communeOf, index)] ?? "",
      registered: list.registered[index] ?? null,
      addresses: at(list.addresses, index),
      doors: at(list.doors, index),
      order: at(list.order, index),
      labelPosition: [at(list.labelPositions, 2 * index), at(list.labelPositions, 2 * index + 1)],
      box: [
        at(list.boxes, 4 * index),
        at(list.boxes, 4 * index + 1),
        at(list.boxes, 4 * index + 2),
        at(list.boxes, 4 * index + 3),
      ],
    };
  });
}
