import type { StationItem } from "../../../server/contract/territories.ts";

/** A station with only what matters to a test. */
export function stationItem(part: Partial<StationItem>): StationItem {
  return {
    index: 0,
    stationId: "x",
    name: "Bureau 1",
    number: "0001",
    communeName: "Quimper",
    registered: 1000,
    addresses: 10,
    doors: 20,
    order: 0,
    box: [0, 0, 1, 1],
    labelPosition: [0, 0],
    ...part,
  };
}
