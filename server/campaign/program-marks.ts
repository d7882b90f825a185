import { createHash } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { sql } from "kysely";
import pg from "pg";
import type { CampaignDatabase, PostgresPlace } from "./campaign-database.ts";
import { connection } from "./open-postgres.ts";

/**
 * Tells the other processes of a campaign on PostgreSQL that this one lives: an advisory lock, which PostgreSQL gives back by itself when
 * the process ends in any way (its manual, 13.3.5).
 */
export interface ProgramMark {
  close(): Promise<void>;
}

const AGAIN_MS = 500;

/** Resolves once the mark is held. When the connection breaks it is taken again. */
export async function holdProgramMark(place: PostgresPlace, programId: string): Promise<ProgramMark> {
  const closing = new AbortController();
  let isFirst = true;
  let held: (() => void) | null = null;
  const firstHold = new Promise<void>((resolve) => {
    held = resolve;
  });

  async function hold(): Promise<void> {
    const client = new pg.Client(connection(place));
    const broken = new Promise<void>((resolve) => {
      client.once("error", () => resolve());
      client.once("end", () => resolve());
      closing.signal.addEventListener("abort", () => resolve(), { once: true });
    });
    client.on("error", () => {});
    try {
      await client.connect();
      await client.query("SELECT pg_advisory_lock($1, $2)", [...keysOf(place.schema, programId)]);
      isFirst = false;
      held?.();
      await broken;
    } finally {
      await client.end().catch(() => {});
    }
  }

  const holding = (async () => {
    while (!closing.signal.aborted) {
      await hold().catch((error: unknown) => {
        if (isFirst) throw error;
      });
      await pause(AGAIN_MS, undefined, { signal: closing.signal }).catch(() => {});
    }
  })();
  await Promise.race([firstHold, holding]);
  return {
    async close() {
      closing.abort();
      await holding;
    },
  };
}

/** Whether no process holds this mark. */
export function isProgramGone(database: CampaignDatabase, schema: string, programId: string): Promise<boolean> {
  const [campaign, program] = keysOf(schema, programId);
  return database.transaction().execute(async (transaction) => {
    const { rows } = await sql<{ free: boolean }>`
      select pg_try_advisory_xact_lock(${sql.lit(campaign)}, ${sql.lit(program)}) as free
    `.execute(transaction);
    return rows[0]?.free === true;
  });
}

/** The two 32-bit numbers that an advisory lock goes by. */
function keysOf(schema: string, programId: string): readonly [number, number] {
  const number = (text: string) => createHash("sha256").update(text).digest().readInt32BE(0);
  return [number(`arpent ${schema}`), number(programId)];
}
