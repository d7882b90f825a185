import { createRoot } from "solid-js";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ZoneEdit, ZoneRefusal, ZoneStep } from "../../../server/contract/drawn-zones.ts";
import { ApiProblem } from "../../../web/api/api-problem.ts";
import { applySteps } from "../../../web/zones/apply-steps.ts";
import { createZoning } from "../../../web/zones/create-zoning.ts";
import { openZoneMemory } from "../../../web/zones/zone-memory.ts";
import type { ZoningApi } from "../../../web/zones/zoning-api.ts";
import { addressIdsOf, type ZoningContent } from "../../../web/zones/zoning-content.ts";
import { ADDRESSES, contentWith, zoneNamed } from "./edits.ts";

const NORTH = zoneNamed("n");
const SOUTH = zoneNamed("s");
const move = (to: string, addressIds: string[]): ZoneStep => ({ kind: "addresses-moved", from: null, to, addressIds });

/** A server whose content other windows may have changed, and that may be out of reach. */
function fakeServer() {
  let content: ZoningContent = contentWith([NORTH, SOUTH], {});
  let revision = 0;
  const known = new Map<string, Awaited<ReturnType<ZoningApi["editZoning"]>>>();
  const server = {
    isReachable: true,
    forbids: null as ApiProblem | null,
    losesAnswers: false,
    received: [] as string[],
    restoreRefuses: [] as readonly ZoneRefusal[],
    content: () => content,
    take: (edit: ZoneEdit) => {
      server.received.push(edit.id);
      const before = known.get(edit.id);
      if (before !== undefined) return before;
      const applied = applySteps(content, edit.steps);
      content = applied.content;
      revision += 1;
      const answer = { revision, steps: applied.steps, refused: applied.refused };
      known.set(edit.id, answer);
      return answer;
    },
    api: {
      zoning: async () => ({
        id: "z",
        territoryName: "demo",
        name: "Plan A",
        revision,
        zones: content.zones,
        addressIds: Object.fromEntries(content.zones.map(({ id }) => [id, addressIdsOf(content, [id])])),
      }),
      editZoning: async (_: string, edit: ZoneEdit) => {
        const offline = new ApiProblem({ code: "offline", message: "" });
        if (!server.isReachable) throw offline;
        if (server.forbids !== null) throw server.forbids;
        const answer = server.take(edit);
        if (server.losesAnswers) throw offline;
        return answer;
      },
      restoreZoning: async (_: string, __: number, edit: Pick<ZoneEdit, "id" | "editor">) => ({
        ...server.take({ ...edit, steps: [move("n", ["a2"])] }),
        refused: server.restoreRefuses,
      }),
      zoningEventsAddress: () => "/events",
    },
  };
  return server;
}

describe("a zoning in one window", () => {
  let leave: () => void = () => undefined;
  let server: ReturnType<typeof fakeServer>;
  let refused: ZoneRefusal[];
  let forbidden: string[];
  let others: number[];
  let made = 0;
  const open = async () => {
    const zoning = createRoot((dispose) => {
      leave = dispose;
      return createZoning(server.api as unknown as ZoningApi, {
        zoningId: "z",
        editor: "me",
        newId: () => `e${++made}`,
        memory: openZoneMemory(window.sessionStorage, "z", { territoryVersion: "1", addressIds: ADDRESSES }),
        onRefused: (list) => refused.push(...list),
        onForbidden: ({ code }) => forbidden.push(code),
        onOthers: (steps) => others.push(steps.length),
        onRenamed: () => undefined,
      });
    });
    await vi.advanceTimersByTimeAsync(0);
    return zoning;
  };
  beforeEach(() => {
    vi.useFakeTimers();
    window.sessionStorage.clear();
    server = fakeServer();
    refused = [];
    forbidden = [];
    others = [];
  });
  afterEach(() => {
    leave();
    vi.useRealTimers();
  });

  it("shows an edit at once and sends it", async () => {
    const zoning = await open();

    zoning.edit([move("n", ["a1"])]);

    expect(zoning.content().zoneOf.get("a1")).toBe("n");
    expect(zoning.unsent()).toBe(1);
    await vi.advanceTimersByTimeAsync(0);
    expect(zoning.unsent()).toBe(0);
    expect(server.content().zoneOf.get("a1")).toBe("n");
  });

  it("rolls back what others were faster with, says so, and undoes only its own", async () => {
    const zoning = await open();
    server.take({ id: "t", editor: "they", steps: [move("s", ["a1"])] });

    zoning.edit([move("n", ["a1", "a2"])]);
    // The window has not heard of the first edit: what it misses is read again.
    await vi.advanceTimersByTimeAsync(2500);

    expect(refused).toEqual([{ reason: "moved-meanwhile", zoneId: "s", addressIds: ["a1"] }]);
    expect(others).toEqual([0]);
    expect([...zoning.content().zoneOf].toSorted()).toEqual([
      ["a1", "s"],
      ["a2", "n"],
    ]);
    expect(zoning.unsent()).toBe(0);
    expect(zoning.undo()?.isWhole).toBe(true);
    await vi.advanceTimersByTimeAsync(0);
    expect([...server.content().zoneOf]).toEqual([["a1", "s"]]);
  });

  it("says of a version that was taken up what of it others had made impossible", async () => {
    const zoning = await open();
    server.restoreRefuses = [{ reason: "moved-meanwhile", zoneId: "s", addressIds: ["a1"] }];

    await zoning.restore(1);

    expect(refused).toEqual([{ reason: "moved-meanwhile", zoneId: "s", addressIds: ["a1"] }]);
    expect(zoning.content().zoneOf.get("a2")).toBe("n");
  });

  it("keeps what cannot be sent through a reload, and sends it in order when the server is back", async () => {
    const before = await open();
    server.isReachable = false;
    before.edit([move("n", ["a1"])]);
    before.edit([{ kind: "addresses-moved", from: "n", to: "s", addressIds: ["a1"] }]);
    await vi.advanceTimersByTimeAsync(100);
    expect([before.isOffline(), before.unsent()]).toEqual([true, 2]);
    leave();

    const after = await open();
    expect(after.content().zoneOf.get("a1")).toBe("s");
    server.isReachable = true;
    await vi.advanceTimersByTimeAsync(20_000);

    expect([after.isOffline(), after.unsent()]).toEqual([false, 0]);
    expect(server.content().zoneOf.get("a1")).toBe("s");
    after.undo();
    expect(after.content().zoneOf.get("a1")).toBe("n");
  });

  it("sends all that was done before another zoning was opened", async () => {
    const zoning = await open();

    zoning.edit([move("n", ["a1"])]);
    zoning.edit([move("s", ["a2"])]);
    leave();
    await vi.advanceTimersByTimeAsync(0);

    expect(server.content().zoneOf.get("a2")).toBe("s");
  });

  it("takes back what is refused for good, says so, and goes on with what follows", async () => {
    const zoning = await open();
    server.forbids = new ApiProblem({ code: "outside-limits", message: "" });
    zoning.edit([move("n", ["a1"])]);
    await vi.advanceTimersByTimeAsync(20_000);

    expect([forbidden, zoning.unsent(), zoning.isOffline()]).toEqual([["outside-limits"], 0, false]);
    expect([zoning.content().zoneOf.get("a1"), zoning.canUndo()]).toEqual([undefined, false]);

    server.forbids = null;
    zoning.edit([move("s", ["a2"])]);
    await vi.advanceTimersByTimeAsync(100);
    expect(server.content().zoneOf.get("a2")).toBe("s");
  });

  it.each(["sign-in", "store-full", "our-fault"])("waits with an edit that is not decided: %s", async (code) => {
    const zoning = await open();
    server.forbids = new ApiProblem({ code, message: "" });
    zoning.edit([move("n", ["a1"])]);
    await vi.advanceTimersByTimeAsync(5000);
    expect([forbidden, zoning.unsent()]).toEqual([[], 1]);

    server.forbids = null;
    await vi.advanceTimersByTimeAsync(20_000);
    expect([server.content().zoneOf.get("a1"), zoning.unsent()]).toEqual(["n", 0]);
  });

  it("sends an edit whose answer was lost under the same id", async () => {
    const zoning = await open();
    server.losesAnswers = true;
    zoning.edit([move("n", ["a1"])]);
    await vi.advanceTimersByTimeAsync(100);
    server.losesAnswers = false;
    await vi.advanceTimersByTimeAsync(5000);

    expect(new Set(server.received).size).toBe(1);
    expect(server.received.length).toBe(2);
    expect(zoning.unsent()).toBe(0);
  });
});
