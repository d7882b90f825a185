import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { CampaignDatabase } from "../campaign/campaign-tables.ts";
import type { ContactRow } from "../campaign/contact-tables.ts";
import type {
  Consent,
  Contact,
  ContactChange,
  ContactPage,
  Erasure,
  ExportedCopy,
  PersonData,
} from "../contract/contacts.ts";
import type { Channel, Purpose } from "../contract/field-events.ts";

export interface ContactStore {
  page(options: { readonly text: string; readonly before: string | null; readonly most: number }): Promise<ContactPage>;
  /** Null when there is no such person. */
  person(contactId: string): Promise<PersonData | null>;
  /** Puts right what is given, and withdraws consents. False when there is no such person. */
  change(contactId: string, change: ContactChange, at: Date): Promise<boolean>;
  /** Notes that a copy leaves the campaign, before it does; with null, one that holds everybody. */
  addExport(copy: ExportedCopy, contactIds: readonly string[] | null): Promise<void>;
  /** Erases a person wherever they left the same address, and remembers never to write there. Null when there is no such person. */
  erase(contactId: string, at: Date): Promise<Erasure | null>;
}

export function createContactStore(database: CampaignDatabase): ContactStore {
  return {
    async page({ text, before, most }) {
      let found = database.selectFrom("contacts");
      const words = text.trim().toLowerCase();
      if (words !== "") {
        const like = `%${words.replace(/[\\%_]/g, "\\$&")}%`;
        const columns = ["first_name", "last_name", "email", "phone"] as const;
        found = found.where(({ or }) =>
          or(columns.map((column) => sql<boolean>`lower(${sql.ref(column)}) like ${like} escape '\\'`)),
        );
      }
      const { total } = await found.select(({ fn }) => fn.countAll<number>().as("total")).executeTakeFirstOrThrow();
      const [at = "", id = ""] = before?.split(" ") ?? [];
      const rest = before === null ? found : found.where(sql<boolean>`(collected_at, id) < (${at}, ${id})`);
      const rows = await rest
        .selectAll()
        .orderBy("collected_at", "desc")
        .orderBy("id", "desc")
        .limit(most + 1)
        .execute();
      const shown = rows.slice(0, most);
      const last = rows.length > most ? shown.at(-1) : undefined;
      return {
        contacts: await withConsents(database, shown),
        total: Number(total),
        next: last ? `${last.collected_at} ${last.id}` : null,
      };
    },

    async person(contactId) {
      const row = await database.selectFrom("contacts").selectAll().where("id", "=", contactId).executeTakeFirst();
      if (!row) return null;
      const same = await sameAddress(database, row);
      const [contact, ...others] = await withConsents(database, [row, ...same]);
      if (!contact) return null;
      const versions = [
        ...new Set([contact, ...others].flatMap(({ consents }) => consents.map((one) => one.textVersion))),
      ];
      const notices =
        versions.length === 0
          ? []
          : await database
              .selectFrom("settings")
              .selectAll()
              .where(
                "key",
                "in",
                versions.map((version) => `notice:${version}`),
              )
              .execute();
      const outing = await database
        .selectFrom("field_events")
        .innerJoin("outings", "outings.id", "field_events.outing_id")
        .select(["outings.name", "outings.day"])
        .where("field_events.id", "=", row.event_id ?? "")
        .executeTakeFirst();
      return {
        contact,
        others,
        notices: Object.fromEntries(
          notices.map(({ key, value }) => [key.slice("notice:".length), String(JSON.parse(value))]),
        ),
        outing: outing ?? null,
        copies: await copiesWith(database, [row, ...same]),
      };
    },

    change: (contactId, { firstName, lastName, email, phone, withdrawn }, at) =>
      database.transaction().execute(async (transaction) => {
        const known = await transaction
          .selectFrom("contacts")
          .select("id")
          .where("id", "=", contactId)
          .executeTakeFirst();
        if (!known) return false;
        const changed = {
          ...(firstName === undefined ? {} : { first_name: firstName }),
          ...(lastName === undefined ? {} : { last_name: lastName }),
          ...(email === undefined ? {} : { email }),
          ...(phone === undefined ? {} : { phone }),
        };
        if (Object.keys(changed).length > 0) {
          await transaction.updateTable("contacts").set(changed).where("id", "=", contactId).execute();
        }
        for (const { purpose, channel } of withdrawn) {
          await transaction
            .updateTable("consents")
            .set({ withdrawn_at: at.toISOString() })
            .where("contact_id", "=", contactId)
            .where("purpose", "=", purpose)
            .where("channel", "=", channel)
            .where("withdrawn_at", "is", null)
            .execute();
        }
        return true;
      }),

    async addExport({ id, kind, madeBy, madeAt }, contactIds) {
      await database
        .insertInto("exports")
        .values({ id, kind, made_by: madeBy, made_at: madeAt, contact_ids: JSON.stringify(contactIds) })
        .execute();
    },

    erase: (contactId, at) =>
      database.transaction().execute(async (transaction) => {
        const row = await transaction.selectFrom("contacts").selectAll().where("id", "=", contactId).executeTakeFirst();
        if (!row) return null;
        const all = [row, ...(await sameAddress(transaction, row))];
        const ids = all.map(({ id }) => id);
        const hashes = all.flatMap(({ email, phone }) => [
          ...(email === null ? [] : [{ channel: "email", address_hash: addressHash(email) }]),
          ...(phone === null ? [] : [{ channel: "phone", address_hash: addressHash(phone) }]),
        ]);
        for (const hash of hashes) {
          await transaction
            .insertInto("suppressions")
            .values({ ...hash, at: at.toISOString() })
            .onConflict((conflict) => conflict.columns(["channel", "address_hash"]).doNothing())
            .execute();
        }
        // The event that brought them keeps its id alone: a phone that sends it again brings nobody back.
        await transaction.deleteFrom("consents").where("contact_id", "in", ids).execute();
        await transaction.deleteFrom("contacts").where("id", "in", ids).execute();
        return { contacts: ids.length, copies: await copiesWith(transaction, all) };
      }),
  };
}

/** Of an address as it is compared: a hash says nothing of who it was, and finds the same address again. */
export function addressHash(address: string): string {
  return createHash("sha256").update(normalAddress(address)).digest("hex");
}

/** Small letters for mail; digits for telephones, French ones as abroad. */
function normalAddress(address: string): string {
  if (address.includes("@")) return address.trim().toLowerCase();
  const digits = address.replace(/[^\d+]/g, "");
  return digits.replace(/^0(?=[1-9]\d{8}$)/, "+33").replace(/^00/, "+");
}

async function sameAddress(database: CampaignDatabase, row: ContactRow): Promise<readonly ContactRow[]> {
  const rows = await database.selectFrom("contacts").selectAll().where("id", "<>", row.id).execute();
  const isSame = (one: string | null, other: string | null) =>
    one !== null && other !== null && normalAddress(one) === normalAddress(other);
  return rows.filter((other) => isSame(row.email, other.email) || isSame(row.phone, other.phone));
}

async function withConsents(database: CampaignDatabase, rows: readonly ContactRow[]): Promise<Contact[]> {
  if (rows.length === 0) return [];
  const consents = await database
    .selectFrom("consents")
    .selectAll()
    .where(
      "contact_id",
      "in",
      rows.map(({ id }) => id),
    )
    .orderBy("purpose")
    .orderBy("channel")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    firstName: row.first_name,
    lastName: row.last_name,
    email: row.email,
    phone: row.phone,
    collectedBy: row.collected_by,
    source: row.source,
    collectedAt: row.collected_at,
    purgeAfter: row.purge_after,
    consents: consents
      .filter(({ contact_id }) => contact_id === row.id)
      .map(
        (consent): Consent => ({
          purpose: consent.purpose as Purpose,
          channel: consent.channel as Channel,
          textVersion: consent.text_version,
          givenAt: consent.given_at,
          withdrawnAt: consent.withdrawn_at,
        }),
      ),
  }));
}

async function copiesWith(database: CampaignDatabase, contacts: readonly ContactRow[]): Promise<ExportedCopy[]> {
  const ids = new Set(contacts.map(({ id }) => id));
  const rows = await database.selectFrom("exports").selectAll().orderBy("made_at", "desc").execute();
  return rows
    .filter(({ contact_ids, made_at }) => {
      const named = JSON.parse(contact_ids) as readonly string[] | null;
      return named === null ? contacts.some((one) => one.collected_at <= made_at) : named.some((id) => ids.has(id));
    })
    .map(({ id, kind, made_by, made_at }) => ({ id, kind, madeBy: made_by, madeAt: made_at }));
}
