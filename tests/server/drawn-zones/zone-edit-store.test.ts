import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type CampaignDatabase, openCampaignDatabase } from "../../../server/campaign/campaign-database.ts";
import { applyZoneSteps, boardOf } from "../../../server/contract/apply-zone-edit.ts";
import type { ZoneStep } from "../../../server/contract/drawn-zones.ts";
import { createZoneEditStore } from "../../../server/drawn-zones/zone-edit-store.ts";
import { createZoningStore } from "../../../server/drawn-zones/zoning-store.ts";
import { STORES, type StorePlace } from "../../fixtures/campaign-stores.ts";

describe.each(STORES)("on $store", ({ newPlace }) => {
  let stay: StorePlace;
  let database: CampaignDatabase;
  beforeEach(async () => {
    stay = await newPlace();
    database = await openCampaignDatabase(stay.place);
  });
  afterEach(async () => {
    await database.destroy();
    await stay.leave();
  });

  const AT = new Date("2026-03-07T09:00:00Z");
  const zone = (id: string) => ({ id, name: id, colour: 1, isLocked: false });
  const add = (id: string): ZoneStep => ({ kind: "zone-added", zone: zone(id) });
  const move = (from: string | null, to: string | null, addressIds: string[]): ZoneStep => ({
    kind: "addresses-moved",
    from,
    to,
    addressIds,
  });
  async function newZoning(id: string) {
    await createZoningStore(database).add({ id, territoryName: "demo", name: "Plan A", copyOf: null, at: AT });
  }

  const IDS = Array.from({ length: 8 }, (_, index) => `a${index}`);
  const place = fc.constantFrom("n", "s", null);
  const anySteps = fc.array(
    fc.oneof(
      fc.constantFrom("n", "s").map(add),
      fc.constantFrom("n", "s").map((id): ZoneStep => ({ kind: "zone-removed", zone: zone(id) })),
      fc
        .record({ from: place, to: place, ids: fc.subarray(IDS, { minLength: 1 }) })
        .map(({ from, to, ids }) => move(from, to, ids)),
      fc.record({ id: fc.constantFrom("n", "s"), isLocked: fc.boolean() }).map(
        ({ id, isLocked }): ZoneStep => ({
          kind: "zone-changed",
          before: { ...zone(id), isLocked: !isLocked },
          after: { ...zone(id), isLocked },
        }),
      ),
    ),
    { minLength: 1, maxLength: 6 },
  );

  it("keeps in its tables what the same steps make in memory", async () => {
    let count = 0;
    const edits = createZoneEditStore(database);
    await fc.assert(
      fc.asyncProperty(fc.array(anySteps, { maxLength: 5 }), async (sequence) => {
        const id = `zoning-${count++}`;
        await newZoning(id);
        const board = boardOf([], {});
        for (const [index, steps] of sequence.entries()) {
          const expected = applyZoneSteps(board, steps);
          const answer = await edits.apply(id, { id: `e${index}`, editor: "me", steps: [...steps] }, AT);
          expect(answer).toEqual({ revision: index + 1, ...expected });
        }
        const state = await createZoningStore(database).state(id);
        const kept = boardOf(state?.zones ?? [], state?.addressIds ?? {});
        expect(new Map([...kept.zones].sort())).toEqual(new Map([...board.zones].sort()));
        expect(new Map([...kept.zoneOf].sort())).toEqual(new Map([...board.zoneOf].sort()));
      }),
      { numRuns: 60 },
    );
  });

  it("applies an edit that comes twice once, with the answer it had", async () => {
    await newZoning("z");
    const edits = createZoneEditStore(database);
    const edit = { id: "once", editor: "me", steps: [add("n"), move(null, "n", ["a0"])] };
    const first = await edits.apply("z", edit, AT);
    await edits.apply("z", { id: "other", editor: "you", steps: [move("n", null, ["a0"])] }, AT);

    expect(await edits.apply("z", edit, AT)).toEqual(first);
    expect((await createZoningStore(database).state("z"))?.revision).toBe(2);
    expect((await createZoningStore(database).state("z"))?.addressIds).toEqual({});
  });

  it("gives an address to one of two who take it at the same time, and tells the other", async () => {
    await newZoning("z");
    const edits = createZoneEditStore(database);
    await edits.apply("z", { id: "zones", editor: "me", steps: [add("n"), add("s")] }, AT);
    const answers = await Promise.all([
      edits.apply("z", { id: "one", editor: "me", steps: [move(null, "n", ["a0", "a1"])] }, AT),
      edits.apply("z", { id: "two", editor: "you", steps: [move(null, "s", ["a1", "a2"])] }, AT),
    ]);

    expect(answers[0]?.refused).toEqual([]);
    expect(answers[1]?.refused).toEqual([{ reason: "moved-meanwhile", zoneId: "n", addressIds: ["a1"] }]);
    expect((await createZoningStore(database).state("z"))?.addressIds).toEqual({ n: ["a0", "a1"], s: ["a2"] });
  });

  it("gives the edits after a revision, and says when some are not kept any more", async () => {
    await newZoning("z");
    const edits = createZoneEditStore(database);
    for (let index = 0; index < 502; index++) {
      await edits.apply(
        "z",
        { id: `e${index}`, editor: "me", steps: [move(index % 2 ? "n" : null, index % 2 ? null : "n", ["a0"])] },
        AT,
      );
    }

    expect((await edits.after("z", 500))?.map(({ revision, editId }) => [revision, editId])).toEqual([
      [501, "e500"],
      [502, "e501"],
    ]);
    expect(await edits.after("z", 502)).toEqual([]);
    expect(await edits.after("z", 1)).toBeNull();
  });

  it("moves a whole town of addresses in one edit", async () => {
    await newZoning("z");
    const ids = Array.from({ length: 12_000 }, (_, index) => `75111_0${index}`);
    const edit = { id: "all", editor: "me", steps: [add("n"), move(null, "n", ids)] };
    await createZoneEditStore(database).apply("z", edit, AT);

    expect((await createZoningStore(database).state("z"))?.addressIds.n).toHaveLength(12_000);
  });
});
