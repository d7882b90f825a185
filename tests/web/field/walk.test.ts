import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type FieldEvent, OUTCOMES } from "../../../server/contract/field-events.ts";
import { foldFieldEvents } from "../../../server/contract/fold-field-events.ts";
import type { Said, SaidEvent } from "../../../web/field/keep/field-store.ts";
import { isSaidEnded, saidLines } from "../../../web/field/walk/said-lines.ts";
import { sheetChange } from "../../../web/field/walk/sheet-change.ts";
import { doorsOf, nextStopId, walkProgress } from "../../../web/field/walk/walk-progress.ts";
import { AT, knock, routeOf, sheetOf, stopNamed, undo } from "./field-town.ts";

const saidOf = (events: readonly SaidEvent[], of: Partial<Said> = {}): Said[] =>
  events.map((event, order) => ({ id: event.id, order, event, state: "waiting", isInSheet: false, ...of }));

describe("where the walk stands", () => {
  it("counts what other phones reported and what this one has said since", () => {
    const sheet = sheetOf({ reports: { "2": foldFieldEvents([knock("2", "conversation", 2)]) } });

    const [first, second, third] = walkProgress(sheet, saidOf([knock("2"), knock("6")]));

    expect([first?.report.doors, first?.doorsLeft, first?.state]).toEqual([3, 1, "begun"]);
    expect(second?.state).toBe("untouched");
    expect(third?.state).toBe("done");
  });

  it("counts a door once, whenever the sheet was asked for and whatever was undone before or after", () => {
    const step = fc.record({ doors: fc.integer({ min: 1, max: 3 }), outcome: fc.constantFrom(...OUTCOMES) });
    fc.assert(
      fc.property(
        fc.array(step, { minLength: 1, maxLength: 8 }),
        fc.array(fc.nat(), { maxLength: 4 }),
        fc.nat(),
        (steps, undone, cut) => {
          const knocks = steps.map(({ doors, outcome }) => knock("2", outcome, doors));
          const undos = [...new Set(undone.map((place) => knocks[place % knocks.length]?.id ?? ""))].map(undo);
          const events: FieldEvent[] = [...knocks, ...undos];
          const at = cut % (events.length + 1);
          const sheet = sheetOf({ reports: { "2": foldFieldEvents(events.slice(0, at)) } });
          const said = saidOf(events as SaidEvent[]).map((one, place) => ({ ...one, isInSheet: place < at }));

          const report = walkProgress(sheet, said)[0]?.report;

          expect(report?.counts).toEqual(foldFieldEvents(events).counts);
        },
      ),
    );
  });

  it("goes on to the next address with something left, back to those passed over, then nowhere", () => {
    const finished = (stopId: string): SaidEvent => ({
      id: `finish-${stopId}-0000000`,
      at: AT,
      kind: "stop-finished",
      stopId,
    });
    const nextAfter = (events: SaidEvent[], stopId: string | null) =>
      nextStopId(walkProgress(sheetOf(), saidOf(events)), stopId);

    expect(nextAfter([], null)).toBe("2");
    expect(nextAfter([finished("4")], "2")).toBe("6");
    expect(nextAfter([finished("4"), finished("6")], "6")).toBe("2");
    expect(nextAfter([finished("2"), finished("4"), finished("6")], "6")).toBeNull();
  });

  it("leaves no door of a finished address, and takes it up again when that is taken back", () => {
    const finish: SaidEvent = { id: "finish-0000000000", at: AT, kind: "stop-finished", stopId: "2" };
    const left = (events: SaidEvent[]) => doorsOf(walkProgress(sheetOf(), saidOf(events))).left;

    expect(left([finish])).toBe(5);
    expect(left([finish, undo(finish.id) as SaidEvent])).toBe(9);
  });

  it("does not count what the server will never take", () => {
    expect(doorsOf(walkProgress(sheetOf(), saidOf([knock("2")], { state: "refused" }))).tried).toBe(0);
  });
});

describe("what was said", () => {
  it("is listed newest first with what was taken back struck out", () => {
    const [first, second] = [knock("2"), knock("4")];

    const lines = saidLines(sheetOf(), saidOf([first, second, undo(first.id) as SaidEvent]));

    expect(lines.map(({ address, isUndone }) => [address, isUndone])).toEqual([
      ["4 rue des Lilas", false],
      ["2 rue des Lilas", true],
    ]);
  });

  it("names an address that is no longer on the route by what is known of it", () => {
    expect(saidLines(sheetOf(), saidOf([knock("99")]))[0]?.address).toBe("99");
  });

  it("takes back the end of the route", () => {
    const end: SaidEvent = { id: "end-000000000000", at: AT, kind: "route-ended" };

    expect(isSaidEnded(saidOf([end]))).toBe(true);
    expect(isSaidEnded(saidOf([end, undo(end.id) as SaidEvent]))).toBe(false);
  });
});

describe("a route that headquarters changed", () => {
  const withStops = (...ids: string[]) => sheetOf({ route: routeOf(ids.map((id) => stopNamed(id))) });

  it("is told by what came and went", () => {
    expect(sheetChange(withStops("2", "4", "6"), withStops("4", "8", "10"))).toEqual({
      gone: 2,
      added: 2,
      isReordered: false,
    });
    expect(sheetChange(withStops("2", "4"), withStops("4", "2"))).toEqual({ gone: 0, added: 0, isReordered: true });
  });

  it("is not told when the volunteer walks the same", () => {
    expect(sheetChange(withStops("2", "4"), withStops("2", "4"))).toBeNull();
  });
});
