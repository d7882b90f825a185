import { createRoot } from "solid-js";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { EventBatch, EventsAnswer, FieldState } from "../../../server/contract/field-events.ts";
import type { FieldSheet } from "../../../server/contract/outings.ts";
import { createField } from "../../../web/field/create-field.ts";
import { FieldProblem } from "../../../web/field/field-client.ts";
import { createMemoryStore } from "../../../web/field/keep/create-memory-store.ts";
import type { FieldStore } from "../../../web/field/keep/field-store.ts";
import { syncState } from "../../../web/field/outbox/sync-words.ts";
import { AT, routeOf, sheetOf, stopNamed } from "./field-town.ts";

const closed: (() => void)[] = [];
afterEach(() => {
  for (const close of closed.splice(0)) close();
});

/** A server of one route that may be out of reach, take its route back, or change it. */
function fakeServer() {
  const server = {
    isReachable: true,
    state: "open" as FieldState,
    sheet: sheetOf(),
    stored: [] as string[],
  };
  const reach = () => {
    if (!server.isReachable) throw new FieldProblem(0, "offline", "");
  };
  const client = {
    sheet: async (): Promise<FieldSheet> => {
      reach();
      if (server.state === "taken-back") throw new FieldProblem(410, "route-taken-back", "Reprise.");
      if (server.state !== "open") throw new FieldProblem(410, "route-closed", "Terminée.");
      return server.sheet;
    },
    send: async (_token: string, batch: EventBatch): Promise<EventsAnswer> => {
      reach();
      const ids = batch.events.map(({ id }) => id);
      server.stored.push(...ids);
      const { state } = server;
      return { stored: ids, refused: [], serverAt: AT, state, routeRevision: server.sheet.routeRevision };
    },
    join: async () => undefined,
    map: async () => ({ bytes: 0, addresses: [] }),
    tokenOf: async () => "t",
  };
  return { server, client };
}

let marked = 0;
afterEach(() => {
  marked = 0;
});

function openField(client: ReturnType<typeof fakeServer>["client"], store: FieldStore = createMemoryStore()) {
  const forgetFiles = vi.fn(async () => undefined);
  const mark = {
    read: () => marked,
    write(waiting: number) {
      marked = waiting;
    },
  };
  const tools = {
    store,
    client,
    now: () => new Date(AT),
    chance: () => 0,
    tellTabs: () => undefined,
    forgetFiles,
    mark,
  };
  const field = createRoot((dispose) => {
    closed.push(dispose);
    return createField("t", { ...tools, alone: (task) => task() });
  });
  return { field, store, forgetFiles };
}

const absent = (stopId: string) => ({ kind: "knock" as const, stopId, outcome: "absent" as const, doors: 1 });

describe("the page of a link", () => {
  it("opens without network what it has kept, and says what still waits", async () => {
    const { server, client } = fakeServer();
    const { field, store } = openField(client);
    await field.open();
    server.isReachable = false;
    await field.say(absent("2"));

    const again = openField(client, store).field;
    await again.open();

    expect(again.view().kind).toBe("sheet");
    expect(again.progress()[0]?.report.doors).toBe(1);
    expect(again.sync()).toEqual({ kind: "offline", count: 1 });
  });

  it("says how much is gone when the browser has cleared what waited, and nothing when it was sent", async () => {
    const { server, client } = fakeServer();
    const { field, store } = openField(client);
    await field.open();
    server.isReachable = false;
    await field.say(absent("2"), absent("2"));

    const [cleared, kept] = [openField(client, createMemoryStore()).field, openField(client, store).field];
    await Promise.all([cleared.open(), kept.open()]);

    expect([cleared.cleared(), kept.cleared()]).toEqual([2, 0]);
    cleared.forgetCleared();
    expect(cleared.cleared()).toBe(0);
    server.isReachable = true;
    kept.wake();
    await vi.waitFor(() => expect(kept.waiting()).toBe(0));
    const after = openField(client, createMemoryStore()).field;
    await after.open();
    expect(after.cleared()).toBe(0);
  });

  it("says in the server's words why nothing is taken, from the second time on and until something is", async () => {
    const { server, client } = fakeServer();
    const { field } = openField(client);
    await field.open();
    const [send, gone] = [client.send, new FieldProblem(503, "store-gone", "La base ne répond pas.")];
    client.send = async () => {
      throw gone;
    };
    await field.say(absent("2"));
    await vi.waitFor(() => expect(field.waiting()).toBe(1));
    const first = field.delay();
    field.wake();
    await vi.waitFor(() => expect(field.delay()).toBe("La base ne répond pas."));
    client.send = send;
    field.wake();
    await vi.waitFor(() => expect(field.waiting()).toBe(0));

    expect([first, field.delay(), server.stored.length]).toEqual([null, null, 1]);
    expect(field.sync().kind).toBe("up-to-date");
  });

  it("keeps the sheet that it can read when the server has one of a later version, and sends what waits", async () => {
    const { server, client } = fakeServer();
    const { field, store } = openField(client);
    await field.open();
    server.isReachable = false;
    await field.say(absent("2"));
    server.isReachable = true;
    server.sheet = { ...server.sheet, version: 2 };

    await field.refresh();

    expect(field.view()).toEqual({ kind: "newer-version" });
    expect(new Set(server.stored).size).toBe(1);
    expect((await store.sheet("t"))?.sheet.version).toBe(1);
    server.isReachable = false;
    const again = openField(client, store).field;
    await again.open();
    expect(again.view().kind).toBe("sheet");
  });

  it("does not move on when the phone could not write, and says so", async () => {
    const { client } = fakeServer();
    const full = { ...createMemoryStore(), say: () => Promise.reject(new DOMException("full", "QuotaExceededError")) };
    const { field } = openField(client, full);
    await field.open();

    expect(await field.say(absent("2"))).toBe(false);

    expect(field.storeProblem()).toBe(true);
    expect(field.progress()[0]?.report.doors).toBe(0);
  });

  it("says what changed in a route that headquarters changed, and keeps what was done", async () => {
    const { server, client } = fakeServer();
    const { field } = openField(client);
    await field.open();
    const stops = [stopNamed("2"), stopNamed("8"), stopNamed("10"), stopNamed("12")];
    server.sheet = sheetOf({ routeRevision: 2, route: routeOf(stops) });

    // The answer to what was said tells that the route is another.
    await field.say(absent("2"));
    await vi.waitFor(() => expect(field.change()).toEqual({ gone: 2, added: 3, isReordered: false }));

    expect(field.progress().map(({ stop }) => stop.id)).toEqual(["2", "8", "10", "12"]);
  });

  it("still sends what was said when the route was taken back meanwhile, then forgets the route", async () => {
    const { server, client } = fakeServer();
    const { field, store, forgetFiles } = openField(client);
    await field.open();
    server.isReachable = false;
    await field.say(absent("2"), absent("4"));
    await vi.waitFor(() => expect(field.sync()).toEqual({ kind: "offline", count: 2 }));
    server.state = "taken-back";
    server.isReachable = true;

    field.wake();
    await vi.waitFor(() => expect(field.view()).toMatchObject({ kind: "ended", isTakenBack: true }));
    await vi.waitFor(async () => expect(await store.sheet("t")).toBeNull());

    expect(server.stored.length).toBe(2);
    expect(await store.said("t")).toEqual([]);
    expect(forgetFiles).toHaveBeenCalledWith("t");
  });

  it("shows nothing of a closed route when it is opened again, though something still has to be sent", async () => {
    const { server, client } = fakeServer();
    const { field, store } = openField(client);
    await field.open();
    server.isReachable = false;
    await field.say(absent("2"));
    await store.mark("t", { over: "closed" });

    const again = openField(client, store).field;
    await again.open();

    expect(again.view()).toMatchObject({ kind: "ended", isTakenBack: false });
    expect(again.waiting()).toBe(1);
  });

  it("is not taken back to what was before by a slow look at what is stored", async () => {
    const { client } = fakeServer();
    const memory = createMemoryStore();
    let pause: Promise<void> = Promise.resolve();
    let goOn: () => void = () => undefined;
    const said = async (token: string) => {
      const known = await memory.said(token);
      await pause;
      return known;
    };
    const { field } = openField(client, { ...memory, said });
    await field.open();
    pause = new Promise((resolve) => {
      goOn = resolve;
    });
    const slow = field.reload();
    await Promise.resolve();

    const saying = field.say(absent("2"));
    await field.goTo("4");
    pause = Promise.resolve();
    goOn();
    await Promise.all([slow, saying]);

    expect(field.progress()[0]?.report.doors).toBe(1);
    expect(field.current()).toBe(1);
  });

  it("tells a server that is newer than the page", async () => {
    const { server, client } = fakeServer();
    server.sheet = sheetOf({ version: 99 });
    const { field } = openField(client);

    await field.open();

    expect(field.view().kind).toBe("newer-version");
  });

  it("says why it cannot open what it has never had", async () => {
    const { server, client } = fakeServer();
    server.isReachable = false;
    const { field } = openField(client);

    await field.open();

    expect(field.view()).toMatchObject({ kind: "unreachable" });
  });
});

describe("words of sending", () => {
  it("are up to date, to send, offline, and refused before all else", () => {
    expect(syncState({ isOnline: true, waiting: 0, refusal: null }).kind).toBe("up-to-date");
    expect(syncState({ isOnline: true, waiting: 3, refusal: null })).toEqual({ kind: "sending", count: 3 });
    expect(syncState({ isOnline: false, waiting: 3, refusal: null })).toEqual({ kind: "offline", count: 3 });
    expect(syncState({ isOnline: false, waiting: 3, refusal: "Non." }).kind).toBe("refused");
  });
});
