import type {
  Candidate,
  Election,
  ElectionType,
  Station,
  StationResult,
  Territory,
} from "../../../geodata/territory/territory.ts";
import type { Side } from "../../../server/contract/scores.ts";

export interface RoundFixture {
  readonly id: string;
  readonly type: ElectionType;
  readonly year: number;
  readonly round?: number;
  /** Candidate names and nuances. */
  readonly candidates: readonly { readonly name: string; readonly nuance?: string }[];
  /** One row per station: registered, abstentions, then votes in the order of the candidates. */
  readonly rows: readonly (readonly number[])[];
  readonly matchedShare?: number;
}

/** Who stands at the first rounds of `firstRound`. */
const CANDIDATES = [{ name: "Ours" }, { name: "Near" }, { name: "Far" }];
const TYPES: Readonly<Record<string, ElectionType>> = {
  pres: "presidential",
  euro: "european",
  muni: "municipal",
};

/** A first round of Ours, Near and Far; year and type are read from its id ("2022_pres_t1"). */
export function firstRound(
  id: string,
  rows: RoundFixture["rows"],
  more: Partial<Pick<RoundFixture, "candidates" | "matchedShare">> = {},
): RoundFixture {
  const [year, type = ""] = id.split("_");
  return { id, type: TYPES[type] ?? "legislative", year: Number(year), candidates: CANDIDATES, rows, ...more };
}

/** Ours, Near and Far on their sides at these elections. */
export function sidesAt(electionIds: readonly string[]): Readonly<Record<string, Side>> {
  return Object.fromEntries(
    electionIds.flatMap((id) => [
      [candidateId(id, "Ours"), "ours" as const],
      [candidateId(id, "Near"), "near" as const],
      [candidateId(id, "Far"), "far" as const],
    ]),
  );
}

type ScoringTerritory = Pick<Territory, "summary" | "stations" | "elections" | "candidates" | "results">;

/** A territory that holds only what scoring reads. Stations are as many as the longest list of rows. */
export function territoryWith(rounds: readonly RoundFixture[]): ScoringTerritory {
  const stationCount = Math.max(0, ...rounds.map(({ rows }) => rows.length));
  const elections: Election[] = rounds.map(({ id, type, year, round = 1, rows }) => ({
    id,
    type,
    year,
    round,
    contoursVintage: null,
    joinRate: 1,
    stations: rows.length,
  }));
  let nextIndex = 0;
  const candidates = new Map<string, Candidate[]>();
  const results = new Map<string, StationResult[]>();
  for (const round of rounds) {
    const list = round.candidates.map(({ name, nuance }, position) => ({
      index: nextIndex + position,
      electionId: round.id,
      id: candidateId(round.id, name),
      name,
      nuance: nuance ?? null,
      list: null,
      constituency: null,
      votes: round.rows.reduce((sum, row) => sum + (row[2 + position] ?? 0), 0),
    }));
    nextIndex += list.length;
    candidates.set(round.id, list);
    results.set(
      round.id,
      round.rows.map(([registered = 0, abstentions = 0, ...votes], stationIndex) => ({
        stationIndex,
        registered,
        abstentions,
        blankAndNull: 0,
        expressed: votes.reduce((sum, count) => sum + count, 0),
        votes: new Map(votes.map((count, position) => [list[position]?.index ?? -1, count])),
        matchedShare: round.matchedShare ?? 1,
      })),
    );
  }
  return {
    summary: { name: "fixture", version: "1" } as Territory["summary"],
    stations: () => Array.from({ length: stationCount }, (_, index) => station(index)),
    elections: () => elections,
    candidates: (electionId) => candidates.get(electionId) ?? [],
    results: (electionId) => results.get(electionId) ?? [],
  };
}

export function candidateId(electionId: string, name: string): string {
  return `${electionId}/${name}`;
}

function station(index: number): Station {
  return {
    index,
    id: `99001_${String(index + 1).padStart(4, "0")}`,
    number: String(index + 1).padStart(4, "0"),
    name: `Bureau ${index + 1}`,
    communeCode: "99001",
    communeName: "Fixture",
    geometry: { type: "Polygon", coordinates: [] },
    labelPosition: [0, 0],
    box: [0, 0, 0, 0],
    registered: null,
    addresses: 0,
    doors: 0,
  };
}
