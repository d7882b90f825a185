import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applySteps } from "../../../web/zones/apply-steps.ts";
import { NO_HISTORY, recordEdit, settleEdit, takeHistory, type ZoneHistory } from "../../../web/zones/zone-history.ts";
import { openZoneMemory } from "../../../web/zones/zone-memory.ts";
import { sameContent, type ZoningContent } from "../../../web/zones/zoning-content.ts";
import { ADDRESSES, anyContent, anySteps, contentWith, zoneNamed } from "./edits.ts";

const GROUND = { territoryVersion: "1", addressIds: ADDRESSES };

describe("undo", () => {
  it("goes back to the beginning and forward to the end, through every state between, also after a reload", () => {
    fc.assert(
      fc.property(anyContent, fc.array(anySteps, { maxLength: 6 }), (start, edits) => {
        let content = start;
        let history: ZoneHistory = NO_HISTORY;
        const states: ZoningContent[] = [start];
        edits.forEach((wanted, place) => {
          const applied = applySteps(content, wanted);
          if (applied.steps.length === 0) return;
          content = applied.content;
          history = recordEdit(history, { id: `e${place}`, steps: applied.steps });
          states.push(content);
        });
        const take = (direction: "undo" | "redo") => {
          const store = new Map<string, string>();
          openZoneMemory(asStorage(store), "z", GROUND).save({ pending: [], history }, "me");
          const loaded = openZoneMemory(asStorage(store), "z", GROUND).load().history;
          const taken = takeHistory(loaded, direction, content);
          if (taken === null) throw new Error(`nothing to ${direction}`);
          history = taken.history;
          content = applySteps(content, taken.steps).content;
        };

        for (const state of states.toReversed().slice(1)) {
          take("undo");
          expect(sameContent(content, state)).toBe(true);
        }
        for (const state of states.slice(1)) {
          take("redo");
          expect(sameContent(content, state)).toBe(true);
        }
      }),
      { seed: 11, numRuns: 60 },
    );
  });

  it("leaves what somebody else has changed since", () => {
    const zones = [zoneNamed("n"), zoneNamed("s")];
    const mine = {
      id: "e",
      steps: [{ kind: "addresses-moved" as const, from: null, to: "n", addressIds: ["a1", "a2"] }],
    };
    const now = contentWith(zones, { n: ["a1"], s: ["a2"] });

    const undone = takeHistory(recordEdit(NO_HISTORY, mine), "undo", now);
    const after = applySteps(now, undone?.steps ?? []).content;

    expect([...after.zoneOf]).toEqual([["a2", "s"]]);
    expect(undone?.isWhole).toBe(false);
    expect(undone?.history.future[0]?.steps).toEqual([
      { kind: "addresses-moved", from: null, to: "n", addressIds: ["a1"] },
    ]);
  });

  it("takes back what was applied in the end, not what was hoped", () => {
    const hoped = { id: "e", steps: [{ kind: "zone-added" as const, zone: zoneNamed("n") }] };
    const history = recordEdit(NO_HISTORY, hoped);

    expect(settleEdit(history, "e", []).past).toEqual([]);
    expect(settleEdit(history, "other", []).past).toEqual([hoped]);
  });
});

describe("the memory of a window", () => {
  it("keeps what is not sent, with the window that made it", () => {
    const store = new Map<string, string>();
    const pending = [
      {
        id: "e",
        editor: "me",
        steps: [{ kind: "addresses-moved" as const, from: null, to: "n", addressIds: ["a3", "gone", "a1"] }],
      },
    ];

    openZoneMemory(asStorage(store), "z", GROUND).save({ pending, history: NO_HISTORY }, "me");
    const loaded = openZoneMemory(asStorage(store), "z", GROUND).load();

    expect(loaded.pending[0]).toMatchObject({ id: "e", editor: "me", steps: [{ addressIds: ["a1", "a3", "gone"] }] });
  });

  it("forgets places of a territory that was built again", () => {
    const store = new Map<string, string>();
    const history = recordEdit(NO_HISTORY, { id: "e", steps: [{ kind: "zone-added", zone: zoneNamed("n") }] });

    openZoneMemory(asStorage(store), "z", GROUND).save({ pending: [], history }, "me");

    expect(openZoneMemory(asStorage(store), "z", { ...GROUND, territoryVersion: "2" }).load().history.past).toEqual([]);
  });

  it("lets the oldest steps go when there is no more room", () => {
    const store = new Map<string, string>();
    const past = Array.from({ length: 40 }, (_, place) => ({
      id: `e${place}`,
      steps: [{ kind: "zone-added" as const, zone: zoneNamed(`z${place}`) }],
    }));

    openZoneMemory(asStorage(store, 2000), "z", GROUND).save({ pending: [], history: { past, future: [] } }, "me");
    const kept = openZoneMemory(asStorage(store), "z", GROUND).load().history.past;

    expect(kept.length).toBeGreaterThan(0);
    expect(kept.at(-1)?.id).toBe("e39");
  });
});

function asStorage(store: Map<string, string>, room = Infinity) {
  return {
    getItem: (key: string) => store.get(key) ?? null,
    removeItem: (key: string) => void store.delete(key),
    setItem: (key: string, value: string) => {
      const used = [...store].reduce((sum, [one, text]) => sum + (one === key ? 0 : one.length + text.length), 0);
      if (used + key.length + value.length > room) throw new Error("full");
      store.set(key, value);
    },
  };
}
