import type {
  NewZoning,
  ZoneEdit,
  ZoneEditAnswer,
  ZoneFiguresAnswer,
  ZoneFiguresRequest,
  ZoneGround,
  ZoningListItem,
  ZoningState,
  ZoningVersion,
} from "../../server/contract/drawn-zones.ts";
import type { ZonesAnswer, ZonesRequest } from "../../server/contract/zones.ts";

/** What the program asks of the server about zones. Each throws `ApiProblem`, with a sentence in the reader's language. */
export interface ZoningApi {
  ground(territoryName: string, signal?: AbortSignal): Promise<ZoneGround>;
  zoneFigures(territoryName: string, request: ZoneFiguresRequest, signal?: AbortSignal): Promise<ZoneFiguresAnswer>;
  /** Zones of equal work, cut by the program; takes seconds. */
  cutZones(territoryName: string, request: ZonesRequest, signal?: AbortSignal): Promise<ZonesAnswer>;
  zonings(territoryName: string, signal?: AbortSignal): Promise<readonly ZoningListItem[]>;
  makeZoning(territoryName: string, zoning: NewZoning): Promise<ZoningState>;
  zoning(zoningId: string, signal?: AbortSignal): Promise<ZoningState>;
  renameZoning(zoningId: string, name: string): Promise<void>;
  removeZoning(zoningId: string): Promise<void>;
  editZoning(zoningId: string, edit: ZoneEdit): Promise<ZoneEditAnswer>;
  zoningVersions(zoningId: string, signal?: AbortSignal): Promise<readonly ZoningVersion[]>;
  keepZoningVersion(zoningId: string, name: string): Promise<ZoningVersion>;
  restoreZoning(zoningId: string, version: number, edit: Pick<ZoneEdit, "id" | "editor">): Promise<ZoneEditAnswer>;
  zoningEventsAddress(zoningId: string, afterRevision: number): string;
  zonesFileAddress(zoningId: string, format: "geojson" | "csv"): string;
}
