import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyZoneSteps, boardOf, invertZoneSteps, type ZoneBoard } from "../../../server/contract/apply-zone-edit.ts";
import type { Zone, ZoneStep } from "../../../server/contract/drawn-zones.ts";

const zone = (id: string, part: Partial<Zone> = {}): Zone => ({
  id,
  name: `Zone ${id}`,
  colour: 0,
  isLocked: false,
  ...part,
});
const IDS = Array.from({ length: 12 }, (_, index) => `address-${index}`);

const anyZone = fc.constantFrom("a", "b", "c");
const anyPlace = fc.option(anyZone, { nil: null });
const anyStep: fc.Arbitrary<ZoneStep> = fc.oneof(
  fc.record({ kind: fc.constant("zone-added" as const), zone: anyZone.map((id) => zone(id)) }),
  fc.record({ kind: fc.constant("zone-removed" as const), zone: anyZone.map((id) => zone(id)) }),
  fc.record({
    kind: fc.constant("zone-changed" as const),
    before: anyZone.map((id) => zone(id)),
    after: fc
      .record({ id: anyZone, colour: fc.nat(3), isLocked: fc.boolean() })
      .map(({ id, ...part }) => zone(id, part)),
  }),
  fc.record({
    kind: fc.constant("addresses-moved" as const),
    from: anyPlace,
    to: anyPlace,
    addressIds: fc.subarray(IDS, { minLength: 1 }),
  }),
);
const anySteps = fc.array(anyStep, { maxLength: 25 });

const written = ({ zones, zoneOf, sizes }: ZoneBoard) => ({
  zones: [...zones.values()].sort((a, b) => a.id.localeCompare(b.id)),
  zoneOf: [...zoneOf].sort(([a], [b]) => a.localeCompare(b)),
  sizes: [...sizes].filter(([, size]) => size > 0).sort(([a], [b]) => a.localeCompare(b)),
});
const boardAfter = (steps: readonly ZoneStep[]) => {
  const board = boardOf([zone("a"), zone("b")], { a: IDS.slice(0, 4), b: IDS.slice(4, 7) });
  applyZoneSteps(board, steps);
  return board;
};

describe("an edit of zones", () => {
  it("is taken back whole by its inverse, whatever it was", () => {
    fc.assert(
      fc.property(anySteps, anySteps, (earlier, steps) => {
        const board = boardAfter(earlier);
        const before = written(board);
        const { steps: applied } = applyZoneSteps(board, steps);
        const { refused } = applyZoneSteps(board, invertZoneSteps(applied));
        expect(refused).toEqual([]);
        expect(written(board)).toEqual(before);
      }),
    );
  });

  it("is the same when the applied part is applied to the board of before", () => {
    fc.assert(
      fc.property(anySteps, anySteps, (earlier, steps) => {
        const board = boardAfter(earlier);
        const { steps: applied } = applyZoneSteps(board, steps);
        const again = boardAfter(earlier);
        expect(applyZoneSteps(again, applied)).toEqual({ steps: applied, refused: [] });
        expect(written(again)).toEqual(written(board));
      }),
    );
  });

  it("keeps every address in a zone that exists, and the sizes true", () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        const { zones, zoneOf, sizes } = boardAfter(steps);
        for (const zoneId of zoneOf.values()) expect(zones.has(zoneId)).toBe(true);
        for (const [zoneId, size] of sizes) {
          expect([...zoneOf.values()].filter((own) => own === zoneId)).toHaveLength(size);
        }
      }),
    );
  });

  it("applies what it can, and says where the other addresses are", () => {
    const board = boardOf([zone("a"), zone("b")], { b: ["two"] });
    const move: ZoneStep = { kind: "addresses-moved", from: null, to: "a", addressIds: ["one", "two"] };
    expect(applyZoneSteps(board, [move])).toEqual({
      steps: [{ ...move, addressIds: ["one"] }],
      refused: [{ reason: "moved-meanwhile", zoneId: "b", addressIds: ["two"] }],
    });
  });

  it("moves nothing into or out of a locked zone, and does not remove it", () => {
    const board = boardOf([zone("a", { isLocked: true }), zone("b")], { a: ["one"], b: ["two"] });
    const out: ZoneStep = { kind: "addresses-moved", from: "a", to: "b", addressIds: ["one"] };
    const into: ZoneStep = { kind: "addresses-moved", from: "b", to: "a", addressIds: ["two"] };
    const { steps, refused } = applyZoneSteps(board, [out, into, { kind: "zone-removed", zone: zone("a") }]);
    expect(steps).toEqual([]);
    expect(refused.map(({ reason }) => reason)).toEqual(["locked", "locked", "locked"]);
  });

  it("lets one rename a zone while another locks it, and refuses the later of two names", () => {
    const board = boardOf([zone("a")], {});
    const change = (part: Partial<Zone>): ZoneStep => ({
      kind: "zone-changed",
      before: zone("a"),
      after: zone("a", part),
    });
    expect(applyZoneSteps(board, [change({ name: "Nord" })]).refused).toEqual([]);
    expect(applyZoneSteps(board, [change({ isLocked: true })]).refused).toEqual([]);
    expect(board.zones.get("a")).toEqual(zone("a", { name: "Nord", isLocked: true }));
    expect(applyZoneSteps(board, [change({ name: "Sud" })]).refused).toEqual([
      { reason: "zone-changed", zoneId: "a", addressIds: [] },
    ]);
  });

  it("does not remove a zone that still has addresses", () => {
    const board = boardOf([zone("a")], { a: ["one"] });
    expect(applyZoneSteps(board, [{ kind: "zone-removed", zone: zone("a") }]).refused[0]?.reason).toBe("zone-in-use");
  });
});
