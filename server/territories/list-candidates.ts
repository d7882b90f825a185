import { latestFirst } from "../../geodata/scoring/election-order.ts";
import { familyOf, presets } from "../../geodata/scoring/families.ts";
import type { Territory } from "../../geodata/territory/territory.ts";
import type { CandidatesResponse } from "../contract/territories.ts";

/** Every round with its candidates, latest first, and ready-made choices of sides. */
export function listCandidates(territory: Pick<Territory, "elections" | "candidates">): CandidatesResponse {
  return {
    elections: [...territory.elections()].sort(latestFirst).map((election) => ({
      election,
      candidates: territory
        .candidates(election.id)
        .map((candidate) => ({ ...candidate, family: familyOf(candidate) }))
        .sort((a, b) => b.votes - a.votes),
    })),
    presets: presets(territory),
  };
}
