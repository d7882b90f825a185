/** Where the tiles of the volunteer's map are kept on the phone. */
export const MAP_CACHE = "arpent-field-map";

/** Tiles of the phone page, as the server addresses them. */
export const TILE_PATH = /^\/api\/field\/[^/]+\/tiles\/\d+\/\d+\/\d+$/;

/** As MapLibre writes addresses. */
export function fieldTilesAddress(token: string): string {
  return `${window.location.origin}/api/field/${encodeURIComponent(token)}/tiles/{z}/{x}/{y}`;
}

/** Of one link. */
export function isTileOf(token: string, address: string): boolean {
  return new URL(address).pathname.startsWith(`/api/field/${encodeURIComponent(token)}/tiles/`);
}
