/** The one zoom at which addresses are cut into tiles, shown enlarged when the map is closer: a tile is about 0.8 km wide in France. */
export const DOOR_TILE_ZOOM = 15;
