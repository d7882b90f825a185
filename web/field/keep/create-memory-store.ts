import { type FieldStore, type KeptSheet, type Said, type Waiting, withoutDetails } from "./field-store.ts";
import { randomId } from "./random-id.ts";

/**
 * What a phone keeps when the browser refuses storage: for as long as the page is open. It sends as the lasting one
 * does, and the page says to keep it open.
 */
export function createMemoryStore(): FieldStore {
  const deviceId = randomId();
  const sheets = new Map<string, KeptSheet>();
  const said = new Map<string, Said & { readonly token: string }>();
  const outbox = new Map<string, Waiting>();
  let order = 0;
  const setState = (id: string, state: Said["state"]) => {
    const row = said.get(id);
    if (row !== undefined) said.set(id, { ...row, state });
  };
  return {
    isLasting: false,
    deviceId: async () => deviceId,
    async say(token, events) {
      for (const event of events) {
        order++;
        outbox.set(event.id, { id: event.id, token, order, event, refusal: null });
        const row = { id: event.id, token, order, event: withoutDetails(event) };
        said.set(event.id, { ...row, state: "waiting", isInSheet: false });
      }
    },
    waiting: async (token) => [...outbox.values()].filter((row) => row.token === token),
    tokensToSend: async () => [
      ...new Set([...outbox.values()].filter(({ refusal }) => refusal === null).map(({ token }) => token)),
    ],
    async settle(stored, refused) {
      for (const id of stored) {
        outbox.delete(id);
        setState(id, "stored");
      }
      for (const { id, code, message } of refused) {
        const row = outbox.get(id);
        if (row === undefined) continue;
        outbox.set(id, { ...row, refusal: { code, message } });
        setState(id, "refused");
      }
    },
    async dropRefused(id) {
      if ((outbox.get(id)?.refusal ?? null) === null) return;
      outbox.delete(id);
      said.delete(id);
    },
    said: async (token) => [...said.values()].filter((row) => row.token === token),
    sheet: async (token) => sheets.get(token) ?? null,
    async keepSheet(token, sheet) {
      const before = sheets.get(token);
      sheets.set(token, { stopId: null, isKeptWhole: false, ...before, token, sheet, over: null });
      for (const [id, row] of said) {
        if (row.token === token && row.state === "stored") said.set(id, { ...row, isInSheet: true });
      }
    },
    async mark(token, change) {
      const before = sheets.get(token);
      if (before !== undefined) sheets.set(token, { ...before, ...change });
    },
    keptSheets: async () => [...sheets.values()],
    async forget(token) {
      sheets.delete(token);
      for (const [id, row] of said) if (row.token === token) said.delete(id);
    },
  };
}
