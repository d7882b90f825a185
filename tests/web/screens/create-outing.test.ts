import { createRoot, createSignal } from "solid-js";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { MovesAnswer } from "../../../server/contract/outing-moves.ts";
import type { Outing } from "../../../server/contract/outings.ts";
import { ApiProblem } from "../../../web/api/api-problem.ts";
import { createOuting, type OutingNews } from "../../../web/screens/outings/create-outing.ts";

const NEWS: OutingNews = { revision: 0, endedAt: null, routes: [] };
const MOVES = { revision: 0, moves: [], orders: [], movesBegun: false };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("an outing that somebody looks at", () => {
  it("is asked for again when the stream says that it has changed, and not for doors alone", async () => {
    const { api, hear, settle, leave } = open();
    await settle();
    hear(NEWS);
    hear({ ...NEWS });
    await settle();
    expect(api.outing).toHaveBeenCalledTimes(1);

    hear({ ...NEWS, revision: 1 });
    await settle();
    expect(api.outing).toHaveBeenCalledTimes(2);
    hear({ ...NEWS, routes: [{ id: "r", state: "begun" }] });
    await settle();
    expect(api.outing).toHaveBeenCalledTimes(3);
    hear({ ...NEWS, endedAt: "2026-03-07T17:00:00.000Z" });
    await settle();

    expect(api.outing).toHaveBeenCalledTimes(4);
    leave();
  });

  it("says what was done, and takes it back with one call", async () => {
    const { api, outing, settle, leave } = open();
    await settle();

    await outing.move(MOVES, "moved");
    expect(outing.told()).toBe("moved");
    expect(outing.outing()?.revision).toBe(1);
    await outing.undo("undone");

    expect(api.moveStops).toHaveBeenLastCalledWith("o", { ...MOVES, revision: 1 });
    expect(api.takeBackRoute).toHaveBeenCalledWith("o", "made");
    expect(outing.undoable()).toBeNull();
    leave();
  });

  it("offers no undo once somebody else has changed it", async () => {
    const { api, outing, hear, settle, leave } = open();
    await settle();
    await outing.move(MOVES, "moved");
    expect(outing.undoable()).not.toBeNull();

    api.outing.mockResolvedValue(outingAt(2));
    hear({ ...NEWS, revision: 2 });
    await settle();

    expect(outing.undoable()).toBeNull();
    leave();
  });

  it("does not go back to an answer that comes late", async () => {
    const { api, outing, hear, settle, leave } = open();
    await settle();
    await outing.move(MOVES, "moved");

    api.outing.mockResolvedValue(outingAt(0));
    hear({ ...NEWS, revision: 2 });
    await settle();

    expect(api.outing).toHaveBeenCalledTimes(2);
    expect(outing.outing()?.revision).toBe(1);
    leave();
  });

  it("shows what was refused and looks again", async () => {
    const { api, outing, settle, leave } = open();
    await settle();
    api.moveStops.mockRejectedValue(new ApiProblem({ code: "outing-changed", message: "somebody else" }));

    expect(await outing.move(MOVES, "moved")).toBe(false);
    await settle();

    expect(outing.problem()?.message).toBe("somebody else");
    expect(outing.told()).toBe("");
    expect(api.outing).toHaveBeenCalledTimes(2);
    leave();
  });
});

function open() {
  const api = {
    outing: vi.fn(async () => outingAt(0)),
    moveStops: vi.fn(
      async (): Promise<MovesAnswer> => ({
        outing: outingAt(1),
        undo: { ...MOVES, revision: 1 },
        madeRoutes: ["made"],
      }),
    ),
    takeBackRoute: vi.fn(async () => outingAt(3)),
    renewLink: vi.fn(async () => outingAt(1)),
    closeOuting: vi.fn(async () => outingAt(1)),
    changeOuting: vi.fn(async () => outingAt(1)),
  };
  const [news, hear] = createSignal<OutingNews | null>(null);
  return createRoot((leave) => ({
    api,
    hear,
    outing: createOuting(api, () => "o", news),
    settle: () => vi.advanceTimersByTimeAsync(0),
    leave,
  }));
}

function outingAt(revision: number): Outing {
  return {
    ...{ id: "o", planId: "p", territoryName: "demo", name: "Samedi", day: "2026-03-07", startsAt: "14:30" },
    ...{
      closesAt: "2026-03-08T01:30:00.000Z",
      endedAt: null,
      surveyTitle: null,
      routes: 0,
      stops: 0,
      doors: 0,
      doorsTried: 0,
    },
    ...{
      meetingPoint: { label: "", position: null },
      isPairs: false,
      script: "",
      language: "fr",
      leadAccountId: null,
      leadName: null,
    },
    ...{ revision, outingRoutes: [], freeStops: 0, linkBase: "http://localhost" },
  };
}
