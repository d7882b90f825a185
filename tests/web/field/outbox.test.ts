import "fake-indexeddb/auto";
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import type { EventBatch, EventsAnswer } from "../../../server/contract/field-events.ts";
import { FieldProblem } from "../../../web/field/field-client.ts";
import { createMemoryStore } from "../../../web/field/keep/create-memory-store.ts";
import type { FieldStore } from "../../../web/field/keep/field-store.ts";
import { openFieldStore } from "../../../web/field/keep/open-field-store.ts";
import { backOffMilliseconds } from "../../../web/field/outbox/back-off.ts";
import { createSender } from "../../../web/field/outbox/create-sender.ts";
import { sendWaiting } from "../../../web/field/outbox/send-waiting.ts";
import { AT, knock, sheetOf } from "./field-town.ts";

const now = () => new Date(AT);
let databases = 0;
const freshStore = () => openFieldStore(`outbox-${++databases}`, () => undefined);

/** What becomes of one batch on its way: the server gets it or not, the phone hears of it or not. */
type Fate = "arrives" | "lost" | "answer-lost" | "half-stored" | "twice" | "refused-by-proxy" | "too-large" | "foreign";
const FATES: readonly Fate[] = [
  "arrives",
  "lost",
  "answer-lost",
  "half-stored",
  "twice",
  "refused-by-proxy",
  "too-large",
  "foreign",
];

function fakeServer(fates: Fate[]) {
  const stored = new Map<string, number>();
  const take = (ids: readonly string[]) => {
    for (const id of ids) stored.set(id, (stored.get(id) ?? 0) + 1);
  };
  const answerOf = (ids: readonly string[]): EventsAnswer => ({
    stored: ids,
    refused: [],
    serverAt: AT,
    state: "open",
    routeRevision: 1,
  });
  const send = async (_token: string, batch: EventBatch): Promise<EventsAnswer> => {
    const ids = batch.events.map(({ id }) => id);
    const fate = fates.shift() ?? "arrives";
    if (fate === "lost") throw new FieldProblem(0, "offline", "");
    if (fate === "refused-by-proxy") throw new FieldProblem(502, "unreadable", "HTTP 502");
    if (fate === "too-large" && ids.length > 1) throw new FieldProblem(413, "too-large", "");
    // An answer about events of somebody else changes nothing here.
    if (fate === "foreign") return answerOf(["somebody-else-000"]);
    const taken = fate === "half-stored" ? ids.slice(0, Math.ceil(ids.length / 2)) : ids;
    take(taken);
    if (fate === "twice") take(taken);
    if (fate === "answer-lost") throw new FieldProblem(0, "offline", "");
    return answerOf(taken);
  };
  return { stored, send };
}

const waitingIds = async (store: FieldStore) => (await store.waiting("t")).map(({ id }) => id);

describe.each([
  ["in IndexedDB", freshStore],
  ["in memory", async () => createMemoryStore()],
])("the outbox %s", (_name, newStore) => {
  it("holds each event until an answer says that it is stored, whatever happens on the way", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...FATES), { maxLength: 12 }),
        fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 5 }),
        async (fates, bursts) => {
          const store = await newStore();
          const server = fakeServer([...fates]);
          const said: string[] = [];
          for (const count of bursts) {
            const events = Array.from({ length: count }, () => knock("2"));
            await store.say("t", events);
            said.push(...events.map(({ id }) => id));

            await sendWaiting({ store, client: server, now }, "t");

            const left = await waitingIds(store);
            // Nothing is lost: what is not in the outbox is on the server.
            expect(said.filter((id) => !left.includes(id) && !server.stored.has(id))).toEqual([]);
            expect(left).toEqual(said.filter((id) => left.includes(id)));
          }

          for (let turn = 0; turn <= fates.length; turn++) await sendWaiting({ store, client: server, now }, "t");

          expect(await waitingIds(store)).toEqual([]);
          expect([...server.stored.keys()].toSorted()).toEqual(said.toSorted());
          expect((await store.said("t")).map(({ id, state }) => [id, state])).toEqual(said.map((id) => [id, "stored"]));
        },
      ),
      { numRuns: 10 },
    );
  });

  it("keeps refused events aside with the sentence, and sends the others", async () => {
    const store = await newStore();
    const [good, bad] = [knock("2"), knock("nowhere")];
    await store.say("t", [bad, good]);
    const refused = [{ id: bad.id, code: "unknown-stop", message: "Cette adresse n'existe plus." }];
    const send = vi.fn(async () => ({
      stored: [good.id],
      refused,
      serverAt: AT,
      state: "open" as const,
      routeRevision: 1,
    }));

    await sendWaiting({ store, client: { send }, now }, "t");
    await sendWaiting({ store, client: { send }, now }, "t");

    expect(send).toHaveBeenCalledTimes(1);
    expect((await store.waiting("t")).map(({ id, refusal }) => [id, refusal?.message])).toEqual([
      [bad.id, "Cette adresse n'existe plus."],
    ]);
    await store.dropRefused(bad.id);
    expect(await store.waiting("t")).toEqual([]);
    expect((await store.said("t")).map(({ id }) => id)).toEqual([good.id]);
  });

  it("wipes what a person gave once it is stored, and remembers only that somebody gave it", async () => {
    const store = await newStore();
    const contact = {
      id: "contact-000000001",
      at: AT,
      kind: "contact" as const,
      firstName: "Andrée",
      lastName: "Exemple",
      email: "andree@example.org",
      phone: null,
      consents: [{ purpose: "news" as const, channel: "email" as const }],
      noticeVersion: "n1",
    };
    await store.say("t", [contact]);
    expect((await store.waiting("t"))[0]?.event).toEqual(contact);

    await store.settle([contact.id], []);

    const left = JSON.stringify([await store.waiting("t"), await store.said("t"), await store.keptSheets()]);
    expect(left).toContain("contact-000000001");
    expect(left).not.toMatch(/Andrée|Exemple|andree/);
  });

  it("forgets the sheet of a link, and never what still has to be sent", async () => {
    const store = await newStore();
    await store.keepSheet("t", sheetOf());
    await store.say("t", [knock("2")]);

    await store.forget("t");

    expect(await store.sheet("t")).toBeNull();
    expect(await store.said("t")).toEqual([]);
    expect((await store.waiting("t")).length).toBe(1);
    expect(await store.tokensToSend()).toEqual(["t"]);
  });
});

describe("a long outbox", () => {
  it("sends events of an outbox of thousands in batches, oldest first", async () => {
    const store = createMemoryStore();
    const events = Array.from({ length: 1010 }, () => knock("2"));
    await store.say("t", events);
    const sizes: number[] = [];
    const order: string[] = [];
    const server = fakeServer([]);
    const send = (token: string, batch: EventBatch) => {
      sizes.push(batch.events.length);
      order.push(...batch.events.map(({ id }) => id));
      return server.send(token, batch);
    };

    await sendWaiting({ store, client: { send }, now }, "t");

    expect(sizes).toEqual([500, 500, 10]);
    expect(order).toEqual(events.map(({ id }) => id));
  });
});

describe("a phone whose page is closed or crashes", () => {
  it("finds everything that was said before, in the order in which it was said", async () => {
    const name = `crash-${++databases}`;
    const before = await openFieldStore(name, () => undefined);
    const events = [knock("2"), knock("4", "conversation"), knock("2", "later")];
    for (const event of events) await before.say("t", [event]);
    const deviceId = await before.deviceId();

    // No goodbye: the page is gone as soon as `say` has answered.
    const after = await openFieldStore(name, () => undefined);

    expect((await after.waiting("t")).map(({ event }) => event)).toEqual(events);
    expect(await after.deviceId()).toBe(deviceId);
  });

  it("says nothing to be written before it is, and nothing by halves", async () => {
    const store = await freshStore();
    const event = knock("2");
    await store.say("t", [event]);

    // The same event again breaks the write of a batch with another one.
    await expect(store.say("t", [knock("4"), event])).rejects.toThrow();

    expect(await waitingIds(store)).toEqual([event.id]);
    expect((await store.said("t")).length).toBe(1);
  });
});

describe("the sender", () => {
  const quiet = { onChange: () => undefined, onAnswer: () => undefined, onProblem: () => undefined };
  const alone = <Result>(task: () => Promise<Result>) => task();

  it("tries again later and later, at random, and at once when it is woken", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const store = createMemoryStore();
    await store.say("t", [knock("2")]);
    const server = fakeServer(["lost", "lost", "lost"]);
    const send = vi.fn(server.send);
    const client = { send } as never;
    const sender = createSender({ store, client, now, chance: () => 0, alone }, quiet);

    sender.wake();
    await vi.advanceTimersByTimeAsync(1_999);
    expect(send).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(send).toHaveBeenCalledTimes(2);
    sender.wake();
    await vi.advanceTimersByTimeAsync(0);
    expect(send).toHaveBeenCalledTimes(3);
    await vi.advanceTimersByTimeAsync(8_000);

    expect(send).toHaveBeenCalledTimes(4);
    expect(await store.waiting("t")).toEqual([]);
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(send).toHaveBeenCalledTimes(4);
    sender.close();
    vi.useRealTimers();
  });

  it("waits between half a time and a whole one, never more than five minutes", () => {
    expect(backOffMilliseconds(1, 0)).toBe(2_000);
    expect(backOffMilliseconds(1, 1)).toBe(1_000);
    expect(backOffMilliseconds(3, 0)).toBe(8_000);
    expect(backOffMilliseconds(40, 0)).toBe(300_000);
  });

  it("does not send an event twice from two tabs that take turns", async () => {
    const store = createMemoryStore();
    const events = [knock("2"), knock("4")];
    await store.say("t", events);
    const server = fakeServer([]);
    let last: Promise<unknown> = Promise.resolve();
    const inTurn = <Result>(task: () => Promise<Result>): Promise<Result> => {
      const next = last.then(task);
      last = next.catch(() => undefined);
      return next;
    };
    const tools = { store, client: server as never, now, chance: () => 0, alone: inTurn };
    const [one, other] = [createSender(tools, quiet), createSender(tools, quiet)];

    one.wake();
    other.wake();
    await vi.waitFor(async () => expect(await store.waiting("t")).toEqual([]));
    await last;

    expect([...server.stored.values()]).toEqual([1, 1]);
  });

  it("asks for the sheet only when what was said before is stored, and counts it as held by the sheet", async () => {
    const store = createMemoryStore();
    const early = knock("2");
    const late = knock("4");
    await store.say("t", [early]);
    const server = fakeServer([]);
    const sheet = async () => {
      expect([...server.stored.keys()]).toEqual([early.id]);
      await store.say("t", [late]);
      return sheetOf();
    };
    const sender = createSender({ store, client: { ...server, sheet } as never, now, chance: () => 0, alone }, quiet);

    await sender.freshSheet("t");

    expect((await store.said("t")).map(({ id, isInSheet }) => [id, isInSheet])).toEqual([
      [early.id, true],
      [late.id, false],
    ]);
  });
});
