import { describe, expect, it } from "vitest";
import { foldName } from "../../../geodata/geometry/fold-name.ts";
import { markMatches } from "../../../geodata/geometry/mark-matches.ts";
import { nameCost, typedWords } from "../../../geodata/geometry/typed-words.ts";

const cost = (typed: string, name: string, forgives = true) => nameCost(typedWords(typed), foldName(name), forgives);
const marked = (typed: string, label: string) =>
  markMatches(typedWords(typed), label)
    .map(({ text, isMarked }) => (isMarked ? `[${text}]` : text))
    .join("");

describe("taking typed words for a name", () => {
  it.each([
    ["oberkampf rue", "12 rue Oberkampf"],
    ["voltaire bd", "Boulevard Voltaire"],
    ["12bis oberkampf", "12 bis Rue Oberkampf"],
    ["eglise", "Avenue de l’Église"],
    ["bv 1103", "Bureau 1103"],
    ["arr 11", "Paris 11e Arrondissement"],
    ["1 ardt", "Paris 1er Arrondissement"],
    ["11eme", "Paris 11e Arrondissement"],
  ])("costs nothing for %s, meant as %s", (typed, name) => {
    expect(cost(typed, name, false)).toBe(0);
  });

  it("takes a number for an ordinal only beside an arrondissement", () => {
    expect(cost("11 rue oberkampf", "rue Oberkampf, Paris 11e", false)).toBe(1);
    expect(cost("11 arrondissement", "Paris 11e Arrondissement", false)).toBe(0);
  });

  it("costs more the less of a name was typed as it is written", () => {
    const costs = ["oberkampf", "oberk", "oberkmapf", "oebrkmpf"].map((typed) => cost(typed, "rue Oberkampf") ?? NaN);

    expect(costs).toEqual([...costs].sort((a, b) => a - b));
    expect(new Set(costs).size).toBe(4);
  });

  it("takes no number for another", () => {
    expect(cost("12 rue oberkampf", "13 rue Oberkampf")).toBeNull();
  });

  it("forgives no slip unless it is asked to", () => {
    expect(cost("oberkmapf", "rue Oberkampf", false)).toBeNull();
  });

  it("takes three letters with a slip for a whole word, not for the beginning of any", () => {
    expect(cost("reu", "rue")).not.toBeNull();
    expect(cost("tmp", "temple")).toBeNull();
  });
});

describe("marking what was typed", () => {
  it.each([
    ["oberk", "12 Rue Oberkampf, Paris", "12 Rue [Oberk]ampf, Paris"],
    ["EGL 1", "1 Avenue de l’Église", "[1] Avenue de l’[Égl]ise"],
    ["bd voltere", "Boulevard Voltaire", "[Boulevard] [Voltaire]"],
    ["coeur", "Rue du Cœur", "Rue du [Cœur]"],
    ["xyz", "Rue du Cœur", "Rue du Cœur"],
  ])("%s in %s", (typed, label, expected) => {
    expect(marked(typed, label)).toBe(expected);
  });

  it("never changes the label", () => {
    for (const label of ["", "  12, rue  X ", "“Œuvre”!", "東京 12"]) {
      expect(
        markMatches(typedWords("12 rue oeuvre"), label)
          .map(({ text }) => text)
          .join(""),
      ).toBe(label);
    }
  });
});
