import type { CommuneOutline } from "../readers/commune-outlines-reader.ts";
import type { OsmArea } from "../readers/osm-extract.ts";

/**
 * Communes that lie whole in an OpenStreetMap extract (boundary=administrative, admin_level=8). One without an Insee
 * code, such as Monaco, keeps its name.
 */
export function osmCommunes(areas: readonly OsmArea[]): CommuneOutline[] {
  return areas
    .filter(({ tags }) => tags.boundary === "administrative" && tags.admin_level === "8" && tags.name !== undefined)
    .map(({ tags, geometry }) => ({ code: tags["ref:INSEE"] ?? null, name: tags.name ?? null, geometry }));
}
