import type { Area } from "../geometry/polygon.ts";

/** A station of today before it is known what it holds. */
export interface StationDraft {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly communeCode: string;
  /** Null where the source gives only a code: the addresses inside say the name. */
  readonly communeName: string | null;
  /** As results name it: `stationKey`, or `communeKey` where a commune stands in for its stations. */
  readonly key: string;
  readonly geometry: Area;
}
