import type { StopLines } from "../tour-optimiser/routing-problem.ts";
import type { PlanningStop } from "./plan-stops.ts";

type LinedStop = Pick<PlanningStop, "place"> & {
  readonly address: Pick<PlanningStop["address"], "communeCode" | "street" | "number" | "houseNumber">;
};

/**
 * The sides of streets as lines of house numbers. Where even numbers face odd ones, a side goes on over all pieces of the
 * street; where a street is numbered otherwise (along one side only, round a square, back and forth), and for doors that
 * stand among those of the other parity, a line ends with its piece. Doors without a number are lined up as they stand
 * along their piece. Who hangs on no side stands on no line.
 */
export function houseNumberLines(stops: readonly LinedStop[]): StopLines {
  const keys = stops.map(pieceKey);
  for (const [street, members] of numberedStreets(stops)) {
    const evenSides = sidesOfEvenNumbers(stops, members);
    const agreeing = members.filter((index) => {
      const stop = stops[index];
      return stop !== undefined && stop.place.side * parity(stop) === evenSides.get(stop.place.piece);
    });
    if (agreeing.length < FACING_SHARE * members.length) continue;
    for (const index of agreeing) keys[index] = `${street} ${(stops[index]?.address.houseNumber ?? 0) % 2}`;
  }
  const numberOf = new Map<string, number>();
  return {
    lineOf: Int32Array.from(keys, (key) => {
      if (key === "") return -1;
      const line = numberOf.get(key) ?? numberOf.size;
      numberOf.set(key, line);
      return line;
    }),
    rank: Float64Array.from(stops, ({ address, place }) =>
      address.houseNumber === null ? place.offsetMetres : houseNumberRank(address.number, address.houseNumber),
    ),
  };
}

/**
 * Where a number stands in its row: "12" before "12 bis" before "12 ter" before "13", "12 A" before "12 B". What follows
 * the number counts by its word, otherwise by its first letter.
 */
export function houseNumberRank(number: string, houseNumber: number): number {
  const suffix = number.replace(/^[\s\d]+/, "").toLowerCase();
  const word = SUFFIXES.indexOf(suffix);
  const letter = suffix.charCodeAt(0) - "a".charCodeAt(0) + 1;
  const after = word >= 0 ? word + 1 : letter >= 1 && letter <= 26 ? letter : 0;
  return houseNumber + after / 100;
}

const SUFFIXES = ["bis", "ter", "quater", "quinquies"];
/** Share of a street's doors that stand with their parity; fewer, and parity says nothing of its sides. */
const FACING_SHARE = 0.8;

/** A side of one piece of street, doors with a number apart from those without. */
function pieceKey({ address, place }: LinedStop): string {
  if (place.side === 0) return "";
  return `${place.piece} ${place.side} ${address.houseNumber === null ? "" : address.street}`;
}

/** The stops of each street that have a number and hang on a side, by commune and name. */
function numberedStreets(stops: readonly LinedStop[]): Map<string, number[]> {
  const streets = new Map<string, number[]>();
  stops.forEach(({ address, place }, index) => {
    if (address.houseNumber === null || place.side === 0) return;
    const street = `${address.communeCode} ${address.street}`;
    const members = streets.get(street) ?? [];
    members.push(index);
    streets.set(street, members);
  });
  return streets;
}

/** By piece: the side where even numbers stand, as most of its doors have it. */
function sidesOfEvenNumbers(stops: readonly LinedStop[], members: readonly number[]): Map<number, number> {
  const votes = new Map<number, number>();
  for (const index of members) {
    const stop = stops[index];
    if (!stop) continue;
    votes.set(stop.place.piece, (votes.get(stop.place.piece) ?? 0) + stop.place.side * parity(stop));
  }
  return new Map([...votes].map(([piece, sum]) => [piece, sum < 0 ? -1 : 1] as const));
}

/** 1 for even numbers, -1 for odd ones. */
function parity({ address }: LinedStop): 1 | -1 {
  return (address.houseNumber ?? 0) % 2 === 0 ? 1 : -1;
}
