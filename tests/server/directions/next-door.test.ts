import { describe, expect, it } from "vitest";
import type { LegEnd } from "../../../server/directions/instruct.ts";
import { tellNextDoor } from "../../../server/directions/next-door.ts";
import type { WalkingPath } from "../../../server/walking-router/walking-path.ts";

const door = (number: string, side: -1 | 1, street = "Rue Oberkampf"): LegEnd => ({
  name: `${number} ${street}`,
  number,
  side,
  parity: side === 1 ? "even" : "odd",
});
const walk = (distanceMetres: number, forward = true): WalkingPath => ({
  distanceMetres,
  durationSeconds: distanceMetres,
  ascentMetres: 0,
  descentMetres: 0,
  stretches: [
    { piece: 0, forward, fromMetres: 0, toMetres: distanceMetres, durationSeconds: distanceMetres, isRidden: false },
  ],
  coordinates: [],
  crossings: [],
  profile: null,
  isRidden: false,
});
const told = (more: Partial<Parameters<typeof tellNextDoor>[0]>): string | null =>
  tellNextDoor({
    path: walk(18),
    way: { text: "Rue Oberkampf", isNamed: true, kind: "street", climb: null },
    crosses: false,
    manner: "continue",
    from: door("12", 1),
    to: door("14", 1),
    language: "fr",
    ...more,
  });

describe("the way to the next door", () => {
  it("is told without the street", () => {
    expect(told({})).toBe("Porte suivante : n° 14, même côté");
    expect(told({ language: "en" })).toBe("Next door: no. 14, same side");
  });

  it("has its distance in round metres when the door is out of sight", () => {
    expect(told({ path: walk(83) })).toBe("Porte suivante : n° 14, même côté, dans 80 m");
  });

  it("tells the side as the walker sees it", () => {
    expect(told({ path: walk(40, false) })).toBe("Porte suivante : n° 14, même côté, dans 40 m");
    expect(told({ path: walk(40), to: door("5", -1) })).toBe("Porte suivante : n° 5, de l’autre côté, dans 40 m");
  });

  it("crosses the street once", () => {
    expect(told({ path: walk(4), crosses: true, to: door("5", -1) })).toBe(
      "Traverser la rue Oberkampf : n° 5, en face",
    );
  });

  it("turns round, but not for a hop", () => {
    expect(told({ manner: "turn back" })).toBe("Faire demi-tour : n° 14, même côté");
    expect(told({ manner: "turn back", path: walk(3) })).toBe("Porte suivante : n° 14, même côté");
    expect(told({ path: walk(0) })).toBe("Porte suivante : n° 14, sur place");
  });

  it("is a walk of its own when it is long, or on another street", () => {
    expect(told({ path: walk(400) })).toBeNull();
    expect(told({ to: door("14", 1, "Rue Amelot") })).toBeNull();
    expect(told({ to: { name: "le point de rendez-vous", number: "", side: 0, parity: null } })).toBeNull();
  });
});
