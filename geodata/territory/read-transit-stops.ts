import { type SqliteFile, userVersion } from "./sqlite-file.ts";
import type { TransitKind, TransitStop } from "./territory.ts";
import { TRANSIT_STOPS_SINCE } from "./territory-schema.ts";

/** Null in a file that was written before there were any. */
export function readTransitStops(file: SqliteFile): readonly TransitStop[] | null {
  if (userVersion(file) < TRANSIT_STOPS_SINCE) return null;
  return file
    .prepare<[], TransitStopRow>("SELECT * FROM transit_stops ORDER BY transit_stop")
    .all()
    .map(({ id, name, kind, longitude, latitude }) => ({
      id,
      name,
      kind: kind as TransitKind,
      position: [longitude, latitude],
    }));
}

interface TransitStopRow {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly longitude: number;
  readonly latitude: number;
}
