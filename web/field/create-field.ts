import { batch, createMemo, createSignal, onCleanup } from "solid-js";
import type { EventsAnswer, FieldEvent } from "../../server/contract/field-events.ts";
import { FIELD_VERSION } from "../../server/contract/field-events.ts";
import { type FieldClient, FieldProblem } from "./field-client.ts";
import { type FieldView, isOffline, isOver, viewOf } from "./field-view.ts";
import type { FieldStore, KeptSheet, Said, Waiting } from "./keep/field-store.ts";
import { randomId } from "./keep/random-id.ts";
import type { WaitingMark } from "./keep/waiting-mark.ts";
import { createSender, type SenderTools } from "./outbox/create-sender.ts";
import { delayOf, refusalOf, syncState } from "./outbox/sync-words.ts";
import { createPlace } from "./walk/create-place.ts";
import { type SheetChange, sheetChange } from "./walk/sheet-change.ts";

/** An event as a screen says it: id and time are given here. */
type WithoutFrame<Event> = Event extends unknown ? Omit<Event, "id" | "at"> : never;
export type NewSaying = WithoutFrame<FieldEvent>;

export interface FieldTools extends SenderTools {
  readonly store: FieldStore;
  readonly client: FieldClient;
  /** Tells the other tabs of this browser that what is stored has changed. */
  readonly tellTabs: () => void;
  /** Of how much waits, kept apart from the store. */
  readonly mark: WaitingMark;
  /** Forgets what the browser keeps of a link beside the store: tiles of its map. */
  readonly forgetFiles: (token: string) => Promise<void>;
}

/** All that one link's page knows and does, apart from how it looks. */
export function createField(token: string, tools: FieldTools) {
  const { store } = tools;
  const [view, setView] = createSignal<FieldView>({ kind: "loading" });
  const [kept, setKept] = createSignal<KeptSheet | null>(null);
  const [said, setSaid] = createSignal<readonly Said[]>([]);
  const [outbox, setOutbox] = createSignal<readonly Waiting[]>([]);
  const [problem, setProblem] = createSignal<FieldProblem | null>(null);
  const [isOnline, setIsOnline] = createSignal(navigator.onLine);
  const [change, setChange] = createSignal<SheetChange | null>(null);
  const [remark, setRemark] = createSignal<string | null>(null);
  const [storeProblem, setStoreProblem] = createSignal(false);
  const [cleared, setCleared] = createSignal(0);
  const marked = tools.mark.read();
  const [delay, setDelay] = createSignal<string | null>(null);
  let failures = 0;
  let refreshing: Promise<void> | null = null;
  let reading: Promise<void> = Promise.resolve();

  const sender = createSender(tools, {
    onChange: () => void reload(),
    onAnswer: (of, answer) => {
      if (of === token) hear(answer);
    },
    onProblem: (found) => {
      failures = found === null ? 0 : failures + 1;
      setDelay(delayOf(found, failures));
      setProblem(found);
      setIsOnline(found === null || !isOffline(found));
    },
  });
  onCleanup(() => sender.close());

  /** Reads again what is stored, here and by other tabs. One reading after the other: a slow one must not bring back what was before. */
  function reload(): Promise<void> {
    reading = reading.then(readStore, readStore);
    return reading;
  }

  async function readStore(): Promise<void> {
    const [sheet, events, waiting] = await Promise.all([store.sheet(token), store.said(token), store.waiting(token)]);
    batch(() => {
      setKept(sheet);
      setSaid(events);
      setOutbox(waiting);
      if (sheet !== null && (view().kind === "loading" || view().kind === "unreachable")) setView(viewOf(sheet));
    });
    tools.mark.write(waiting.filter(({ refusal }) => refusal === null).length);
    if (view().kind === "ended") await forgetWhenSent();
  }

  function hear(answer: EventsAnswer): void {
    const told = answer.told?.at(0);
    if (told !== undefined) setRemark(told.message);
    if (answer.state !== "open") void end(answer.state === "taken-back", "");
    else if (answer.routeRevision !== kept()?.sheet.routeRevision) void refresh();
  }

  async function end(isTakenBack: boolean, message: string): Promise<void> {
    const before = view();
    if (before.kind !== "ended" || before.message === "") setView({ kind: "ended", isTakenBack, message });
    // Also for a page that is opened again before all of it is sent, without network.
    await store.mark(token, { over: isTakenBack ? "taken-back" : "closed" });
    await forgetWhenSent();
  }

  /** The volunteer keeps nothing of a route that is over, once headquarters has all of it. */
  async function forgetWhenSent(): Promise<void> {
    const waiting = await store.waiting(token);
    if (waiting.some(({ refusal }) => refusal === null)) return;
    await store.forget(token);
    await tools.forgetFiles(token);
    batch(() => {
      setKept(null);
      setSaid([]);
      setOutbox(waiting);
    });
  }

  /** Asks for the sheet again. What is kept stays in use until another one has come. */
  function refresh(): Promise<void> {
    refreshing ??= askForSheet().finally(() => {
      refreshing = null;
    });
    return refreshing;
  }

  async function askForSheet(): Promise<void> {
    const before = kept()?.sheet ?? null;
    try {
      const sheet = await sender.freshSheet(token);
      setProblem(null);
      setIsOnline(true);
      if (sheet.version > FIELD_VERSION) return void setView({ kind: "newer-version" });
      if (sheet.state !== "open") return await end(sheet.state === "taken-back", "");
      if (before !== null && before.routeRevision !== sheet.routeRevision) setChange(sheetChange(before, sheet));
      setView({ kind: "sheet" });
    } catch (failure) {
      if (!(failure instanceof FieldProblem)) throw failure;
      if (failure.status === 410 || failure.status === 404) {
        if (!isOver(failure) && before !== null) return;
        if (isOver(failure)) await end(failure.code === "route-taken-back", failure.message);
        else setView({ kind: "unreachable", problem: failure });
        return sender.wake();
      }
      setIsOnline(!isOffline(failure));
      if (before === null) setView({ kind: "unreachable", problem: failure });
      else sender.wake();
    }
  }

  const sheet = () => kept()?.sheet ?? null;
  const waiting = createMemo(() => outbox().filter(({ refusal }) => refusal === null).length);
  const place = createPlace({
    sheet,
    said,
    onGo: (stopId) => store.mark(token, { stopId }),
  });

  async function say(...sayings: readonly NewSaying[]): Promise<boolean> {
    const at = tools.now().toISOString();
    const events = sayings.map((saying): FieldEvent => {
      // When somebody answered would say behind which door.
      const when = saying.kind === "survey-answers" ? `${at.slice(0, "2026-03-07".length)}T00:00:00.000Z` : at;
      return { ...saying, id: randomId(), at: when };
    });
    try {
      await store.say(token, events);
    } catch {
      setStoreProblem(true);
      return false;
    }
    setStoreProblem(false);
    await reload();
    tools.tellTabs();
    sender.wake();
    return true;
  }

  return {
    token,
    view,
    sheet,
    kept,
    said,
    progress: place.progress,
    doors: place.doors,
    current: place.current,
    goTo: place.goTo,
    /** Writes what happened. True once it is on the disk: only then may the screen move on. */
    say,
    undo: (id: string) => {
      const undone = said().find((one) => one.id === id)?.event;
      const sheet = undone?.kind === "survey-answers" ? { sheetId: undone.sheetId } : {};
      return say({ kind: "undo", undoes: id, ...sheet });
    },
    refused: createMemo(() => outbox().filter(({ refusal }) => refusal !== null)),
    dropRefused: async (id: string) => {
      await store.dropRefused(id);
      await reload();
    },
    waiting,
    sync: createMemo(() =>
      syncState({ isOnline: isOnline(), waiting: waiting(), refusal: refusalOf(outbox(), problem()) }),
    ),
    change,
    forgetChange: () => setChange(null),
    remark,
    forgetRemark: () => setRemark(null),
    storeProblem,
    /** Why the server cannot take anything just now, in its words. */
    delay,
    /** How much waited to be sent when the browser cleared this page's memory. */
    cleared,
    forgetCleared: () => setCleared(0),
    isLasting: store.isLasting,
    mark: async (changed: Parameters<FieldStore["mark"]>[1]) => {
      await store.mark(token, changed);
      await reload();
    },
    join: async (firstName: string, charterVersion: string) => {
      await tools.client.join(token, { firstName, charterVersion, deviceId: await store.deviceId() });
      await refresh();
    },
    open: async () => {
      await reload();
      // Something waited, and nothing at all is known of the link any more.
      if (marked > 0 && kept() === null && said().length + outbox().length === 0) setCleared(marked);
      place.startAt(kept()?.stopId ?? null);
      await refresh();
    },
    reload,
    refresh,
    /** The network is back, or the page is looked at again. */
    wake: () => {
      setIsOnline(navigator.onLine);
      sender.wake();
    },
    lost: () => setIsOnline(false),
    map: () => tools.client.map(token),
  };
}

export type Field = ReturnType<typeof createField>;
