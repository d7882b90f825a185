import { describe, expect, it } from "vitest";
import { houseNumberLines, houseNumberRank } from "../../../server/planning/house-number-lines.ts";

interface Door {
  readonly number: string;
  readonly side?: -1 | 0 | 1;
  readonly piece?: number;
  readonly offsetMetres?: number;
  readonly street?: string;
  readonly communeCode?: string;
}

describe("the rank of a house number", () => {
  it("puts bis and ter after their number and before the next", () => {
    const numbers = ["12", "12 bis", "12 ter", "12 quater", "13", "13 A", "13 b", "13C", "14"];

    const ranks = numbers.map((number) => houseNumberRank(number, Number.parseInt(number, 10)));

    expect(ranks).toEqual([...ranks].sort((one, other) => one - other));
    expect(new Set(ranks).size).toBe(numbers.length);
  });
});

describe("lines of house numbers", () => {
  it("go on over the pieces of a street, whichever way these were drawn", () => {
    const doors: Door[] = [
      { number: "2", piece: 1, side: 1 },
      { number: "4", piece: 2, side: -1 },
      { number: "1", piece: 1, side: -1 },
      { number: "3", piece: 2, side: 1 },
    ];

    expect(groupsOf(doors)).toEqual([
      ["2", "4"],
      ["1", "3"],
    ]);
  });

  it("end with the piece where numbers follow each other on one side", () => {
    const doors = ["1", "2", "3", "4", "5", "6"].map(
      (number): Door => ({ number, piece: Number(number) > 3 ? 2 : 1, side: 1 }),
    );

    expect(groupsOf(doors)).toEqual([
      ["1", "2", "3"],
      ["4", "5", "6"],
    ]);
  });

  it("leave out of a side the odd number that stands on it", () => {
    const doors = ["2", "4", "6", "8", "7"].map((number): Door => ({ number, side: 1 }));

    expect(groupsOf(doors)).toEqual([["2", "4", "6", "8"], ["7"]]);
  });

  it("are of one street of one commune", () => {
    const doors: Door[] = [
      { number: "2", side: 1, street: "Rue A" },
      { number: "4", side: 1, street: "Rue B" },
      { number: "6", side: 1, street: "Rue A", communeCode: "06088" },
    ];

    expect(groupsOf(doors)).toEqual([["2"], ["4"], ["6"]]);
  });

  it("rank doors without a number as they stand along their piece", () => {
    const doors: Door[] = [
      { number: "", side: 1, offsetMetres: 30 },
      { number: "", side: 1, offsetMetres: 10 },
      { number: "", side: -1, offsetMetres: 20 },
    ];

    const { lineOf, rank } = linesOf(doors);

    expect(lineOf[0]).toBe(lineOf[1]);
    expect(lineOf[2]).not.toBe(lineOf[0]);
    expect([...rank]).toEqual([30, 10, 20]);
  });

  it("pass by a door that hangs on no side", () => {
    expect([
      ...linesOf([
        { number: "2", side: 0 },
        { number: "", side: 0 },
      ]).lineOf,
    ]).toEqual([-1, -1]);
  });
});

/** Numbers of the doors that stand on one line, line by line. */
function groupsOf(doors: readonly Door[]): string[][] {
  const { lineOf } = linesOf(doors);
  const groups: string[][] = [];
  doors.forEach(({ number }, index) => {
    const line = lineOf[index] ?? -1;
    groups[line] = [...(groups[line] ?? []), number];
  });
  return groups;
}

function linesOf(doors: readonly Door[]) {
  return houseNumberLines(
    doors.map(({ number, side = 1, piece = 1, offsetMetres = 0, street = "Rue A", communeCode = "75056" }) => ({
      address: { communeCode, street, number, houseNumber: number === "" ? null : Number.parseInt(number, 10) },
      place: { piece, offsetMetres, side },
    })),
  );
}
