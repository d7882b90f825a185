import type { ScoredTerritory } from "../../geodata/scoring/score-model.ts";
import { rankStations, type StationRanking } from "../../geodata/scoring/score-stations.ts";
import { averageStation } from "../contract/average-station.ts";
import type { JudgedScore } from "../contract/back-test.ts";
import type { CampChoice } from "../contract/scores.ts";
import type { StationScoreAnswer } from "../contract/station-score.ts";

export interface KeptRanking {
  readonly ranking: StationRanking;
  /** Made when it is first asked for: reading the parts of a whole country takes a second. */
  average(score: JudgedScore): StationScoreAnswer["averages"][JudgedScore];
}

const kept = new WeakMap<ScoredTerritory, { readonly key: string; readonly ranking: KeptRanking }>();

/** The scores of a choice. The last of each opened territory stay: whoever opens a station has just seen them. */
export function keptRanking(territory: ScoredTerritory, choice: CampChoice): KeptRanking {
  const key = JSON.stringify([choice.sides, choice.assumptions, choice.name]);
  const known = kept.get(territory);
  if (known?.key === key) return known.ranking;
  const ranking = rankStations(territory, choice);
  const averages = new Map<JudgedScore, ReturnType<KeptRanking["average"]>>();
  const made: KeptRanking = {
    ranking,
    average: (score) => {
      const average = averages.get(score);
      if (average !== undefined) return average;
      const own = averageStation(parted(ranking), score);
      averages.set(score, own);
      return own;
    },
  };
  kept.set(territory, { key, ranking: made });
  return made;
}

function* parted({ stations, partsOf }: StationRanking) {
  for (const station of stations) yield { ...station, parts: partsOf(station.stationIndex) };
}
