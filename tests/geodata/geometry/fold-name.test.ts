import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldName } from "../../../geodata/geometry/fold-name.ts";

describe("foldName", () => {
  it.each([
    ["Rue du Faubourg-Saint-Honoré", "R. du Fbg St Honore"],
    ["Rue François Ier", "rue françois 1er"],
    ["Rue François Ier", "Rue François 1 er"],
    ["Rue du Cœur de Vey", "RUE DU COEUR DE VEY"],
    ["Boulevard de l’Hôpital", "bd de l'hopital"],
    ["Avenue du Général-Leclerc", "Av Gal Leclerc".replace("Av", "Av du")],
    ["Rue du Quatre Septembre", "Rue du 4 Septembre"],
    ["Rue du Huit-Mai-1945", "Rue du 8 Mai 1945"],
    ["12 bis Rue Oberkampf", "12 bis r Oberkampf"],
    ["Passage Saint-Pierre Amelot", "pass. St-Pierre Amelot"],
    ["Place Notre-Dame des Champs", "Pl. ND des Champs"],
  ])("gives %s and %s the same form", (one, other) => {
    expect(foldName(one)).toBe(foldName(other));
  });

  it("keeps different streets apart", () => {
    expect(foldName("Rue Pasteur")).not.toBe(foldName("Avenue Pasteur"));
    expect(foldName("Rue de la République")).not.toBe(foldName("Place de la République"));
  });

  it("does not write out an abbreviation that ends a name or stands inside it", () => {
    expect(foldName("Voie R")).toBe("voie r");
    expect(foldName("Rue A R Penck")).toBe("rue a r penck");
  });

  it("leaves nothing of a text without letters or figures", () => {
    expect(foldName(" — ’ ")).toBe("");
  });

  it("changes nothing when applied to what it gave", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(foldName(foldName(text))).toBe(foldName(text));
      }),
      { seed: 7 },
    );
    for (const text of ["R. du Fbg St Honoré", "bd ND", "r r r", "1 er mai", "premier mai", "pl pl St"]) {
      expect(foldName(foldName(text))).toBe(foldName(text));
    }
  });
});
