import { type Expression, sql } from "kysely";
import * as v from "valibot";
import type { CampaignDatabase } from "../campaign/campaign-tables.ts";
import { type PurgeReport, type Retention, RetentionSchema, type RetentionState } from "../contract/retention.ts";

export interface RetentionStore {
  read(): Promise<Retention>;
  write(retention: Retention): Promise<void>;
  lastPurge(): Promise<RetentionState["lastPurge"]>;
  /** What has stayed as long as it may. */
  due(now: Date): Promise<PurgeReport>;
  /** Takes it away, all of it or nothing. */
  purge(now: Date): Promise<PurgeReport>;
}

const KEY = "retention";
const LAST_KEY = "last-purge";
const DAY_MS = 24 * 3600 * 1000;

export function createRetentionStore(database: CampaignDatabase): RetentionStore {
  async function setting(key: string, from: CampaignDatabase): Promise<unknown> {
    const row = await from.selectFrom("settings").select("value").where("key", "=", key).executeTakeFirst();
    return row ? JSON.parse(row.value) : null;
  }
  async function keep(key: string, value: object, to: CampaignDatabase): Promise<void> {
    const text = JSON.stringify(value);
    await to
      .insertInto("settings")
      .values({ key, value: text })
      .onConflict((conflict) => conflict.column("key").doUpdateSet({ value: text }))
      .execute();
  }
  async function read(from = database): Promise<Retention> {
    const parsed = v.safeParse(RetentionSchema, await setting(KEY, from));
    return parsed.success ? parsed.output : v.parse(RetentionSchema, {});
  }

  return {
    read,
    write: (retention) => keep(KEY, retention, database),
    lastPurge: async () => (await setting(LAST_KEY, database)) as RetentionState["lastPurge"],
    async due(now) {
      const due = dueRows(database, await read(), now);
      const count = async (rows: Expression<unknown>) => {
        const counted = sql<{ count: number }>`select count(*) as count from ${rows} as due`;
        return Number((await counted.execute(database)).rows[0]?.count ?? 0);
      };
      return {
        contacts: await count(due.contacts()),
        firstNames: (await count(due.routes())) + (await count(due.devices())) + (await count(due.collectors())),
        events: (await count(due.events())) + (await count(due.receipts())),
      };
    },
    purge: (now) =>
      database.transaction().execute(async (transaction) => {
        const due = dueRows(transaction, await read(transaction), now);
        const contacts = await transaction.deleteFrom("contacts").where("id", "in", due.contacts()).executeTakeFirst();
        const routes = await transaction
          .updateTable("outing_routes")
          .set({ first_name: null })
          .where("id", "in", due.routes())
          .executeTakeFirst();
        const devices = await transaction
          .updateTable("route_devices")
          .set({ first_name: null })
          .where("first_name", "is not", null)
          .where("outing_route_id", "in", due.devices())
          .executeTakeFirst();
        const collectors = await transaction
          .updateTable("contacts")
          .set({ collected_by: ROUTE_ALONE })
          .where("id", "in", due.collectors())
          .executeTakeFirst();
        const events = await transaction.deleteFrom("field_events").where("id", "in", due.events()).executeTakeFirst();
        // What was answered on an outing goes with its events.
        await transaction.deleteFrom("survey_boxes").where("outing_id", "in", due.outings()).execute();
        const receipts = await transaction
          .deleteFrom("survey_receipts")
          .where("outing_id", "in", due.outings())
          .executeTakeFirst();
        const report = {
          contacts: Number(contacts.numDeletedRows),
          firstNames: [routes, devices, collectors].reduce(
            (sum, { numUpdatedRows }) => sum + Number(numUpdatedRows),
            0,
          ),
          events: Number(events.numDeletedRows) + Number(receipts.numDeletedRows),
        };
        await keep(LAST_KEY, { ...report, at: now.toISOString() }, transaction);
        return report;
      }),
  };
}

/** The rows that have stayed as long as they may. The sums by building, and what was asked never to be written to, stay. */
function dueRows(
  database: CampaignDatabase,
  { firstNameDays, electionDay, eventDays, contactsUntil }: Retention,
  now: Date,
) {
  const closedBefore = new Date(now.getTime() - firstNameDays * DAY_MS).toISOString();
  const isAllContacts = contactsUntil !== null && now.getTime() >= Date.parse(contactsUntil) + DAY_MS;
  const isEventsOver = electionDay !== null && now.getTime() >= Date.parse(electionDay) + (eventDays + 1) * DAY_MS;
  const closed = database.selectFrom("outings").select("id").where("closes_at", "<", closedBefore);
  // An outing of after the election belongs to the next one.
  const outings = () =>
    database
      .selectFrom("outings")
      .select("outings.id")
      .where("day", "<=", isEventsOver && electionDay !== null ? electionDay : LONG_AGO);
  return {
    outings,
    contacts: () =>
      database
        .selectFrom("contacts")
        .select("contacts.id")
        .where("purge_after", "<", isAllContacts ? FAR_AHEAD : now.toISOString()),
    routes: () =>
      database
        .selectFrom("outing_routes")
        .select("outing_routes.id")
        .where("first_name", "is not", null)
        .where("outing_id", "in", closed),
    devices: () =>
      database
        .selectFrom("route_devices")
        .select("route_devices.outing_route_id")
        .where("route_devices.first_name", "is not", null)
        .where(
          "route_devices.outing_route_id",
          "in",
          database
            .selectFrom("outing_routes")
            .select("outing_routes.id")
            .where("outing_routes.outing_id", "in", closed),
        ),
    /** Contacts that say who collected them by name; those that go themselves are counted above. */
    collectors: () =>
      database
        .selectFrom("contacts")
        .innerJoin("field_events", "field_events.id", "contacts.event_id")
        .select("contacts.id")
        .where("field_events.outing_id", "in", closed)
        .where("contacts.collected_by", "not like", "? / %")
        .where("contacts.purge_after", ">=", isAllContacts ? FAR_AHEAD : now.toISOString()),
    events: () =>
      database.selectFrom("field_events").select("field_events.id").where("field_events.outing_id", "in", outings()),
    receipts: () => database.selectFrom("survey_receipts").select("id").where("outing_id", "in", outings()),
  };
}

const FAR_AHEAD = "9999";
/** As keep-contacts.ts writes it where nobody has given a name. */
const ROUTE_ALONE = sql<string>`'? / ' || coalesce((
  select outing_routes.route_id from field_events
  inner join outing_routes on outing_routes.id = field_events.outing_route_id
  where field_events.id = contacts.event_id
), '?')`;
const LONG_AGO = "";
