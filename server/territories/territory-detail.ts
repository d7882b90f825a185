import type { Territory } from "../../geodata/territory/territory.ts";
import type { TerritoryDetail } from "../contract/territories.ts";

export function territoryDetail(territory: Territory): TerritoryDetail {
  return {
    summary: territory.summary,
    elections: territory
      .elections()
      .map((election) => ({ ...election, candidates: territory.candidates(election.id).length })),
    indicators: territory.indicators(),
    findings: territory.findings(),
  };
}
