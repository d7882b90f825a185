import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { OutingMoves } from "../../../server/contract/outing-moves.ts";
import { Refusal } from "../../../server/contract/refusal.ts";
import { applyMoves, type MovedBoard, type OutingBoard } from "../../../server/outings/apply-moves.ts";

const STOPS = Array.from({ length: 9 }, (_, index) => `s${index}`);
const ROUTES = ["r1", "r2", "r3"];

describe("who walks what", () => {
  it("leaves each stop on one route or on none, and a begun stop where it is, whatever is moved", () => {
    fc.assert(
      fc.property(fc.array(anyMoves(), { maxLength: 6 }), fc.subarray(STOPS), (sequence, begun) => {
        let board = boardOf({ begun });
        const homes = ownersOf(board);
        for (const moves of sequence) {
          const moved = attempt(board, moves);
          if (moved) board = movedBoard(board, moved);
          const all = [...board.routes.flatMap(({ stopIds }) => stopIds), ...board.freeStops];
          expect(all.toSorted()).toEqual(STOPS);
          for (const id of begun) expect(ownersOf(board).get(id)).toBe(homes.get(id));
        }
      }),
    );
  });

  it("goes back to the letter when it is undone", () => {
    fc.assert(
      fc.property(anyMoves(), fc.subarray(STOPS), fc.boolean(), (moves, begun, movesBegun) => {
        const board = boardOf({ begun });
        const moved = attempt(board, { ...moves, movesBegun });
        if (!moved?.undo) return;
        const changed = movedBoard(board, moved);

        const undone = movedBoard(changed, applyMoves(changed, { revision: 1, ...moved.undo }));

        expect(ownersOf(undone)).toEqual(ownersOf(board));
        if (!movesBegun) {
          const before = new Map(
            board.routes.map((route) => [route.id, route.stopIds.filter((id) => !begun.includes(id))]),
          );
          for (const { id, stopIds } of undone.routes.filter((route) => before.has(route.id))) {
            expect(stopIds.filter((stop) => !begun.includes(stop))).toEqual(before.get(id));
          }
        }
      }),
    );
  });

  it("keeps what was walked first, in the order it had", () => {
    const board = boardOf({ begun: ["s1", "s2"] });

    const { touched } = applyMoves(board, movesOf([{ stopIds: ["s3"], to: { kind: "route", id: "r1" } }]));

    expect(touched[0]).toMatchObject({ begun: ["s1", "s2"], kept: ["s0"], come: ["s3"], order: null });
  });

  it("takes the order that is said, and puts what it does not name at its end", () => {
    const { touched } = applyMoves(boardOf({ begun: ["s0"] }), {
      ...movesOf([{ stopIds: ["s3", "s4"], to: { kind: "route", id: "r1" } }]),
      orders: [{ of: { kind: "route", id: "r1" }, stopIds: ["s4", "s2", "s0", "s4", "elsewhere"] }],
    });

    expect(touched[0]).toMatchObject({ begun: ["s0"], order: ["s4", "s2", "s1", "s3"] });
  });

  it("moves what is begun only when that is insisted on", () => {
    const board = boardOf({ begun: ["s0"] });
    const moves = movesOf([{ stopIds: ["s0", "s1"], to: { kind: "nobody" } }]);

    expect(refusalOf(() => applyMoves(board, moves))).toBe("stop-begun");
    expect(applyMoves(board, { ...moves, movesBegun: true }).freeStops).toEqual(["s0", "s1"]);
  });

  it.each([
    ["a stop that it does not have", { stopIds: ["s99"], to: { kind: "nobody" } }, "unknown-stop"],
    ["a route that it does not have", { stopIds: ["s0"], to: { kind: "route", id: "r9" } }, "nothing-found"],
    ["a route that was taken back", { stopIds: ["s0"], to: { kind: "route", id: "r3" } }, "route-taken-back"],
  ] as const)("refuses %s", (_, { stopIds, to }, code) => {
    const board = boardOf({ takenBack: ["r3"] });

    expect(refusalOf(() => applyMoves(board, movesOf([{ stopIds: [...stopIds], to }])))).toBe(code);
  });

  it("touches nothing when a stop moves to where it is", () => {
    expect(applyMoves(boardOf({}), movesOf([{ stopIds: ["s0"], to: { kind: "route", id: "r1" } }]))).toMatchObject({
      touched: [],
      undo: null,
    });
  });
});

function boardOf({
  begun = [],
  takenBack = [],
}: {
  begun?: readonly string[];
  takenBack?: readonly string[];
}): OutingBoard {
  return {
    routes: ROUTES.map((id, index) => ({
      id,
      routeId: String(index + 1),
      isTakenBack: takenBack.includes(id),
      stopIds: STOPS.slice(index * 3, index * 3 + 3),
    })),
    freeStops: [],
    begun: new Set(begun),
  };
}

function anyMoves(): fc.Arbitrary<OutingMoves> {
  const goal = fc.oneof(
    fc.constantFrom(...ROUTES).map((id) => ({ kind: "route" as const, id })),
    fc.integer({ min: 1, max: 2 }).map((number) => ({ kind: "new" as const, number })),
    fc.constant({ kind: "nobody" as const }),
  );
  const move = fc.record({ stopIds: fc.subarray(STOPS, { minLength: 1 }), to: goal });
  return fc.array(move, { minLength: 1, maxLength: 3 }).map(movesOf);
}

function movesOf(moves: OutingMoves["moves"]): OutingMoves {
  return { revision: 0, moves, orders: [], movesBegun: false };
}

function attempt(board: OutingBoard, moves: OutingMoves): MovedBoard | null {
  try {
    return applyMoves(board, moves);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/** The board that the moves leave; routes that are made have ids of their own. */
function movedBoard(board: OutingBoard, { touched, freeStops }: MovedBoard): OutingBoard {
  const orders = new Map(
    touched.map(({ walker, begun, kept, come, order }) => [
      walker.kind === "route" ? walker.id : `made-${board.routes.length}-${walker.number}`,
      [...begun, ...(order ?? [...kept, ...come])],
    ]),
  );
  const known = board.routes.map((route) => ({ ...route, stopIds: orders.get(route.id) ?? route.stopIds }));
  const made = [...orders].filter(([id]) => !board.routes.some((route) => route.id === id));
  return {
    ...board,
    freeStops,
    routes: [...known, ...made.map(([id, stopIds]) => ({ id, routeId: id, isTakenBack: false, stopIds }))],
  };
}

function ownersOf({ routes }: OutingBoard): ReadonlyMap<string, string> {
  return new Map(routes.flatMap(({ id, stopIds }) => stopIds.map((stop) => [stop, id] as const)));
}

function refusalOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
  }
  return "";
}
