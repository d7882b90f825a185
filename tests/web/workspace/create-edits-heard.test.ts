import { createRoot, createSignal } from "solid-js";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { PlanState } from "../../../server/contract/territories.ts";
import { ApiProblem } from "../../../web/api/api-problem.ts";
import { createEditsHeard } from "../../../web/workspace/create-edits-heard.ts";
import { FakeSource } from "../fake-source.ts";
import { planAt } from "./plan-at.ts";

let server: () => Promise<PlanState>;
let reads: string[];
let isHidden: boolean;
let leave: () => void;
beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("EventSource", FakeSource);
  FakeSource.opened = [];
  [server, reads, isHidden] = [async () => planAt(2), [], false];
  vi.spyOn(document, "hidden", "get").mockImplementation(() => isHidden);
});
afterEach(() => {
  leave();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe("what others edit in the open plan", () => {
  it("is heard from what is shown on, without reading it again", async () => {
    const { heard } = await openWindow(planAt(2));
    expect([heard(), FakeSource.open(), reads]).toEqual([2, ["/plan/2"], []]);

    FakeSource.last().say("edited", { revision: 3, recentEdits: [] });

    expect(heard()).toBe(3);
  });

  it("comes with the ids of the edits, by which a window knows its own", async () => {
    const { ids } = await openWindow(planAt(2));
    FakeSource.last().say("edited", { revision: 3, recentEdits: [{ revision: 3, id: "third" }] });
    expect(ids()).toEqual(["third"]);
    server = async () => ({ ...planAt(4), recentEdits: [{ revision: 4, id: "fourth" }] });

    FakeSource.last().breakOff(true);
    await passed(1000);

    expect(ids()).toEqual(["fourth"]);
  });

  it("is not listened to before there is a plan, nor after the window is left", async () => {
    await openWindow({ ...planAt(0), status: "running", plan: null });
    expect(FakeSource.open()).toEqual([]);
    leave();

    await openWindow(planAt(0));
    expect(FakeSource.open()).toEqual(["/plan/0"]);
    leave();
    expect(FakeSource.open()).toEqual([]);
  });

  it("needs no connection while nobody looks, and is caught up with when somebody does", async () => {
    const { heard } = await openWindow(planAt(2));

    await look(false);
    expect(FakeSource.open()).toEqual([]);
    await look(true);
    expect(FakeSource.open()).toEqual(["/plan/2"]);
    FakeSource.last().say("edited", { revision: 4, recentEdits: [] });

    expect([heard(), reads]).toEqual([4, ["plan"]]);
  });

  it("is not listened to by a window that nobody has looked at yet", async () => {
    isHidden = true;
    await openWindow(planAt(2));
    expect(FakeSource.open()).toEqual([]);

    await look(true);

    expect(FakeSource.open()).toEqual(["/plan/2"]);
  });

  it("keeps its connection while the same plan is edited, and leaves it for another plan", async () => {
    const { heard, setPlan } = await openWindow(planAt(2));
    FakeSource.last().say("edited", { revision: 3, recentEdits: [] });
    setPlan(planAt(3));
    await passed(0);
    expect(FakeSource.opened).toHaveLength(1);

    setPlan(planAt(0, "other"));
    await passed(0);

    expect([heard(), FakeSource.open()]).toEqual([0, ["/other/0"]]);
  });

  it("ends when the plan is removed, which is told and not asked for", async () => {
    const { removals, retries } = await openWindow(planAt(2));

    FakeSource.last().say("removed");
    await passed(60_000);

    expect([removals(), retries(), FakeSource.open(), reads]).toEqual([1, 0, [], []]);
  });

  it("is read after a break, which may have hidden some of it", async () => {
    const { heard } = await openWindow(planAt(2));
    server = async () => planAt(5);

    FakeSource.last().breakOff(true);
    await passed(1000);

    expect([heard(), FakeSource.open(), reads]).toEqual([5, ["/plan/5"], ["plan"]]);
  });

  it("shows after a break that the plan is there no more", async () => {
    const { retries } = await openWindow(planAt(2));
    server = () => Promise.reject(new ApiProblem({ code: "nothing-found", message: "" }));

    FakeSource.last().breakOff(true);
    await passed(60_000);

    expect([retries(), FakeSource.open(), reads]).toEqual([1, [], ["plan"]]);
  });
});

async function openWindow(first: PlanState) {
  const opened = createRoot((dispose) => {
    leave = dispose;
    const [plan, setPlan] = createSignal<PlanState | null>(first);
    const [retries, setRetries] = createSignal(0);
    const [removals, setRemovals] = createSignal(0);
    const heard = createEditsHeard(
      {
        plan: (id) => {
          reads.push(id);
          return server();
        },
        planEditsAddress: (id, after) => `/${id}/${after}`,
      },
      {
        plan,
        retry: () => setRetries((count) => count + 1),
        noteRemoved: () => setRemovals((count) => count + 1),
      },
    );
    return {
      heard: () => heard().revision,
      ids: () => heard().recentEdits.map(({ id }) => id),
      setPlan,
      retries,
      removals,
    };
  });
  await passed(0);
  return opened;
}

async function look(isLooking: boolean): Promise<void> {
  isHidden = !isLooking;
  document.dispatchEvent(new Event("visibilitychange"));
  await passed(0);
}

function passed(milliseconds: number) {
  return vi.advanceTimersByTimeAsync(milliseconds);
}
