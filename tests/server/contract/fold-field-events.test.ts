import fc from "fast-check";
import { expect, it } from "vitest";
import { type FieldEvent, OUTCOMES } from "../../../server/contract/field-events.ts";
import { foldFieldEvents } from "../../../server/contract/fold-field-events.ts";

const at = fc.integer({ min: 0, max: 1e9 }).map((ms) => new Date(1.77e12 + ms).toISOString());
const id = fc.integer({ min: 0, max: 20 }).map((number) => `event-${String(number).padStart(12, "0")}`);
const anyEvent: fc.Arbitrary<FieldEvent> = fc.oneof(
  fc.record({
    id,
    at,
    kind: fc.constant("knock" as const),
    stopId: fc.constant("s"),
    outcome: fc.constantFrom(...OUTCOMES),
    doors: fc.integer({ min: 1, max: 9 }),
  }),
  fc.record({ id, at, kind: fc.constant("undo" as const), undoes: id }),
  fc.record({ id, at, kind: fc.constant("stop-finished" as const), stopId: fc.constant("s") }),
);
/** Every id is of one event, as ids made at random are. */
const events = fc.uniqueArray(anyEvent, { selector: (event) => event.id, maxLength: 20 });

it("adds up to the same in any order, and however often events come", () => {
  fc.assert(
    fc.property(
      events.chain((all) =>
        fc.tuple(fc.constant(all), fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2 })),
      ),
      ([all, again]) => {
        expect(foldFieldEvents(again)).toEqual(foldFieldEvents(all));
      },
    ),
  );
});

it("counts doors by outcome, without what was taken back", () => {
  const knock = (name: string, outcome: "absent" | "conversation", doors: number, minute: number): FieldEvent => ({
    id: `event-${name}`,
    kind: "knock",
    stopId: "s",
    outcome,
    doors,
    at: `2026-03-07T10:${minute}:00.000Z`,
  });
  const undo: FieldEvent = { id: "undo-of-two", kind: "undo", undoes: "event-two", at: "2026-03-07T10:59:00.000Z" };

  const report = foldFieldEvents([
    undo,
    knock("one", "absent", 4, 10),
    knock("two", "absent", 8, 11),
    knock("three", "conversation", 1, 12),
  ]);

  expect(report).toMatchObject({ doors: 5, isFinished: false, firstAt: "2026-03-07T10:10:00.000Z" });
  expect(report.lastAt).toBe("2026-03-07T10:12:00.000Z");
  expect(report.counts).toMatchObject({ absent: 4, conversation: 1 });
});
