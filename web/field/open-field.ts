import { onCleanup } from "solid-js";
import { createField, type Field } from "./create-field.ts";
import { createFieldClient } from "./field-client.ts";
import { createMemoryStore } from "./keep/create-memory-store.ts";
import type { FieldStore } from "./keep/field-store.ts";
import { openFieldStore } from "./keep/open-field-store.ts";
import { waitingMark } from "./keep/waiting-mark.ts";
import { forgetTiles } from "./offline/keep-all.ts";
import { aloneInBrowser } from "./outbox/create-sender.ts";

const DATABASE = "arpent-field";
/** A page that is looked at again after this long asks whether the route has changed. */
const STALE_MILLISECONDS = 60_000;

/** The phone's store, or what stands in for it where the browser refuses. */
export async function openStore(onLost: () => void): Promise<FieldStore> {
  try {
    return await openFieldStore(DATABASE, onLost);
  } catch {
    return createMemoryStore();
  }
}

/** The work of one link, bound to this browser: its storage, its network, its other tabs, its being looked at. */
export function openField(token: string, store: FieldStore, language: () => string): Field {
  const tabs = "BroadcastChannel" in window ? new BroadcastChannel("arpent-field") : null;
  const field = createField(token, {
    store,
    client: createFieldClient(language, () => store.deviceId()),
    now: () => new Date(),
    chance: Math.random,
    alone: aloneInBrowser,
    tellTabs: () => tabs?.postMessage("changed"),
    mark: waitingMark(token),
    forgetFiles: forgetTiles,
  });
  let askedAt = performance.now();
  const onVisible = () => {
    if (document.visibilityState !== "visible") return;
    field.wake();
    if (performance.now() - askedAt < STALE_MILLISECONDS) return;
    askedAt = performance.now();
    void field.refresh();
  };
  const onOnline = () => {
    field.wake();
    void field.refresh();
  };
  if (tabs !== null) tabs.onmessage = () => void field.reload();
  window.addEventListener("online", onOnline);
  window.addEventListener("offline", field.lost);
  document.addEventListener("visibilitychange", onVisible);
  onCleanup(() => {
    tabs?.close();
    window.removeEventListener("online", onOnline);
    window.removeEventListener("offline", field.lost);
    document.removeEventListener("visibilitychange", onVisible);
  });
  void field.open();
  return field;
}
