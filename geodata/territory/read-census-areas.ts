import { type SqliteFile, userVersion } from "./sqlite-file.ts";
import type { TerritoryCensusArea } from "./territory.ts";
import { CENSUS_AREAS_SINCE } from "./territory-schema.ts";

/** Null in a file that was written before addresses kept theirs. */
export function readCensusAreas(file: SqliteFile): readonly TerritoryCensusArea[] | null {
  if (userVersion(file) < CENSUS_AREAS_SINCE) return null;
  return file.prepare<[], TerritoryCensusArea>("SELECT id, name FROM census_areas ORDER BY census_area").all();
}
