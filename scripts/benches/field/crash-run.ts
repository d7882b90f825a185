import { setMaxListeners } from "node:events";
import { Agent } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import type { BenchStore } from "./bench-store.ts";
import { type Comparison, compareStored } from "./compare-stored.ts";
import { type FieldServer, freePort, startFieldServer } from "./field-server.ts";
import { liftLimit, limitFiles } from "./fill-disk.ts";
import { makeOutings } from "./make-outings.ts";
import { type PhoneCounts, type PhoneField, startPhone } from "./phone.ts";

export interface CrashOptions {
  /** File of the program, bundled. */
  readonly program: string;
  readonly phones: number;
  readonly kills: number;
  readonly chance: () => number;
  readonly progress: (text: string) => void;
  /** No further kill: what was done so far is looked at. */
  readonly enough?: AbortSignal;
}

export interface CrashFigures extends Comparison {
  readonly kills: number;
  readonly store: string;
  /** Events that volunteers reported. */
  readonly made: number;
  readonly refused: number;
  readonly requests: number;
  readonly answers: number;
  readonly cuts: number;
  readonly failures: number;
  readonly storeFaults: number;
  /** Kills that met requests that had no answer yet. */
  readonly killsWithRequestsUnderWay: number;
  /** What phones were told is stored between a start of the server and the kill that ended it. */
  readonly acknowledgedInALife: { readonly fewest: number; readonly median: number; readonly most: number };
  /** Reported and not acknowledged when the last kill came. */
  readonly outstandingAtLastKill: number;
  readonly acknowledgedAfterLastKill: number;
  readonly postgresCrashes: number;
  readonly diskFilled: number;
  readonly seconds: number;
}

const ROUTES_EACH = 10;
const STOPS_EACH = 25;
const CUT_SHARE = 0.05;
/** A volunteer is slower: so many reports meet every moment of a commit. */
const PAUSE_MS = 400;
/**
 * The server lives until a share of what waits for it is acknowledged, this or more: were it less, most reports would
 * come in after the last kill. It lives a moment of chance longer…
 */
const LEAST_SHARE = 0.25;
const MOMENT_MS = 40;
/** …and no longer than this; a life in which nothing is acknowledged is a fault. */
const LONGEST_LIFE_MS = 20_000;
/** Kills before the disk is full, or PostgreSQL is killed as well. */
const DISASTER_AFTER = 10;
const DISK_FULL_MS = 1500;
const ROOM_BYTES = 40_000;

/**
 * Phones report while the server is killed again and again at moments of chance, connections are cut, and once the
 * disk is full (SQLite) or PostgreSQL is killed as well. In the end what phones were told is held against the store.
 */
export async function crashRun(store: BenchStore, options: CrashOptions): Promise<CrashFigures> {
  const { program, phones: count, kills, chance, progress } = options;
  const began = performance.now();
  const database = await store.open();
  const outings = Math.ceil(count / ROUTES_EACH);
  const links = await makeOutings(database, { outings, routesEach: ROUTES_EACH, stopsEach: STOPS_EACH });
  await database.destroy();

  const place = { program, home: store.home, postgresUrl: store.postgresUrl, port: await freePort() };
  const over = new AbortController();
  setMaxListeners(0, over.signal);
  const agent = new Agent({ keepAlive: true, maxSockets: count });
  const counts: PhoneCounts = {
    requests: 0,
    underWay: 0,
    acknowledged: 0,
    answers: 0,
    cuts: 0,
    failures: 0,
    storeFaults: 0,
  };
  let server = await startFieldServer(place);
  const field: PhoneField = {
    url: server.url,
    agent,
    chance,
    counts,
    cutShare: CUT_SHARE,
    pauseMs: PAUSE_MS,
    over: over.signal,
  };
  const phones = links.slice(0, count).map((link) => startPhone(link, field));
  const outstanding = () => sum(phones, ({ made }) => made.length) - counts.acknowledged;
  const lives: number[] = [];
  let [killsWithRequestsUnderWay, outstandingAtLastKill, postgresCrashes, diskFilled] = [0, 0, 0, 0];
  try {
    while (lives.length < kills && options.enough?.aborted !== true) {
      const before = counts.acknowledged;
      await untilAcknowledged(counts, (LEAST_SHARE + chance() * (1 - LEAST_SHARE)) * outstanding());
      await pause(chance() * MOMENT_MS);
      if (lives.length === Math.min(kills >> 1, DISASTER_AFTER)) {
        if (store.postgres) {
          await store.postgres.restart();
          postgresCrashes++;
        } else if (store.postgresUrl === null && (await fillDisk(server, counts))) diskFilled++;
      }
      if (counts.underWay > 0) killsWithRequestsUnderWay++;
      await server.kill();
      lives.push(counts.acknowledged - before);
      outstandingAtLastKill = outstanding();
      progress(`${lives.length} of ${kills} kills, ${counts.acknowledged} acknowledged`);
      server = await startFieldServer(place);
    }
    over.abort();
    await Promise.all(phones.map(({ done }) => done));
  } finally {
    over.abort();
    agent.destroy();
    await server.stop();
  }

  const { underWay: _, acknowledged, ...sent } = counts;
  const after = await store.open();
  const comparison = await compareStored(after, phones);
  await after.destroy();
  return {
    ...comparison,
    kills: lives.length,
    store: store.name,
    made: sum(phones, ({ made }) => made.length),
    refused: sum(phones, ({ refused }) => refused.length),
    ...sent,
    killsWithRequestsUnderWay,
    acknowledgedInALife: spread(lives),
    outstandingAtLastKill,
    acknowledgedAfterLastKill: acknowledged - sum(lives, (life) => life),
    postgresCrashes,
    diskFilled,
    seconds: Math.round((performance.now() - began) / 1000),
  };
}

/** Waits until phones were told of so many events more, one at least, for as long as a server may live. */
async function untilAcknowledged(counts: PhoneCounts, more: number): Promise<void> {
  const wanted = counts.acknowledged + Math.max(1, more);
  const until = performance.now() + LONGEST_LIFE_MS;
  while (counts.acknowledged < wanted && performance.now() < until) await pause(5);
}

function sum<Item>(items: readonly Item[], countOf: (item: Item) => number): number {
  return items.reduce((total, item) => total + countOf(item), 0);
}

function spread(counts: readonly number[]): CrashFigures["acknowledgedInALife"] {
  const sorted = counts.toSorted((one, other) => one - other);
  return { fewest: sorted[0] ?? 0, median: sorted[sorted.length >> 1] ?? 0, most: sorted.at(-1) ?? 0 };
}

/** The campaign's files take no more until phones were told so; then there is room again. */
async function fillDisk({ pid }: FieldServer, counts: PhoneCounts): Promise<boolean> {
  if (!limitFiles(pid, ROOM_BYTES)) return false;
  const before = counts.storeFaults;
  const until = performance.now() + 10_000;
  while (counts.storeFaults === before && performance.now() < until) await pause(50);
  await pause(DISK_FULL_MS);
  liftLimit(pid);
  return counts.storeFaults > before;
}
