import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { type Bells, createBellTower } from "./bells.ts";
import type { PostgresPlace } from "./campaign-database.ts";
import { connection } from "./open-postgres.ts";

/** Bells that every process on this campaign hears: LISTEN and NOTIFY, one channel for each campaign. */
export interface PostgresBells extends Bells {
  close(): Promise<void>;
}

const CHANNEL = "arpent_bells";
const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 10_000;
/** Nothing may ring for hours: whether the line still holds is asked. */
const ASK_MS = 15_000;
const ANSWER_MS = 5000;

const STILL_THERE = { text: "SELECT 1", query_timeout: ANSWER_MS };

/**
 * Listens until closed. When the connection breaks it is made again, at growing intervals; everybody then looks again,
 * because rings in between were missed. A ring that cannot be sent is dropped: the listeners of this process hear it, the others
 * look again when they are connected.
 */
export function createPostgresBells(place: PostgresPlace): PostgresBells {
  const closing = new AbortController();
  const channel = `${CHANNEL}_${place.schema}`;
  let client: pg.Client | null = null;
  const tower = createBellTower((name) => {
    client?.query("SELECT pg_notify($1, $2)", [channel, name]).catch(() => {});
  });

  async function listen(): Promise<void> {
    const made = new pg.Client(connection(place));
    let asking: NodeJS.Timeout | undefined;
    const broken = new Promise<void>((resolve) => {
      made.once("error", () => resolve());
      made.once("end", () => resolve());
      closing.signal.addEventListener("abort", () => resolve());
    });
    made.on("error", () => {});
    made.on("notification", ({ processId, payload }) => {
      // What this process rang it has heard already.
      if (processId !== backendOf(made)) tower.hear(payload ?? "");
    });
    try {
      await made.connect();
      await made.query(`LISTEN ${pg.escapeIdentifier(channel)}`);
      client = made;
      tower.hearAll();
      asking = setInterval(() => void made.query(STILL_THERE).catch(() => made.end().catch(() => {})), ASK_MS);
      await broken;
    } finally {
      client = null;
      clearInterval(asking);
      await made.end().catch(() => {});
    }
  }

  async function listenAgainAndAgain(): Promise<void> {
    let wait = FIRST_PAUSE_MS;
    while (!closing.signal.aborted) {
      const since = performance.now();
      await listen().catch(() => {});
      wait = performance.now() - since > LONGEST_PAUSE_MS ? FIRST_PAUSE_MS : Math.min(2 * wait, LONGEST_PAUSE_MS);
      await pause(wait, undefined, { signal: closing.signal }).catch(() => {});
    }
  }

  const listening = listenAgainAndAgain();
  return {
    ring: tower.ring,
    heard: tower.heard,
    async close() {
      closing.abort();
      await listening;
    },
  };
}

/** pg keeps the number of the connection's process on the server, and does not declare it. */
function backendOf(client: pg.Client): number | undefined {
  return (client as pg.Client & { readonly processID?: number }).processID;
}
