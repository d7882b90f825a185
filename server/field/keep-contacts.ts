import { groupBy } from "../../geodata/geometry/group-by.ts";
import type { CampaignDatabase } from "../campaign/campaign-tables.ts";
import type { ConsentRow, ContactRow } from "../campaign/contact-tables.ts";
import { addressHash } from "../contacts/contact-store.ts";
import type { GivenContact } from "./event-store.ts";
import type { NewEvent } from "./store-reports.ts";

/**
 * Keeps the details of those who left them, apart from the events, with what they ticked and below which text; and drops
 * them when the volunteer takes that back, whichever of the two arrives first. Details that waited on a phone while the person
 * was erased are dropped too; what somebody gives after that is given anew.
 */
export async function keepContacts(transaction: CampaignDatabase, fresh: readonly NewEvent[]): Promise<void> {
  await dropUndone(transaction, fresh);
  const given = fresh.filter(({ contact }) => contact !== null);
  if (given.length === 0) return;
  const undone = await alreadyUndone(transaction, given);
  const isErased = await erasedSince(transaction, given);
  const collectors = await collectorsOf(transaction, given);
  const contacts: ContactRow[] = [];
  const consents: ConsentRow[] = [];
  for (const { contact, event, outingId, outingRouteId } of given) {
    if (contact === null || undone.has(`${outingId}\n${event.id}`) || isErased(contact.given, event.at)) continue;
    const { id, purgeAfter } = contact;
    const { firstName, lastName, email, phone, noticeVersion } = contact.given;
    contacts.push({
      id,
      event_id: event.id,
      first_name: firstName,
      last_name: lastName,
      email,
      phone,
      postcode: null,
      collected_by: collectors.get(outingRouteId) ?? "",
      source: "outing",
      collected_at: event.at,
      purge_after: purgeAfter,
    });
    const ticked = new Map(contact.given.consents.map((one) => [`${one.purpose} ${one.channel}`, one]));
    for (const { purpose, channel } of ticked.values()) {
      consents.push({
        contact_id: id,
        purpose,
        channel,
        text_version: noticeVersion,
        given_at: event.at,
        withdrawn_at: null,
      });
    }
  }
  if (contacts.length === 0) return;
  await transaction.insertInto("contacts").values(contacts).execute();
  await transaction.insertInto("consents").values(consents).execute();
}

async function dropUndone(transaction: CampaignDatabase, fresh: readonly NewEvent[]): Promise<void> {
  for (const [outingId, events] of groupBy(fresh, (event) => event.outingId)) {
    const ids = events.flatMap(({ undoes }) => (undoes === null ? [] : [undoes]));
    if (ids.length === 0) continue;
    const undone = transaction
      .selectFrom("field_events")
      .select("id")
      .where("outing_id", "=", outingId)
      .where("kind", "=", "contact")
      .where("id", "in", ids);
    await transaction.deleteFrom("contacts").where("event_id", "in", undone).execute();
  }
}

async function alreadyUndone(transaction: CampaignDatabase, given: readonly NewEvent[]): Promise<ReadonlySet<string>> {
  const undone = new Set<string>();
  for (const [outingId, events] of groupBy(given, (event) => event.outingId)) {
    const rows = await transaction
      .selectFrom("field_events")
      .select("undoes")
      .where("outing_id", "=", outingId)
      .where(
        "undoes",
        "in",
        events.map(({ event }) => event.id),
      )
      .execute();
    for (const { undoes } of rows) undone.add(`${outingId}\n${undoes}`);
  }
  return undone;
}

async function erasedSince(
  transaction: CampaignDatabase,
  given: readonly NewEvent[],
): Promise<(given: GivenContact["given"], at: string) => boolean> {
  const hashes = given.flatMap(({ contact }) => (contact === null ? [] : addressHashes(contact.given)));
  const rows = await transaction
    .selectFrom("suppressions")
    .select(["address_hash", "at"])
    .where("address_hash", "in", hashes)
    .execute();
  const erasedAt = new Map(rows.map((row) => [row.address_hash, row.at]));
  return (details, at) => addressHashes(details).some((hash) => (erasedAt.get(hash) ?? "") >= at);
}

function addressHashes({ email, phone }: Pick<GivenContact["given"], "email" | "phone">): readonly string[] {
  return [email, phone].flatMap((address) => (address === null ? [] : [addressHash(address)]));
}

/** "Léa / 3": first name and route, all that is kept of who collected. */
async function collectorsOf(transaction: CampaignDatabase, given: readonly NewEvent[]) {
  const rows = await transaction
    .selectFrom("outing_routes")
    .select(["id", "first_name", "route_id"])
    .where("id", "in", [...new Set(given.map(({ outingRouteId }) => outingRouteId))])
    .execute();
  return new Map(rows.map((row) => [row.id, `${row.first_name ?? "?"} / ${row.route_id}`]));
}
