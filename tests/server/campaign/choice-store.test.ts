import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type CampaignDatabase, openCampaignDatabase } from "../../../server/campaign/campaign-database.ts";
import { type ChoiceStore, createChoiceStore, type NewChoice } from "../../../server/campaign/choice-store.ts";
import { STORES, type StorePlace } from "../../fixtures/campaign-stores.ts";

describe.each(STORES)("on $store", ({ newPlace }) => {
  let stay: StorePlace;
  let databases: readonly CampaignDatabase[];
  let store: ChoiceStore;
  let otherProcess: ChoiceStore;
  beforeEach(async () => {
    stay = await newPlace();
    databases = [await openCampaignDatabase(stay.place), await openCampaignDatabase(stay.place)];
    const [one, two] = databases.map(createChoiceStore);
    if (!one || !two) throw new Error("two stores were made");
    [store, otherProcess] = [one, two];
  });
  afterEach(async () => {
    for (const database of databases) await database.destroy();
    await stay.leave();
  });

  const EDIT = { territoryName: "demo", kind: "edit", restoredFrom: null, editor: "me", at: new Date(1000) } as const;
  const named = (name: string, basedOn: number, given: Partial<NewChoice> = {}): NewChoice => ({
    ...EDIT,
    choice: { name, sides: { a: "ours" } },
    basedOn,
    ...given,
  });
  const EVER = { savedAfter: new Date(0), begunAfter: new Date(0) };

  it("keeps every version that was added, latest first", async () => {
    await store.append(named("one", 0));
    await store.append(named("two", 1, { kind: "restored", restoredFrom: 1 }));

    expect((await store.find("demo", 1))?.name).toBe("one");
    expect((await store.latest("demo"))?.name).toBe("two");
    expect(await store.list("demo", 10)).toMatchObject([
      { version: 2, name: "two", kind: "restored", restoredFrom: 1 },
      { version: 1, name: "one", kind: "edit", restoredFrom: null },
    ]);
    expect(await store.list("demo", 1)).toHaveLength(1);
    expect(await store.list("elsewhere", 10)).toEqual([]);
  });

  it("writes nothing that is based on another version than the latest", async () => {
    await store.append(named("one", 0));
    await store.append(named("two", 1));

    expect(await store.append(named("late", 1))).toBe(false);
    expect(await store.amend(named("late", 1), EVER)).toBe(false);
    expect((await store.list("demo", 10)).map(({ name }) => name)).toEqual(["two", "one"]);
  });

  it("takes one of two processes that save at once", async () => {
    const taken = await Promise.all(
      Array.from({ length: 10 }, (_, index) => (index % 2 === 0 ? store : otherProcess).append(named(`${index}`, 0))),
    );

    expect(taken.filter(Boolean)).toHaveLength(1);
    expect(await store.list("demo", 10)).toHaveLength(1);
  });

  it("puts an edit in the place of the same editor's last, under a new number that outdates the old one", async () => {
    await store.append(named("one", 0));

    expect(await store.amend(named("two", 1), EVER)).toBe(true);
    expect((await store.list("demo", 10)).map(({ version, name }) => [version, name])).toEqual([[2, "two"]]);
    expect(await store.append(named("late", 1))).toBe(false);
    expect(await store.append(named("late", 0))).toBe(false);
  });

  it("leaves alone what another editor saved, what was restored or begun from a preset, and what is too long ago", async () => {
    const cases: readonly (readonly [Partial<NewChoice>, typeof EVER])[] = [
      [{ editor: "you" }, EVER],
      [{ kind: "restored" }, EVER],
      [{ kind: "preset" }, EVER],
      [{}, { savedAfter: new Date(1000), begunAfter: new Date(0) }],
      [{}, { savedAfter: new Date(0), begunAfter: new Date(1000) }],
    ];
    for (const [index, [before, since]] of cases.entries()) {
      const territoryName = `t${index}`;
      await store.append(named("before", 0, { ...before, territoryName }));

      expect(await store.amend(named("after", 1, { territoryName }), since)).toBe(false);
    }
  });
});
