import type { Transaction } from "kysely";
import { groupBy } from "../../geodata/geometry/group-by.ts";
import type { CampaignDatabase, CampaignTables } from "../campaign/campaign-database.ts";
import type { Zone, ZoningListItem, ZoningState, ZoningVersion } from "../contract/drawn-zones.ts";
import { packJson, unpackJson } from "../work/packed-json.ts";

/** A zoning without its zones. */
export interface StoredZoning {
  readonly id: string;
  readonly territoryName: string;
  readonly name: string;
  readonly revision: number;
}

/** Zones and their addresses at one moment. */
export type ZonesAtOnce = Pick<ZoningState, "zones" | "addressIds">;

export interface ZoningStore {
  /** Empty, or with the zones of another zoning as they are now. */
  add(zoning: {
    readonly id: string;
    readonly territoryName: string;
    readonly name: string;
    readonly copyOf: string | null;
    /** Account. */
    readonly madeBy?: string | null;
    readonly at: Date;
  }): Promise<void>;
  find(zoningId: string): Promise<StoredZoning | null>;
  /** All of it as it was at one revision. */
  state(zoningId: string): Promise<ZoningState | null>;
  /** Last edited first. */
  list(territoryName: string): Promise<readonly ZoningListItem[]>;
  rename(zoningId: string, name: string): Promise<void>;
  remove(zoningId: string): Promise<void>;
  /** Keeps the zoning as it is now. Null when there is no such zoning. */
  addVersion(zoningId: string, name: string, at: Date): Promise<ZoningVersion | null>;
  /** Latest first. */
  versions(zoningId: string): Promise<readonly ZoningVersion[]>;
  version(zoningId: string, version: number): Promise<ZonesAtOnce | null>;
}

export function createZoningStore(database: CampaignDatabase): ZoningStore {
  return {
    async add({ id, territoryName, name, copyOf, madeBy = null, at }) {
      await database.transaction().execute(async (transaction) => {
        const moment = at.toISOString();
        await transaction
          .insertInto("zonings")
          .values({
            id,
            territory_name: territoryName,
            name,
            created_at: moment,
            edited_at: moment,
            revision: 0,
            made_by: madeBy,
          })
          .execute();
        if (copyOf !== null) await copyZones(transaction, copyOf, id);
      });
    },
    async find(zoningId) {
      const row = await database.selectFrom("zonings").selectAll().where("id", "=", zoningId).executeTakeFirst();
      return row ? { id: row.id, territoryName: row.territory_name, name: row.name, revision: row.revision } : null;
    },
    state: (zoningId) => database.transaction().execute((transaction) => readState(transaction, zoningId)),
    async list(territoryName) {
      const rows = await database
        .selectFrom("zonings")
        .selectAll()
        .select(({ selectFrom, fn }) => [
          selectFrom("zone_addresses")
            .whereRef("zoning_id", "=", "zonings.id")
            .select(fn.countAll<number>().as("n"))
            .as("addresses"),
        ])
        .where("territory_name", "=", territoryName)
        .orderBy("edited_at", "desc")
        .orderBy("id")
        .execute();
      const named = await database
        .selectFrom("zones")
        .innerJoin("zonings", "zonings.id", "zones.zoning_id")
        .select(["zones.zoning_id", "zones.zone_id", "zones.name"])
        .where("zonings.territory_name", "=", territoryName)
        .execute();
      const zonesOf = groupBy(named, ({ zoning_id }) => zoning_id);
      return rows.map((row) => {
        const zones = zonesOf.get(row.id) ?? [];
        return {
          id: row.id,
          name: row.name,
          createdAt: row.created_at,
          editedAt: row.edited_at,
          revision: row.revision,
          zones: zones.length,
          zoneNames: zones.map(({ zone_id, name }) => ({ id: zone_id, name })),
          addresses: Number(row.addresses ?? 0),
        };
      });
    },
    async rename(zoningId, name) {
      await database.updateTable("zonings").set({ name }).where("id", "=", zoningId).execute();
    },
    async remove(zoningId) {
      await database.deleteFrom("zonings").where("id", "=", zoningId).execute();
    },
    addVersion: (zoningId, name, at) =>
      database.transaction().execute(async (transaction) => {
        const state = await readState(transaction, zoningId);
        if (!state) return null;
        const last = await transaction
          .selectFrom("zoning_versions")
          .select(({ fn }) => fn.max("version").as("version"))
          .where("zoning_id", "=", zoningId)
          .executeTakeFirst();
        const version: ZoningVersion = {
          version: Number(last?.version ?? 0) + 1,
          name,
          savedAt: at.toISOString(),
          zones: state.zones.length,
          addresses: Object.values(state.addressIds).reduce((sum, ids) => sum + ids.length, 0),
        };
        const kept: ZonesAtOnce = { zones: state.zones, addressIds: state.addressIds };
        await transaction
          .insertInto("zoning_versions")
          .values({
            zoning_id: zoningId,
            version: version.version,
            name,
            saved_at: version.savedAt,
            zones: version.zones,
            addresses: version.addresses,
            state: Buffer.from(packJson(kept).gzip),
          })
          .execute();
        return version;
      }),
    async versions(zoningId) {
      const rows = await database
        .selectFrom("zoning_versions")
        .select(["version", "name", "saved_at", "zones", "addresses"])
        .where("zoning_id", "=", zoningId)
        .orderBy("version", "desc")
        .execute();
      return rows.map(({ saved_at, ...row }) => ({ ...row, savedAt: saved_at }));
    },
    async version(zoningId, version) {
      const row = await database
        .selectFrom("zoning_versions")
        .select("state")
        .where("zoning_id", "=", zoningId)
        .where("version", "=", version)
        .executeTakeFirst();
      return row ? unpackJson<ZonesAtOnce>({ gzip: row.state, textBytes: 0 }) : null;
    },
  };
}

/** The zones of a zoning in no order. */
export async function readZones(database: CampaignDatabase, zoningId: string): Promise<readonly Zone[]> {
  const rows = await database.selectFrom("zones").selectAll().where("zoning_id", "=", zoningId).execute();
  return rows.map(({ zone_id, name, colour, is_locked }) => ({ id: zone_id, name, colour, isLocked: is_locked === 1 }));
}

async function readState(transaction: Transaction<CampaignTables>, zoningId: string): Promise<ZoningState | null> {
  const zoning = await transaction.selectFrom("zonings").selectAll().where("id", "=", zoningId).executeTakeFirst();
  if (!zoning) return null;
  const rows = await transaction
    .selectFrom("zone_addresses")
    .select(["address_id", "zone_id"])
    .where("zoning_id", "=", zoningId)
    .orderBy("address_id")
    .execute();
  const addressIds: Record<string, string[]> = {};
  for (const { address_id, zone_id } of rows) {
    const ids = addressIds[zone_id];
    if (ids) ids.push(address_id);
    else addressIds[zone_id] = [address_id];
  }
  return {
    id: zoning.id,
    territoryName: zoning.territory_name,
    name: zoning.name,
    revision: zoning.revision,
    zones: await readZones(transaction, zoningId),
    addressIds,
  };
}

async function copyZones(transaction: Transaction<CampaignTables>, from: string, to: string): Promise<void> {
  await transaction
    .insertInto("zones")
    .columns(["zoning_id", "zone_id", "name", "colour", "is_locked"])
    .expression(({ selectFrom, val }) =>
      selectFrom("zones")
        .select([val(to).as("zoning_id"), "zone_id", "name", "colour", "is_locked"])
        .where("zoning_id", "=", from),
    )
    .execute();
  await transaction
    .insertInto("zone_addresses")
    .columns(["zoning_id", "address_id", "zone_id"])
    .expression(({ selectFrom, val }) =>
      selectFrom("zone_addresses")
        .select([val(to).as("zoning_id"), "address_id", "zone_id"])
        .where("zoning_id", "=", from),
    )
    .execute();
}
