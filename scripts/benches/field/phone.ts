import { randomBytes } from "node:crypto";
import type { Agent } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { type EventsAnswer, FIELD_VERSION, type FieldEvent, OUTCOMES } from "../../../server/contract/field-events.ts";
import type { BenchLink } from "./make-outings.ts";
import { type Cut, postJson } from "./post-json.ts";

/** What all simulated phones share. */
export interface PhoneField {
  readonly url: string;
  readonly agent: Agent;
  /** From 0 to 1. */
  readonly chance: () => number;
  /** Share of the requests whose connection is cut. */
  readonly cutShare: number;
  /** Between two reports of a phone, on average. */
  readonly pauseMs: number;
  /** Set when volunteers go home: what is left is sent. */
  readonly over: AbortSignal;
  readonly counts: PhoneCounts;
}

export interface PhoneCounts {
  requests: number;
  /** Requests that have no answer yet, and were not cut. */
  underWay: number;
  /** Events that a phone was told are stored. */
  acknowledged: number;
  /** Requests that were acknowledged. */
  answers: number;
  cuts: number;
  failures: number;
  /** 503 and 507: the store said that it could not. */
  storeFaults: number;
}

export interface Phone {
  readonly link: BenchLink;
  /** Everything that was reported on it. */
  readonly made: readonly FieldEvent[];
  readonly acknowledged: ReadonlySet<string>;
  readonly refused: readonly string[];
  /** Resolves when the volunteer has gone home and nothing waits any more. */
  readonly done: Promise<void>;
}

const BATCH = 20;
/** Volunteers are slower than these: with more than so much unsent, one waits for the network. */
const MOST_UNSENT = 60;
const UNDO_SHARE = 0.05;
const FINISH_SHARE = 0.03;
const FIRST_PAUSE_MS = 40;
const LONGEST_PAUSE_MS = 1000;

/** A phone as the volunteer's page is one: what is said goes into an outbox and leaves it when it is acknowledged. */
export function startPhone(link: BenchLink, field: PhoneField): Phone {
  const made: FieldEvent[] = [];
  const outbox = new Map<string, FieldEvent>();
  const acknowledged = new Set<string>();
  const refused: string[] = [];
  const deviceId = newId();
  const { chance, over, counts } = field;

  async function walk(): Promise<void> {
    while (!over.aborted) {
      if (outbox.size >= MOST_UNSENT) {
        await pause(100);
        continue;
      }
      const event = nextEvent(link, made, chance);
      made.push(event);
      outbox.set(event.id, event);
      await pause(2 * chance() * field.pauseMs, undefined, { signal: over }).catch(() => {});
    }
  }

  async function send(): Promise<void> {
    let failures = 0;
    while (!over.aborted || outbox.size > 0) {
      if (outbox.size === 0) {
        await pause(20);
        continue;
      }
      const isTaken = await attempt([...outbox.values()].slice(0, BATCH)).catch(() => false);
      failures = isTaken ? 0 : failures + 1;
      if (!isTaken) {
        counts.failures++;
        await pause(Math.min(FIRST_PAUSE_MS * 2 ** failures, LONGEST_PAUSE_MS) * (0.5 + chance() / 2));
      }
    }
  }

  async function attempt(events: readonly FieldEvent[]): Promise<boolean> {
    counts.requests++;
    const cut = cutOf(field);
    if (cut !== null) counts.cuts++;
    const batch = { version: FIELD_VERSION, deviceId, sentAt: new Date().toISOString(), events };
    const path = `${field.url}/api/field/${link.token}/events`;
    counts.underWay++;
    const { status, body } = await postJson(path, batch, {
      agent: field.agent,
      cut,
      cutAfterMs: chance() * 30,
    }).finally(() => counts.underWay--);
    if (status === 503 || status === 507) counts.storeFaults++;
    if (status !== 200) return false;
    counts.answers++;
    // The shape that the contract promises.
    const answer = body as EventsAnswer;
    for (const id of answer.stored) {
      if (!acknowledged.has(id)) counts.acknowledged++;
      acknowledged.add(id);
      outbox.delete(id);
    }
    for (const { id } of answer.refused) {
      refused.push(id);
      outbox.delete(id);
    }
    return true;
  }

  const done = Promise.all([walk(), send()]).then(() => {});
  return { link, made, acknowledged, refused, done };
}

function cutOf({ chance, cutShare, over }: PhoneField): Cut | null {
  if (over.aborted || chance() >= cutShare) return null;
  return chance() < 0.5 ? "in-body" : "before-answer";
}

function nextEvent({ stopIds }: BenchLink, made: readonly FieldEvent[], chance: () => number): FieldEvent {
  const pick = <Item>(list: readonly Item[]): Item | undefined => list[Math.floor(chance() * list.length)];
  const frame = { id: newId(), at: new Date().toISOString() };
  const stopId = pick(stopIds) ?? "";
  const said = pick(made);
  if (chance() < UNDO_SHARE && said !== undefined) return { ...frame, kind: "undo", undoes: said.id };
  if (chance() < FINISH_SHARE) return { ...frame, kind: "stop-finished", stopId };
  return { ...frame, kind: "knock", stopId, outcome: pick(OUTCOMES) ?? "absent", doors: 1 + Math.floor(chance() * 4) };
}

export function newId(): string {
  return randomBytes(15).toString("base64url");
}
