import type { Territory } from "../../geodata/territory/territory.ts";
import type { StationScoreAnswer, StationScoreRequest } from "../contract/station-score.ts";
import { findStation } from "../territories/find-station.ts";
import { keptRanking } from "./kept-ranking.ts";

/** What the score of one station is made from, beside the average station. Throws Refusal "nothing-found". */
export function stationScore(territory: Territory, { stationId, choice }: StationScoreRequest): StationScoreAnswer {
  const { index } = findStation(territory, stationId);
  const { ranking, average } = keptRanking(territory, choice);
  const own = ranking.stations.find(({ stationIndex }) => stationIndex === index);
  return {
    score: own === undefined ? null : { ...own, parts: ranking.partsOf(index) },
    averages: { mobilisation: average("mobilisation"), persuasion: average("persuasion") },
  };
}
