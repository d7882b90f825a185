import { describe, expect, it } from "vitest";
import { chooseManeuver, type Junction } from "../../../server/directions/choose-maneuver.ts";
import type { StreetLabel } from "../../../server/directions/street-label.ts";
import { inFrenchSentence, withFrenchArticle } from "../../../server/directions/street-words.ts";
import { turnDegrees, turnModifier } from "../../../server/directions/turn-angle.ts";

const street = (text: string): StreetLabel => ({ text, isNamed: true, isNotable: true, kind: "street" });
const footpath: StreetLabel = { text: "the footpath", isNamed: false, isNotable: false, kind: "path" };
const junction = (more: Partial<Junction>): Junction => ({
  from: street("A"),
  to: street("B"),
  byRoundabout: false,
  isReturn: false,
  degrees: 90,
  otherDegrees: [0],
  ...more,
});

describe("chooseManeuver", () => {
  it("says nothing where the street goes on and no other way bends less", () => {
    expect(chooseManeuver(junction({ to: street("A"), degrees: 5, otherDegrees: [90, -90] }))).toBeNull();
    expect(chooseManeuver(junction({ to: street("A"), degrees: 80, otherDegrees: [] }))).toBeNull();
    expect(chooseManeuver(junction({ from: footpath, to: footpath, degrees: 10, otherDegrees: [80] }))).toBeNull();
  });

  it("tells a bend of the street where another street leaves", () => {
    const bend = junction({ to: street("A"), degrees: -60, otherDegrees: [90] });
    expect(chooseManeuver(bend)).toEqual({ type: "continue", modifier: "left" });
    const doubtful = junction({ to: street("A"), degrees: 30, otherDegrees: [-5] });
    expect(chooseManeuver(doubtful)).toEqual({ type: "continue", modifier: "slight right" });
  });

  it("tells a new name straight on or round a corner without a choice", () => {
    expect(chooseManeuver(junction({ degrees: 3 }))).toEqual({ type: "new name", modifier: "straight" });
    expect(chooseManeuver(junction({ degrees: 70, otherDegrees: [] }))).toEqual({
      type: "new name",
      modifier: "right",
    });
  });

  it("tells the end of a road at a T, not at a cross", () => {
    expect(chooseManeuver(junction({ otherDegrees: [-90] }))).toEqual({ type: "end of road", modifier: "right" });
    expect(chooseManeuver(junction({ otherDegrees: [-90, 0] }))).toEqual({ type: "turn", modifier: "right" });
  });

  it("tells a fork between two slight turns", () => {
    const fork = junction({ degrees: -25, otherDegrees: [20] });
    expect(chooseManeuver(fork)).toEqual({ type: "fork", modifier: "slight left" });
  });

  it("tells one turn for a whole roundabout, and nothing for one that is walked straight through", () => {
    const around = junction({ byRoundabout: true, otherDegrees: [60] });
    expect(chooseManeuver(around)).toEqual({ type: "roundabout turn", modifier: "right" });
    expect(chooseManeuver({ ...around, to: street("A"), degrees: 4 })).toBeNull();
  });

  it("tells to turn round on the same piece of street, and not in the hairpins of hill roads", () => {
    const back = junction({ to: street("A"), degrees: 179 });

    expect(chooseManeuver({ ...back, isReturn: true })).toEqual({ type: "continue", modifier: "uturn" });
    expect(chooseManeuver(back)).toEqual({ type: "continue", modifier: "sharp right" });
  });

  it("tells to go round a large roundabout and to leave it, once each", () => {
    const round: StreetLabel = { text: "the roundabout", isNamed: false, isNotable: true, kind: "roundabout" };

    expect(chooseManeuver(junction({ to: round, degrees: 50 }))).toEqual({ type: "roundabout", modifier: "right" });
    expect(chooseManeuver(junction({ from: round, to: round, degrees: -60 }))).toBeNull();
    expect(chooseManeuver(junction({ from: round }))).toEqual({ type: "exit roundabout", modifier: "right" });
  });
});

describe("turns", () => {
  it.each([
    [0, "straight"],
    [19, "straight"],
    [-21, "slight left"],
    [45, "right"],
    [-119, "left"],
    [150, "sharp right"],
    [-175, "uturn"],
  ])("of %d degrees are called %s", (degrees, modifier) => {
    expect(turnModifier(degrees)).toBe(modifier);
  });

  it("are counted across north", () => {
    expect(turnDegrees(350, 20)).toBe(30);
    expect(turnDegrees(20, 350)).toBe(-30);
    expect(Math.abs(turnDegrees(0, 180))).toBe(180);
  });
});

describe("French street names", () => {
  it.each([
    ["Ruelle des Chats", "la ruelle des Chats"],
    ["Escalier de la Costa", "l’escalier de la Costa"],
    ["Escaliers du Port", "les escaliers du Port"],
    ["D 2204 A", "la D 2204 A"],
    ["Grande Corniche", "la Grande Corniche"],
    ["Degrés du Guet", "les degrés du Guet"],
    ["Grande-Rue", "la Grande-Rue"],
    ["Virage Antony Nogues", "le virage Antony Nogues"],
    ["La Bohémienne", "La Bohémienne"],
    ["Grand'Rue", "la Grand'Rue"],
    ["la ancienne route du Port", "l’ancienne route du Port"],
    ["Vieux Chemin de Nice", "le vieux Chemin de Nice"],
    ["la rue de la Paix", "la rue de la Paix"],
  ])("%s is put as %s", (name, words) => {
    expect(withFrenchArticle(name)).toBe(words);
  });

  it("lose the capital of what kind of street they are, and only that", () => {
    expect(inFrenchSentence("Rue de la Paix")).toBe("rue de la Paix");
    expect(inFrenchSentence("Ruellia")).toBe("Ruellia");
    expect(inFrenchSentence("Esplanade Habib Bourguiba")).toBe("esplanade Habib Bourguiba");
  });
});
