import type { Agent } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { type EventsAnswer, FIELD_VERSION, OUTCOMES } from "../../../server/contract/field-events.ts";
import type { BenchLink } from "./make-outings.ts";
import { newId } from "./phone.ts";
import { postJson } from "./post-json.ts";

export interface Crowd {
  readonly url: string;
  readonly agent: Agent;
  readonly links: readonly BenchLink[];
  readonly chance: () => number;
  /** Sends no more: what was measured so far is told. */
  readonly enough: AbortSignal;
}

/** How long reports took to be acknowledged, and how many there were. */
export interface LoadFigures {
  readonly seconds: number;
  readonly requestsPerSecond: number;
  readonly knocksPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly worstMs: number;
  readonly failures: number;
  /** How often each status, error code or short count was the cause. */
  readonly causes: Readonly<Record<string, number>>;
}

/** Knocks that a phone has when it has a network: most often one, a few after a yard or a staircase. */
const MOST_KNOCKS = 5;
/** A volunteer's door to door, with the walk between. */
const KNOCK_SECONDS = 90;

/** Volunteers in turn, so many at once, as fast as they are answered. */
export async function sendAtMost(crowd: Crowd, seconds: number, atOnce: number): Promise<LoadFigures> {
  const load = createLoad();
  const until = performance.now() + seconds * 1000;
  let turn = 0;
  async function sendInTurn(): Promise<void> {
    while (performance.now() < until && !crowd.enough.aborted)
      await sendOne(crowd, turn++, 1 + Math.floor(crowd.chance() * MOST_KNOCKS), load);
  }
  await Promise.all(Array.from({ length: atOnce }, sendInTurn));
  return load.figures();
}

/** Every volunteer at their own pace: reports arrive when they arrive, whether or not those before were answered. */
export async function sendAtPace(crowd: Crowd, seconds: number): Promise<LoadFigures> {
  const load = createLoad();
  const perSecond = crowd.links.length / KNOCK_SECONDS;
  const began = performance.now();
  const sent: Promise<void>[] = [];
  for (let due = 0; due < seconds && !crowd.enough.aborted; due += -Math.log(1 - crowd.chance()) / perSecond) {
    const wait = due * 1000 - (performance.now() - began);
    if (wait > 1) await pause(wait);
    sent.push(sendOne(crowd, Math.floor(crowd.chance() * crowd.links.length), 1, load));
  }
  await Promise.all(sent);
  return load.figures();
}

async function sendOne(
  { url, agent, links, chance }: Crowd,
  turn: number,
  knocks: number,
  load: ReturnType<typeof createLoad>,
): Promise<void> {
  const index = turn % links.length;
  const link = links[index];
  if (!link) return;
  const at = new Date().toISOString();
  const events = Array.from({ length: knocks }, () => ({
    id: newId(),
    at,
    kind: "knock",
    stopId: link.stopIds[Math.floor(chance() * link.stopIds.length)],
    outcome: OUTCOMES[Math.floor(chance() * OUTCOMES.length)],
    doors: 1,
  }));
  const batch = { version: FIELD_VERSION, deviceId: `device-of-volunteer-${index}`, sentAt: at, events };
  const began = performance.now();
  const answer = await postJson(`${url}/api/field/${link.token}/events`, batch, { agent }).catch(codeOf);
  // The shape that the contract promises.
  const stored = typeof answer === "object" && answer.status === 200 ? (answer.body as EventsAnswer).stored.length : 0;
  const cause = typeof answer === "string" ? answer : `status ${answer.status}, ${stored} of ${knocks} stored`;
  load.add(performance.now() - began, stored, stored === knocks ? null : cause);
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : String(error);
}

function createLoad() {
  const began = performance.now();
  const times: number[] = [];
  const causes: Record<string, number> = {};
  let [knocks, failures] = [0, 0];
  return {
    add(milliseconds: number, stored: number, cause: string | null): void {
      times.push(milliseconds);
      knocks += stored;
      if (cause === null) return;
      failures++;
      causes[cause] = (causes[cause] ?? 0) + 1;
    },
    figures(): LoadFigures {
      const seconds = (performance.now() - began) / 1000;
      const sorted = Float64Array.from(times).sort();
      const share = (part: number) => round(sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0);
      return {
        seconds: round(seconds),
        requestsPerSecond: round(times.length / seconds),
        knocksPerSecond: round(knocks / seconds),
        p50Ms: share(0.5),
        p99Ms: share(0.99),
        worstMs: share(1),
        failures,
        causes,
      };
    },
  };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
