import { latestFirst } from "../../geodata/scoring/election-order.ts";
import { type FamilySuggestion, nameKey } from "../../geodata/scoring/families.ts";
import { missingRounds } from "../../geodata/scoring/missing-rounds.ts";
import { presets } from "../../geodata/scoring/presets.ts";
import { suggestFamilies } from "../../geodata/scoring/suggest-families.ts";
import type { Territory } from "../../geodata/territory/territory.ts";
import type { CandidatesResponse } from "../contract/territories.ts";

/** Every round with its candidates, latest first, each with a family to review, and ready-made choices of sides. */
export function listCandidates(
  territory: Pick<Territory, "stations" | "elections" | "candidates" | "results">,
): CandidatesResponse {
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
            familyFrom: suggestion === undefined ? null : evidence(suggestion),
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

function evidence({ reason, source, share }: FamilySuggestion) {
  return share === undefined ? { reason, source } : { reason, source, share };
}
