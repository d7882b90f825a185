import type { Kysely, Migration } from "kysely";
import { asOne, columnsOf } from "./on-both-stores.ts";

/**
 * Secrets of second factors, sealed. Those that were stored as they are move here when a server opens the campaign, for only it has the key
 * (server/people/seal-stored-secrets.ts).
 */
export const sealedSecrets: Migration = {
  async up(database: Kysely<unknown>) {
    if ((await columnsOf(database, "accounts")).includes("totp_sealed")) return;
    await asOne(database, ({ schema }) => schema.alterTable("accounts").addColumn("totp_sealed", "text").execute());
  },
};
