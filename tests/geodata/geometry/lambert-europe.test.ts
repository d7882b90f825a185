import { describe, expect, it } from "vitest";
import { fromLambertEurope } from "../../../geodata/geometry/lambert-europe.ts";

describe("the plane of European statistics", () => {
  it("has its origin at 52° N 10° E", () => {
    const [longitude, latitude] = fromLambertEurope([4321000, 3210000]);

    expect(longitude).toBeCloseTo(10, 9);
    expect(latitude).toBeCloseTo(52, 9);
  });

  it("finds the worked example of the guidance note", () => {
    const [longitude, latitude] = fromLambertEurope([3962799.45, 2999718.85]);

    expect(longitude).toBeCloseTo(5, 7);
    expect(latitude).toBeCloseTo(50, 7);
  });

  it("finds the Île de Sein in the west and Corsica in the south", () => {
    const sein = fromLambertEurope([3220900, 2880700]);
    const ajaccio = fromLambertEurope([4223000, 2091000]);

    expect(sein[0]).toBeCloseTo(-4.85, 1);
    expect(sein[1]).toBeCloseTo(48.04, 1);
    expect(ajaccio[0]).toBeGreaterThan(8);
    expect(ajaccio[0]).toBeLessThan(9.6);
    expect(ajaccio[1]).toBeGreaterThan(41.3);
    expect(ajaccio[1]).toBeLessThan(43.1);
  });
});
