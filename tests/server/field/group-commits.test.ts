import { expect, it } from "vitest";
import { createGroupCommits, type GroupCommitOptions } from "../../../server/field/group-commits.ts";

interface Item {
  readonly name: string;
  readonly lane?: string;
  readonly weight?: number;
}

/** Commits that wait until the test lets them go on. */
function staged(changes: Partial<GroupCommitOptions<Item, string>> = {}) {
  const groups: string[][] = [];
  const gates: (() => void)[] = [];
  const commits = createGroupCommits<Item, string>({
    laneOf: ({ lane = "" }) => lane,
    weightOf: ({ weight = 1 }) => weight,
    heaviest: 10,
    isOfOne: () => true,
    async commit(group) {
      groups.push(group.map(({ name }) => name));
      await new Promise<void>((resolve) => gates.push(resolve));
      if (group.some(({ name }) => name === "bad")) throw new Error("bad is bad");
      return group.map(({ name }) => `${name} stored`);
    },
    ...changes,
  });
  const turn = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
  return {
    commits,
    groups,
    async goOn() {
      await turn();
      for (const open of gates.splice(0)) open();
      await turn();
    },
  };
}

it("lets those who come while a commit is under way go into the next one together", async () => {
  const { commits, groups, goOn } = staged();
  const first = commits.add({ name: "a" });
  await goOn();
  await first;
  const second = commits.add({ name: "b" });
  await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
  const later = [commits.add({ name: "c" }), commits.add({ name: "d" })];
  expect(commits.waiting()).toBe(3);
  await goOn();
  await goOn();

  expect(await Promise.all([second, ...later])).toEqual(["b stored", "c stored", "d stored"]);
  expect(groups).toEqual([["a"], ["b"], ["c", "d"]]);
  expect(commits.waiting()).toBe(0);
});

it("lets lanes go side by side, and groups grow no heavier than they may", async () => {
  const { commits, groups, goOn } = staged();
  const all = ["a", "b", "c"].map((name) => commits.add({ name, lane: "one", weight: 6 }));
  all.push(commits.add({ name: "d", lane: "two" }));
  for (let step = 0; step < 3; step++) await goOn();

  await Promise.all(all);
  expect(groups).toEqual([["a"], ["d"], ["b"], ["c"]]);
});

it("fails nobody for the fault of another, unless the store is at fault", async () => {
  const names = ["a", "bad", "b"];
  const ofOne = staged();
  const apart = names.map((name) => ofOne.commits.add({ name }));
  const settledApart = Promise.allSettled(apart);
  for (let step = 0; step < 4; step++) await ofOne.goOn();
  const ofStore = staged({ isOfOne: () => false });
  const settledTogether = Promise.allSettled(names.map((name) => ofStore.commits.add({ name })));
  await ofStore.goOn();

  expect((await settledApart).map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  expect((await settledTogether).map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
});
