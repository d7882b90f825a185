import { expect, it } from "vitest";
import { PieceFlag } from "../../../geodata/street-graph/street-graph.ts";
import { linkSides } from "../../../server/zoning/link-sides.ts";
import { bankTown } from "./bank-town.ts";

/** How many groups of addresses hang together over the links. */
function groups(count: number, { from, to }: ReturnType<typeof linkSides>): number[][] {
  const groupOf = Array.from({ length: count }, (_, address) => address);
  const rootOf = (address: number): number => {
    const above = groupOf[address] ?? address;
    return above === address ? address : rootOf(above);
  };
  from.forEach((one, link) => {
    groupOf[rootOf(one)] = rootOf(to[link] ?? one);
  });
  const members = new Map<number, number[]>();
  for (let address = 0; address < count; address++) {
    members.set(rootOf(address), [...(members.get(rootOf(address)) ?? []), address]);
  }
  return [...members.values()];
}

const placesOf = ({ stops }: ReturnType<typeof bankTown>) => stops.map(({ place }) => place);

it("all sides of a town without barriers hang together", () => {
  const places = placesOf(bankTown({ columns: 4, rows: 4 }));

  expect(groups(places.length, linkSides(bankTown({ columns: 4, rows: 4 }).graph, places))).toHaveLength(1);
});

it("a river parts a town in two, each on its own bank, bridge or no bridge", () => {
  const town = bankTown({ columns: 5, rows: 4, riverAfterRow: 1 });
  const places = placesOf(town);

  const found = groups(places.length, linkSides(town.graph, places));

  expect(found).toHaveLength(2);
  const latitudes = found.map((group) => group.map((address) => town.stops[address]?.position[1] ?? 0));
  const [south, north] = latitudes.toSorted((a, b) => Math.min(...a) - Math.min(...b));
  expect(Math.max(...(south ?? []))).toBeLessThan(Math.min(...(north ?? [])));
});

it("the two sides of a primary road are next to one another only where it ends", () => {
  const town = bankTown({ columns: 6, rows: 5, primaryRow: 2 });
  const roadLatitude = 48.86 + 2 * 0.0007;
  const { from, to } = linkSides(town.graph, placesOf(town));

  const bankOf = (address: number) => Math.sign((town.stops[address]?.position[1] ?? 0) - roadLatitude);
  const across = from.flatMap((one, link) => {
    const other = to[link] ?? one;
    return bankOf(one) === bankOf(other) ? [] : [one, other];
  });

  expect(from.length).toBeGreaterThan(100);
  expect(across.length).toBeGreaterThan(0);
  for (const address of across) {
    const blocks = ((town.stops[address]?.position[0] ?? 0) - 2.35) / 0.0011;
    expect(Math.min(blocks, 5 - blocks)).toBeLessThan(1.1);
  }
});

it("doors on a bridge belong to the bank that is nearer, and join nothing", () => {
  const town = bankTown({ columns: 5, rows: 4, riverAfterRow: 1 });
  const bridge = town.graph.pieceFlags.findIndex((flags) => (flags & PieceFlag.bridge) !== 0);
  const places = [...placesOf(town), { piece: bridge, offsetMetres: 10, side: 1 as const }];

  const found = groups(places.length, linkSides(town.graph, places));

  expect(found.map(({ length }) => length).toSorted()).toEqual(
    groups(places.length - 1, linkSides(town.graph, placesOf(town)))
      .map(({ length }, bank) => (bank === 0 ? length + 1 : length))
      .toSorted(),
  );
});

it("an address away from all streets is in no link", () => {
  const town = bankTown({ columns: 3, rows: 3 });
  const places = [null, ...placesOf(town)];

  const { from, to } = linkSides(town.graph, places);

  expect([...from, ...to]).not.toContain(0);
});
