import { sql } from "kysely";
import type { CampaignDatabase } from "../campaign/campaign-tables.ts";
import { isPostgres } from "../campaign/migrations/on-both-stores.ts";
import { storeFault } from "../campaign/store-faults.ts";
import type { SecretBox } from "./secret-box.ts";

export interface SealReport {
  /** Secrets that an earlier version had stored as they are. */
  readonly plain: number;
  /** Sealed with a key that this machine has not. */
  readonly locked: number;
}

/**
 * Seals the secrets of second factors that earlier versions stored as they are, and with the newest key those that another key
 * of this machine sealed. Several processes may begin at once. What cannot be opened stays: its key may come back.
 */
export async function sealStoredSecrets(database: CampaignDatabase, box: SecretBox): Promise<SealReport> {
  const rows = await database
    .selectFrom("accounts")
    .select(["id", "totp_secret", "totp_sealed"])
    .where((row) => row.or([row("totp_secret", "is not", null), row("totp_sealed", "is not", null)]))
    .execute();
  const plain = rows.flatMap(({ id, totp_secret: secret }) => (secret === null ? [] : [{ id, secret }]));
  if (plain.length > 0) await sealPlain(database, plain, box);
  let locked = 0;
  for (const { id, totp_secret, totp_sealed: sealed } of rows) {
    if (totp_secret !== null || sealed === null || box.isNewest(sealed)) continue;
    const secret = box.open(sealed, id);
    if (secret === null) locked++;
    else await replace(database, id, sealed, box.seal(secret, id));
  }
  return { plain: plain.length, locked };
}

async function sealPlain(
  database: CampaignDatabase,
  plain: readonly { readonly id: string; readonly secret: string }[],
  box: SecretBox,
): Promise<void> {
  for (const { id, secret } of plain) {
    await database
      .updateTable("accounts")
      .set({ totp_sealed: box.seal(secret, id), totp_secret: null })
      .where("id", "=", id)
      .where("totp_secret", "=", secret)
      .execute();
  }
  try {
    await writeAnew(database);
  } catch (error) {
    // Somebody reads the table meanwhile, a backup: what is sealed is sealed, and the store's own upkeep does the rest.
    if (storeFault(error) !== "locked") throw error;
  }
}

/** Until then the table's file still holds what was overwritten. */
async function writeAnew(database: CampaignDatabase): Promise<void> {
  if (isPostgres(database)) {
    await sql`vacuum (full) accounts`.execute(database);
    return;
  }
  await sql`vacuum`.execute(database);
  await sql`pragma wal_checkpoint(truncate)`.execute(database);
}

/** Unless somebody has set another one meanwhile. */
async function replace(database: CampaignDatabase, id: string, before: string, sealed: string): Promise<void> {
  await database
    .updateTable("accounts")
    .set({ totp_sealed: sealed })
    .where("id", "=", id)
    .where("totp_sealed", "=", before)
    .execute();
}
