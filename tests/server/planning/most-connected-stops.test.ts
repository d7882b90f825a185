import { describe, expect, it } from "vitest";
import { mostConnectedStops } from "../../../server/planning/most-connected-stops.ts";
import { townOf } from "../../fixtures/grid-town.ts";
import { makeAddress } from "../../fixtures/territory-content.ts";

describe("the most connected stops", () => {
  it("are those on the part of the network that holds most doors, however long its streets are", () => {
    const island = townOf(
      [
        [2.35, 48.86],
        [2.39, 48.86],
        [2.35, 48.88],
        [2.351, 48.88],
      ],
      [
        { from: 0, to: 1 },
        { from: 2, to: 3 },
      ],
    );
    const stop = (id: string, piece: number, doors: number) => {
      const place = { piece, offsetMetres: 1, side: 0 } as const;
      return { address: makeAddress({ id, doors, place }), place, serviceSeconds: 0, value: 1 };
    };

    const stops = [stop("long street", 0, 3), stop("island", 1, 8), stop("island too", 1, 1), stop("far end", 0, 2)];

    expect(mostConnectedStops(island, stops).map(({ address }) => address.id)).toEqual(["island", "island too"]);
  });
});
