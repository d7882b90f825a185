import { render } from "solid-js/web";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { OutingProgress, ProgressEvent } from "../../../server/contract/progress.ts";
import { ApiProvider } from "../../../web/api/api-context.tsx";
import { LanguageProvider } from "../../../web/i18n/language.tsx";
import { createOutingProgress, type LiveOuting } from "../../../web/progress/create-outing-progress.ts";
import { FakeSource } from "../fake-source.ts";

let store: { isGone: boolean; sequence: number; asked: number };
let leave: () => void;
beforeEach(() => {
  vi.useFakeTimers();
  FakeSource.opened = [];
  store = { isGone: false, sequence: 3, asked: 0 };
  vi.stubGlobal("EventSource", FakeSource);
  vi.stubGlobal("fetch", async () => {
    store.asked++;
    if (!store.isGone) return new Response(JSON.stringify(progressAt(store.sequence)));
    const error = { code: "store-gone", message: "La base de la campagne ne répond pas." };
    return new Response(JSON.stringify({ error }), { status: 503 });
  });
});
afterEach(() => {
  leave();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it("says since when it hears nothing while the store is gone, keeps the figures, and goes on by itself where it was", async () => {
  const live = open();
  await vi.advanceTimersByTimeAsync(0);
  const [first] = FakeSource.opened;
  first?.say("progress", eventAt(3));
  expect([live.connection().kind, live.progress()?.sequence]).toEqual(["live", 3]);

  store.isGone = true;
  first?.say("failed", { error: { code: "store-gone", message: "…" } });
  await vi.advanceTimersByTimeAsync(60_000);

  expect([live.connection().kind, live.progress()?.sequence, live.problem()]).toEqual(["cut", 3, null]);
  expect(first?.readyState).toBe(FakeSource.CLOSED);
  // Later and later: a minute is no stampede.
  expect(store.asked).toBeGreaterThan(3);
  expect(store.asked).toBeLessThan(9);

  Object.assign(store, { isGone: false, sequence: 7 });
  await vi.advanceTimersByTimeAsync(20_000);
  const last = FakeSource.opened.at(-1);
  last?.say("progress", eventAt(7));

  expect(last?.address).toContain("after=7");
  expect([live.connection().kind, live.progress()?.sequence]).toEqual(["live", 7]);
});

it("says what the store says when it is opened meanwhile, and shows the outing once it can", async () => {
  store.isGone = true;
  const live = open();
  await vi.advanceTimersByTimeAsync(0);
  expect(live.problem()?.code).toBe("store-gone");

  store.isGone = false;
  await vi.advanceTimersByTimeAsync(20_000);

  expect([live.problem(), live.progress()?.sequence]).toEqual([null, 3]);
});

function open(): LiveOuting {
  let live: LiveOuting | undefined;
  const Watching = () => {
    live = createOutingProgress(() => "outing");
    return null;
  };
  leave = render(
    () => (
      <LanguageProvider>
        <ApiProvider>
          <Watching />
        </ApiProvider>
      </LanguageProvider>
    ),
    document.createElement("div"),
  );
  if (live === undefined) throw new Error("it was opened");
  return live;
}

function eventAt(sequence: number): ProgressEvent {
  return progressAt(sequence);
}

function progressAt(sequence: number): OutingProgress {
  const work = { stops: 0, stopsBegun: 0, stopsDone: 0, doors: 0, doorsTried: 0, answers: null };
  return {
    ...{ outingId: "outing", sequence, revision: 1, endedAt: null, at: "2026-03-07T09:00:00.000Z", total: work },
    ...{ routes: [], stations: [], zones: [], stops: [], expectedContactRate: null },
  };
}
