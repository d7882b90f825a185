import { describe, expect, it } from "vitest";
import { foldName } from "../../../geodata/geometry/fold-name.ts";
import { typedWords } from "../../../geodata/geometry/typed-words.ts";
import { type Findable, findThings, groupFound, withoutSlips } from "../../../web/workspace/find-things.ts";

const thing = (kind: Findable["kind"], label: string): Findable => ({
  kind,
  id: label,
  label,
  detail: null,
  words: foldName(label),
  run: () => undefined,
});
const found = (things: readonly Findable[], text: string, forgives = true) =>
  findThings(things, typedWords(text), forgives).map(({ thing: one }) => one.label);

describe("finding what the browser holds", () => {
  it("puts what was typed as it is before what is a slip away", () => {
    const things = [
      thing("route", "Tournée Temple"),
      thing("route", "Tournée Tample"),
      thing("route", "Tournée Bleue"),
    ];

    expect(found(things, "tample")).toEqual(["Tournée Tample", "Tournée Temple"]);
  });

  it("forgives no slip where enough is found without", () => {
    const things = ["1", "2", "3"].map((id) => thing("station", `Bureau ${id} Temple`));

    expect(found([...things, thing("station", "Bureau 4 Tample")], "temple")).toHaveLength(3);
  });

  it("forgives nothing when it is not to", () => {
    expect(found([thing("station", "Bureau Temple")], "tample", false)).toEqual([]);
  });

  it("finds nothing for nothing", () => {
    expect(found([thing("station", "Bureau 1")], "  , ")).toEqual([]);
  });
});

describe("slips", () => {
  const costing = (...costs: readonly number[]) =>
    costs.map((cost) => ({ thing: thing("street", String(cost)), cost }));
  const left = (...costs: readonly number[]) => withoutSlips(costing(...costs)).map(({ cost }) => cost);

  it("are passed over where a name has every word as it was typed, guesses with them", () => {
    expect(left(1, 0, 3, 7, 1000)).toEqual([1, 0]);
  });

  it("are told where names only begin as it was typed: more letters may follow", () => {
    expect(left(1, 4, 1000)).toEqual([1, 4, 1000]);
  });
});

describe("groups", () => {
  it("begin with the kind that matches best, each with its best few", () => {
    const groups = groupFound(
      [
        { thing: thing("command", "Aller"), cost: 4 },
        ...["a", "b", "c"].map((label, cost) => ({ thing: thing("street", label), cost })),
      ],
      2,
    );

    expect(groups.map(({ kind, things }) => [kind, things.map(({ label }) => label)])).toEqual([
      ["street", ["a", "b"]],
      ["command", ["Aller"]],
    ]);
  });

  it("hold a thing once that two searches found", () => {
    const twice = ["browser", "server"].map((detail, cost) => ({ thing: { ...thing("station", "1"), detail }, cost }));

    expect(groupFound(twice, 5)[0]?.things.map(({ detail }) => detail)).toEqual(["browser"]);
  });
});
