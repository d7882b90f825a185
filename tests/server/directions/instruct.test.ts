import { describe, expect, it } from "vitest";
import type { OsrmStep } from "../../../server/contract/plan.ts";
import { instructArrival, instructMove, type LegEnd } from "../../../server/directions/instruct.ts";
import type { Way } from "../../../server/directions/way-words.ts";

const step = (type: string, modifier?: string, exit?: number): Omit<OsrmStep, "instruction"> => ({
  distance: 50,
  duration: 40,
  name: "Rue d'Alsace",
  mode: "walking",
  driving_side: "right",
  geometry: { type: "LineString", coordinates: [] },
  maneuver: {
    type,
    ...(modifier === undefined ? {} : { modifier }),
    ...(exit === undefined ? {} : { exit }),
    bearing_before: 0,
    bearing_after: 90,
    location: [0, 0],
  },
});
const footpath: Way = { text: "le chemin piéton", isNamed: false, kind: "path", climb: null };
const steps: Way = { text: "l’escalier", isNamed: false, kind: "steps", climb: "up" };
const stair: Way = { text: "Rue des Géraniums", isNamed: true, kind: "steps", climb: "down" };
const nothing: Way = { text: "", isNamed: false, kind: "street", climb: null };
const end = (more: Partial<LegEnd>): LegEnd => ({
  name: "12 Rue d'Alsace",
  number: "12",
  side: 1,
  parity: "even",
  ...more,
});

describe("a move in French", () => {
  it.each([
    ["turn", "left", "Tourner à gauche sur la rue d’Alsace"],
    ["turn", "sharp right", "Tourner franchement à droite sur la rue d’Alsace"],
    ["new name", "straight", "Continuer tout droit sur la rue d’Alsace"],
    ["continue", "slight left", "Tourner légèrement à gauche pour rester sur la rue d’Alsace"],
    ["continue", "uturn", "Faire demi-tour sur la rue d’Alsace"],
    ["end of road", "right", "Au bout, tourner à droite sur la rue d’Alsace"],
    ["fork", "slight right", "À l’embranchement, prendre à droite la rue d’Alsace"],
    ["roundabout turn", "left", "Au rond-point, tourner à gauche sur la rue d’Alsace"],
    ["exit roundabout", "right", "Sortir du rond-point sur la rue d’Alsace"],
  ])("%s %s is “%3$s”", (type, modifier, words) => {
    expect(instructMove(step(type, modifier), "fr")).toBe(words);
  });

  it("takes paths and stairs by what they are, and says whether stairs go up", () => {
    expect(instructMove(step("turn", "left"), "fr", footpath)).toBe("Prendre à gauche le chemin piéton");
    expect(instructMove(step("new name", "straight"), "fr", footpath)).toBe(
      "Continuer tout droit par le chemin piéton",
    );
    expect(instructMove(step("continue", "uturn"), "fr", footpath)).toBe(
      "Faire demi-tour et reprendre le chemin piéton",
    );
    expect(instructMove(step("turn", "right"), "fr", steps)).toBe("Monter à droite par l’escalier");
    expect(instructMove(step("turn", "right"), "fr", stair)).toBe(
      "Descendre à droite par la rue des Géraniums (escalier)",
    );
  });

  it("counts the exits of a roundabout beyond the tenth", () => {
    expect(instructMove(step("roundabout", "right", 1), "fr", { ...nothing, kind: "roundabout" })).toMatch(
      /par la droite jusqu’à la 1re sortie$/,
    );
    expect(instructMove(step("roundabout", "slight left", 12), "fr", { ...nothing, kind: "roundabout" })).toBe(
      "Contourner le rond-point par la gauche jusqu’à la 12e sortie",
    );
    expect(instructMove(step("roundabout", "right", 11), "en")).toMatch(/to the 11th exit, onto Rue d'Alsace$/);
    expect(instructMove(step("roundabout", "right", 22), "en")).toMatch(/to the 22nd exit, onto/);
  });

  it("ends before the name of a street that has none", () => {
    for (const type of ["turn", "new name", "continue", "end of road", "fork", "roundabout turn", "exit roundabout"]) {
      for (const language of ["fr", "en"] as const) {
        expect(instructMove(step(type, "left"), language, nothing)).not.toMatch(
          / (?:sur|par|onto|on|stay|rester)?\.?$/,
        );
      }
    }
  });

  it("takes the name of a roundabout from another server for the street that is taken", () => {
    expect(instructMove(step("roundabout", "right", 2), "fr")).toBe(
      "Contourner le rond-point par la droite jusqu’à la 2e sortie, sur la rue d’Alsace",
    );
    expect(
      instructMove(step("roundabout", "right"), "fr", {
        ...nothing,
        text: "Place Léon Blum",
        isNamed: true,
        kind: "roundabout",
      }),
    ).toBe("Contourner la place Léon Blum par la droite");
  });

  it("tells the maneuvers of other servers in the words of the library", () => {
    expect(instructMove(step("merge", "slight left"), "fr")).toBe("S’insérer légèrement à gauche sur la rue d’Alsace");
  });
});

describe("an arrival", () => {
  it("tells number, parity and side, and the street only when it is another one", () => {
    expect(instructArrival(step("arrive", "right"), end({}), "fr")).toBe("Arrivée au n° 12, côté pair, sur la droite");
    expect(instructArrival(step("arrive", "left"), end({ name: "12 Avenue d'Alsace" }), "fr")).toBe(
      "Arrivée au n° 12, avenue d’Alsace, côté pair, sur la gauche",
    );
    expect(instructArrival(step("arrive"), end({ name: "12 RUE D ALSACE" }), "en")).toBe("Arrive at no. 12, even side");
  });

  it("calls what has no number by what it is", () => {
    const building = end({ name: "Rue d'Alsace", number: "", parity: null });

    expect(instructArrival(step("arrive", "left"), building, "fr")).toBe(
      "Arrivée au bâtiment sans numéro, sur la gauche",
    );
    expect(
      instructArrival(
        step("arrive"),
        end({ name: "le point de rendez-vous", number: "", side: 0, parity: null }),
        "fr",
      ),
    ).toBe("Arrivée au point de rendez-vous");
  });
});
