import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ZoneEdit, ZoneStep } from "../../../server/contract/drawn-zones.ts";
import { applySteps } from "../../../web/zones/apply-steps.ts";
import {
  type ConfirmedEdit,
  confirmEdit,
  dropEdit,
  type EditQueue,
  hasGap,
  loadQueue,
  queueEdit,
  shownContent,
} from "../../../web/zones/edit-queue.ts";
import { NO_CONTENT, sameContent, type ZoningContent } from "../../../web/zones/zoning-content.ts";
import { anySteps } from "./edits.ts";

/** The rules of the server in a few lines: one edit after the other, each once. */
function fakeServer() {
  let content: ZoningContent = NO_CONTENT;
  const log: ConfirmedEdit[] = [];
  return {
    content: () => content,
    log,
    take: ({ id, steps }: ZoneEdit): ConfirmedEdit => {
      const known = log.find(({ editId }) => editId === id);
      if (known !== undefined) return known;
      const applied = applySteps(content, steps);
      content = applied.content;
      const edit = { revision: log.length + 1, editId: id, steps: applied.steps };
      log.push(edit);
      return edit;
    },
  };
}

const EMPTY = { id: "z", territoryName: "demo", name: "Plan A", revision: 0, zones: [], addressIds: {} };
const edit = (id: string, steps: readonly ZoneStep[]): ZoneEdit => ({ id, editor: "me", steps: [...steps] });

/** One thing that happens in one of two windows. */
const happening = fc.record({
  window: fc.constantFrom(0, 1),
  what: fc.oneof(
    anySteps.map((steps) => ({ kind: "edit" as const, steps })),
    // The answer may be lost after the server has applied the edit: it is sent again.
    fc.record({ kind: fc.constant("send" as const), isAnswered: fc.boolean() }),
    fc.record({ kind: fc.constant("event" as const), skip: fc.nat(2) }),
  ),
});

describe("two windows on one zoning", () => {
  it("come to what the server has, whatever the order of edits, answers and events", () => {
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 40 }), (happenings) => {
        const server = fakeServer();
        const windows: EditQueue[] = [loadQueue(null, EMPTY, []), loadQueue(null, EMPTY, [])];
        let made = 0;
        const send = (at: number, isAnswered: boolean) => {
          const queue = windows[at] ?? loadQueue(null, EMPTY, []);
          const [first] = queue.pending;
          if (first === undefined) return;
          const answer = server.take(first);
          if (isAnswered) windows[at] = confirmEdit(queue, answer);
        };
        for (const { window: at, what } of happenings) {
          const queue = windows[at] ?? loadQueue(null, EMPTY, []);
          if (what.kind === "edit") windows[at] = queueEdit(queue, edit(`${at}-${made++}`, what.steps));
          else if (what.kind === "send") send(at, what.isAnswered);
          else {
            const event = server.log[queue.revision + what.skip];
            if (event !== undefined) windows[at] = confirmEdit(queue, event);
          }
        }

        for (const at of [0, 1])
          while ((windows[at]?.pending.length ?? 0) > 0) {
            const before = windows[at]?.pending[0]?.id;
            send(at, true);
            // An answer may have to wait for the events before it.
            if (windows[at]?.pending[0]?.id === before)
              for (const event of server.log)
                windows[at] = confirmEdit(windows[at] ?? loadQueue(null, EMPTY, []), event);
          }
        for (const at of [0, 1])
          for (const event of server.log) windows[at] = confirmEdit(windows[at] ?? loadQueue(null, EMPTY, []), event);

        for (const queue of windows) {
          expect(queue.revision).toBe(server.log.length);
          expect(hasGap(queue)).toBe(false);
          expect(sameContent(shownContent(queue), server.content())).toBe(true);
        }
      }),
      { seed: 7 },
    );
  });

  it("shows one's own edit at once, and keeps it under a later event", () => {
    const mine = edit("m", [{ kind: "zone-added", zone: { id: "n", name: "N", colour: 0, isLocked: false } }]);
    const theirs: ConfirmedEdit = {
      revision: 1,
      editId: "t",
      steps: [{ kind: "zone-added", zone: { id: "s", name: "S", colour: 1, isLocked: false } }],
    };

    const queue = confirmEdit(queueEdit(loadQueue(null, EMPTY, []), mine), theirs);

    expect(shownContent(queue).zones.map(({ id }) => id)).toEqual(["s", "n"]);
    expect(queue.pending).toEqual([mine]);
  });

  it("forgets an edit of which nothing was applied", () => {
    const mine = edit("m", [{ kind: "zone-added", zone: { id: "n", name: "N", colour: 0, isLocked: false } }]);

    expect(shownContent(dropEdit(queueEdit(loadQueue(null, EMPTY, []), mine), "m")).zones).toEqual([]);
  });

  it("keeps what is not sent over the state as the server has it", () => {
    const mine = edit("m", [{ kind: "addresses-moved", from: null, to: "n", addressIds: ["a1"] }]);
    const state = { ...EMPTY, revision: 4, zones: [{ id: "n", name: "N", colour: 0, isLocked: false }] };

    expect(shownContent(loadQueue(null, state, [mine])).zoneOf.get("a1")).toBe("n");
  });
});
