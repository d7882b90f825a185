import type { CampaignDatabase } from "../campaign/campaign-tables.ts";
import type { BuildingNote } from "../contract/field-events.ts";
import type { NewEvent } from "./store-reports.ts";

/** What is known of a building is what the last note says that nobody took back, of whichever outing of the territory. */
export async function refoldNotes(transaction: CampaignDatabase, fresh: readonly NewEvent[]): Promise<void> {
  for (const { territoryName, stopId } of await touchedBuildings(transaction, fresh)) {
    const last = await lastNote(transaction, territoryName, stopId);
    if (last === null) {
      await transaction
        .deleteFrom("building_notes")
        .where("territory_name", "=", territoryName)
        .where("address_id", "=", stopId)
        .execute();
      continue;
    }
    const said = { note: JSON.stringify(last.note), event_id: last.id, at: last.at };
    await transaction
      .insertInto("building_notes")
      .values({ territory_name: territoryName, address_id: stopId, ...said })
      .onConflict((conflict) => conflict.columns(["territory_name", "address_id"]).doUpdateSet(said))
      .execute();
  }
}

/** In one order everywhere: two outings may write of one building. */
async function touchedBuildings(transaction: CampaignDatabase, fresh: readonly NewEvent[]) {
  const ids = fresh.flatMap(({ event, undoes }) =>
    event.kind === "note" ? [event.id] : undoes === null ? [] : [undoes],
  );
  if (ids.length === 0) return [];
  const rows = await transaction
    .selectFrom("field_events as event")
    .innerJoin("outings", "outings.id", "event.outing_id")
    .select(["outings.territory_name as territoryName", "event.stop_id as stopId"])
    .distinct()
    .where("event.id", "in", ids)
    .where("event.kind", "=", "note")
    .where("event.outing_id", "in", [...new Set(fresh.map(({ outingId }) => outingId))])
    .orderBy("territoryName")
    .orderBy("stopId")
    .execute();
  return rows.flatMap(({ territoryName, stopId }) => (stopId === null ? [] : [{ territoryName, stopId }]));
}

async function lastNote(transaction: CampaignDatabase, territoryName: string, stopId: string) {
  const rows = await transaction
    .selectFrom("field_events as event")
    .innerJoin("outings", "outings.id", "event.outing_id")
    .select(["event.id", "event.at", "event.body"])
    .where("outings.territory_name", "=", territoryName)
    .where("event.stop_id", "=", stopId)
    .where("event.kind", "=", "note")
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("field_events as undoing")
            .select("undoing.id")
            .whereRef("undoing.outing_id", "=", "event.outing_id")
            .whereRef("undoing.undoes", "=", "event.id"),
        ),
      ),
    )
    .orderBy("event.at", "desc")
    .orderBy("event.id", "desc")
    .execute();
  for (const { id, at, body } of rows) {
    // Without the note where it was reported while the campaign kept none.
    const { note } = JSON.parse(body) as { readonly note?: BuildingNote };
    if (note) return { id, at, note };
  }
  return null;
}
