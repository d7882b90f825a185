import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { type FieldStore, type KeptSheet, type Said, type Waiting, withoutDetails } from "./field-store.ts";
import { randomId } from "./random-id.ts";

const NEVER_KEPT = { stopId: null, isKeptWhole: false };

interface FieldTables extends DBSchema {
  sheets: { key: string; value: KeptSheet };
  said: {
    key: number;
    value: Omit<Said, "order"> & { token: string; order?: number };
    indexes: { token: string; id: string };
  };
  outbox: { key: string; value: Waiting; indexes: { token: string } };
  device: { key: string; value: string };
}
type Database = IDBPDatabase<FieldTables>;

/** Answered to only when it is on the disk, not when the browser means to write it. */
const DURABLE = { durability: "strict" } as const;

/**
 * The phone's store in IndexedDB. Throws when the browser refuses storage.
 * @param onLost is called when the browser takes the store away while the page is open
 */
export async function openFieldStore(name: string, onLost: () => void): Promise<FieldStore> {
  const database = await openDB<FieldTables>(name, 1, {
    upgrade(fresh) {
      fresh.createObjectStore("sheets", { keyPath: "token" });
      const said = fresh.createObjectStore("said", { keyPath: "order", autoIncrement: true });
      said.createIndex("token", "token");
      said.createIndex("id", "id", { unique: true });
      fresh.createObjectStore("outbox", { keyPath: "id" }).createIndex("token", "token");
      fresh.createObjectStore("device");
    },
    terminated: onLost,
  });

  return {
    isLasting: true,
    deviceId: () => keptDeviceId(database),

    async say(token, events) {
      const change = database.transaction(["said", "outbox"], "readwrite", DURABLE);
      await written(change, async () => {
        for (const event of events) {
          const row = {
            id: event.id,
            token,
            event: withoutDetails(event),
            state: "waiting",
            isInSheet: false,
          } as const;
          const order = await change.objectStore("said").add(row);
          await change.objectStore("outbox").add({ id: event.id, token, order, event, refusal: null });
        }
      });
    },

    async waiting(token) {
      return inOrder(await database.getAllFromIndex("outbox", "token", token));
    },

    async tokensToSend() {
      const rows = await database.getAll("outbox");
      return [...new Set(rows.filter(({ refusal }) => refusal === null).map(({ token }) => token))];
    },

    async settle(stored, refused) {
      const change = database.transaction(["said", "outbox"], "readwrite", DURABLE);
      await written(change, async () => {
        const said = change.objectStore("said");
        const setState = async (id: string, state: Said["state"]) => {
          const row = await said.index("id").get(id);
          if (row !== undefined) await said.put({ ...row, state });
        };
        for (const id of stored) {
          await change.objectStore("outbox").delete(id);
          await setState(id, "stored");
        }
        for (const { id, code, message } of refused) {
          const row = await change.objectStore("outbox").get(id);
          if (row === undefined) continue;
          await change.objectStore("outbox").put({ ...row, refusal: { code, message } });
          await setState(id, "refused");
        }
      });
    },

    async dropRefused(id) {
      const change = database.transaction(["said", "outbox"], "readwrite", DURABLE);
      await written(change, async () => {
        const row = await change.objectStore("outbox").get(id);
        if (row !== undefined && row.refusal !== null) {
          await change.objectStore("outbox").delete(id);
          await change.objectStore("said").delete(row.order);
        }
      });
    },

    async said(token) {
      const rows = await database.getAllFromIndex("said", "token", token);
      return inOrder(rows.map(({ token: _, order = 0, ...row }) => ({ ...row, order })));
    },

    async sheet(token) {
      return (await database.get("sheets", token)) ?? null;
    },

    async keepSheet(token, sheet) {
      const change = database.transaction(["sheets", "said"], "readwrite", DURABLE);
      await written(change, async () => {
        const before = await change.objectStore("sheets").get(token);
        await change.objectStore("sheets").put({ ...(before ?? NEVER_KEPT), token, sheet, over: null });
        for (const row of await change.objectStore("said").index("token").getAll(token)) {
          if (row.state === "stored" && !row.isInSheet)
            await change.objectStore("said").put({ ...row, isInSheet: true });
        }
      });
    },

    async mark(token, changed) {
      const change = database.transaction("sheets", "readwrite");
      await written(change, async () => {
        const before = await change.store.get(token);
        if (before !== undefined) await change.store.put({ ...before, ...changed });
      });
    },

    keptSheets: () => database.getAll("sheets"),

    async forget(token) {
      const change = database.transaction(["sheets", "said"], "readwrite", DURABLE);
      await written(change, async () => {
        await change.objectStore("sheets").delete(token);
        for (const key of await change.objectStore("said").index("token").getAllKeys(token)) {
          await change.objectStore("said").delete(key);
        }
      });
    },
  };
}

async function keptDeviceId(database: Database): Promise<string> {
  const change = database.transaction("device", "readwrite", DURABLE);
  let id = randomId();
  await written(change, async () => {
    const known = await change.store.get("id");
    if (known === undefined) await change.store.put(id, "id");
    else id = known;
  });
  return id;
}

/** All of it on the disk, or nothing and a throw: a disk that is full breaks the whole, not its second half. */
async function written(change: { readonly done: Promise<void> }, work: () => Promise<void>): Promise<void> {
  await Promise.all([work(), change.done]);
}

function inOrder<Row extends { readonly order: number }>(rows: readonly Row[]): readonly Row[] {
  return rows.toSorted((a, b) => a.order - b.order);
}
