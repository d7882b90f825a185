import type { BoundingBox } from "../geometry/position.ts";
import type { CommuneOutline } from "../readers/commune-outlines-reader.ts";
import { communeKey } from "../readers/station-key.ts";
import { boxToArea } from "./roll-stations.ts";
import type { StationDraft } from "./station-draft.ts";

/** Where no polling station is known, each commune stands in as one. */
export function communeStations(outlines: readonly CommuneOutline[]): StationDraft[] {
  return outlines
    .map((outline) => {
      const code = outline.code === null ? "" : communeKey(outline.code);
      const name = outline.name ?? (code === "" ? "Commune" : code);
      return {
        id: code === "" ? name : code,
        number: "",
        name,
        communeCode: code,
        communeName: name,
        key: code,
        geometry: outline.geometry,
      };
    })
    .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/** Where not even a commune is known, the whole box stands in. */
export function boxStation(title: string, box: BoundingBox): StationDraft {
  const geometry = boxToArea([box[0], box[1], box[2], box[3]]);
  return { id: title, number: "", name: title, communeCode: "", communeName: title, key: "", geometry };
}
