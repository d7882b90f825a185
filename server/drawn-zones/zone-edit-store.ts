import type { Transaction } from "kysely";
import type { CampaignDatabase, CampaignTables } from "../campaign/campaign-database.ts";
import { applyZoneSteps, type ZoneBoard } from "../contract/apply-zone-edit.ts";
import type { ZoneEdit, ZoneEditAnswer, ZoneEditEvent, ZoneStep } from "../contract/drawn-zones.ts";
import { readZones } from "./zoning-store.ts";

export interface ZoneEditStore {
  /**
   * Applies what can be applied of an edit, in one transaction, and keeps it for those who watch. An edit that was applied
   * before has the answer it had then. Null when there is no such zoning.
   */
  apply(zoningId: string, edit: ZoneEdit, at: Date): Promise<ZoneEditAnswer | null>;
  /** The first MOST_AT_ONCE edits after a revision, in order. Null when some of them are not kept any more. */
  after(zoningId: string, revision: number): Promise<readonly ZoneEditEvent[] | null>;
}

/** Whoever was away for more edits than this reads the whole zoning again. */
const KEPT_EDITS = 500;
/** An edit may name all addresses of a town: those who were away are told part by part. */
const MOST_AT_ONCE = 50;
/** Values in one statement: SQLite takes 32,766, PostgreSQL 65,535. */
const CHUNK = 5000;

export function createZoneEditStore(database: CampaignDatabase): ZoneEditStore {
  return {
    apply: (zoningId, edit, at) =>
      database.transaction().execute(async (transaction) => {
        // Written first, so that of two edits at once the second waits here until the first is whole.
        const counted = await transaction
          .updateTable("zonings")
          .set(({ eb }) => ({ revision: eb("revision", "+", 1) }))
          .where("id", "=", zoningId)
          .returning("revision")
          .executeTakeFirst();
        if (!counted) return null;
        const known = await transaction
          .selectFrom("zone_edits")
          .select("answer")
          .where("zoning_id", "=", zoningId)
          .where("edit_id", "=", edit.id)
          .executeTakeFirst();
        if (known) {
          await transaction
            .updateTable("zonings")
            .set(({ eb }) => ({ revision: eb("revision", "-", 1) }))
            .where("id", "=", zoningId)
            .execute();
          return JSON.parse(known.answer) as ZoneEditAnswer;
        }
        const board = await readBoard(transaction, zoningId, edit.steps);
        const { steps, refused } = applyZoneSteps(board, edit.steps);
        await writeSteps(transaction, zoningId, steps);
        await transaction
          .updateTable("zonings")
          .set({ edited_at: at.toISOString() })
          .where("id", "=", zoningId)
          .execute();
        const answer: ZoneEditAnswer = { revision: counted.revision, steps, refused };
        await transaction
          .insertInto("zone_edits")
          .values({
            zoning_id: zoningId,
            revision: counted.revision,
            edit_id: edit.id,
            editor: edit.editor,
            edited_at: at.toISOString(),
            answer: JSON.stringify(answer),
          })
          .execute();
        await transaction
          .deleteFrom("zone_edits")
          .where("zoning_id", "=", zoningId)
          .where("revision", "<=", counted.revision - KEPT_EDITS)
          .execute();
        return answer;
      }),

    async after(zoningId, revision) {
      const rows = await database
        .selectFrom("zone_edits")
        .selectAll()
        .where("zoning_id", "=", zoningId)
        .where("revision", ">", revision)
        .orderBy("revision")
        .limit(MOST_AT_ONCE)
        .execute();
      const isWhole = rows.length === 0 || rows[0]?.revision === revision + 1;
      if (!isWhole) return null;
      return rows.map((row) => ({
        revision: row.revision,
        editId: row.edit_id,
        editor: row.editor,
        at: row.edited_at,
        steps: (JSON.parse(row.answer) as ZoneEditAnswer).steps,
      }));
    },
  };
}

/** As much of the zoning as the steps are about. */
async function readBoard(
  transaction: Transaction<CampaignTables>,
  zoningId: string,
  steps: readonly ZoneStep[],
): Promise<ZoneBoard> {
  const zones = new Map((await readZones(transaction, zoningId)).map((zone) => [zone.id, zone]));
  const counts = await transaction
    .selectFrom("zone_addresses")
    .select(({ fn }) => ["zone_id", fn.countAll<number>().as("addresses")])
    .where("zoning_id", "=", zoningId)
    .groupBy("zone_id")
    .execute();
  const named = [...new Set(steps.flatMap((step) => (step.kind === "addresses-moved" ? step.addressIds : [])))];
  const zoneOf = new Map<string, string>();
  for (const ids of chunksOf(named)) {
    const rows = await transaction
      .selectFrom("zone_addresses")
      .select(["address_id", "zone_id"])
      .where("zoning_id", "=", zoningId)
      .where("address_id", "in", ids)
      .execute();
    for (const { address_id, zone_id } of rows) zoneOf.set(address_id, zone_id);
  }
  return { zones, zoneOf, sizes: new Map(counts.map(({ zone_id, addresses }) => [zone_id, Number(addresses)])) };
}

async function writeSteps(
  transaction: Transaction<CampaignTables>,
  zoningId: string,
  steps: readonly ZoneStep[],
): Promise<void> {
  for (const step of steps) {
    switch (step.kind) {
      case "zone-added": {
        const { id, name, colour, isLocked } = step.zone;
        await transaction
          .insertInto("zones")
          .values({ zoning_id: zoningId, zone_id: id, name, colour, is_locked: Number(isLocked) })
          .execute();
        break;
      }
      case "zone-removed":
        await transaction
          .deleteFrom("zones")
          .where("zoning_id", "=", zoningId)
          .where("zone_id", "=", step.zone.id)
          .execute();
        break;
      case "zone-changed": {
        const { id, name, colour, isLocked } = step.after;
        await transaction
          .updateTable("zones")
          .set({ name, colour, is_locked: Number(isLocked) })
          .where("zoning_id", "=", zoningId)
          .where("zone_id", "=", id)
          .execute();
        break;
      }
      case "addresses-moved":
        for (const ids of chunksOf(step.addressIds)) await moveAddresses(transaction, zoningId, ids, step.to);
    }
  }
}

async function moveAddresses(
  transaction: Transaction<CampaignTables>,
  zoningId: string,
  addressIds: readonly string[],
  to: string | null,
): Promise<void> {
  if (to === null) {
    await transaction
      .deleteFrom("zone_addresses")
      .where("zoning_id", "=", zoningId)
      .where("address_id", "in", addressIds)
      .execute();
    return;
  }
  await transaction
    .insertInto("zone_addresses")
    .values(addressIds.map((address_id) => ({ zoning_id: zoningId, address_id, zone_id: to })))
    .onConflict((conflict) => conflict.columns(["zoning_id", "address_id"]).doUpdateSet({ zone_id: to }))
    .execute();
}

function chunksOf(ids: readonly string[]): readonly (readonly string[])[] {
  return Array.from({ length: Math.ceil(ids.length / CHUNK) }, (_, at) => ids.slice(at * CHUNK, (at + 1) * CHUNK));
}
