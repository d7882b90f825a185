import { latestFirst } from "../../geodata/scoring/election-order.ts";
import { nameKey, presets, suggestFamilies } from "../../geodata/scoring/families.ts";
import { missingRounds } from "../../geodata/scoring/missing-rounds.ts";
import type { Territory } from "../../geodata/territory/territory.ts";
import type { CandidatesResponse } from "../contract/territories.ts";

/** Every round with its candidates, latest first, each with a family to review, and ready-made choices of sides. */
export function listCandidates(territory: Pick<Territory, "elections" | "candidates" | "results">): CandidatesResponse {
  const families = suggestFamilies(territory);
  const missing = missingRounds(territory);
  return {
    elections: [...territory.elections()].sort(latestFirst).map((election) => ({
      election,
      candidates: territory
        .candidates(election.id)
        .map((candidate) => {
          const suggestion = families.get(candidate.id);
          return {
            ...candidate,
            family: suggestion?.family ?? null,
            familyFrom: suggestion ? { reason: suggestion.reason, source: suggestion.source } : null,
            nameKey: nameKey(candidate.name),
          };
        })
        .sort((a, b) => b.votes - a.votes),
      withoutSecondRound: missing
        .filter(({ electionId }) => electionId === election.id)
        .map(({ reason, winner, stationIndices }) => ({ reason, winner, stations: stationIndices.length })),
    })),
    presets: presets(territory),
  };
}
