import type { ScoredTerritory } from "../../geodata/scoring/score-model.ts";
import type { ScoreColumns } from "../contract/score-columns.ts";
import type { CampChoice, Estimate, ScoreReport } from "../contract/scores.ts";
import { keptRanking } from "./kept-ranking.ts";

/** Ten-millionths of a share: a tenth of a voter in the largest stations. */
const STEPS = 1e7;

/** What the map and the list need of every score, and no more. */
export function scoreColumns(territory: ScoredTerritory, choice: CampChoice): ScoreColumns {
  const {
    report: { missing, ...report },
    stations,
  } = keptRanking(territory, choice).ranking;
  const column = (value: (station: (typeof stations)[number]) => number) =>
    stations.map((station) => Math.round(value(station) * STEPS) / STEPS);
  const estimates = (of: (station: (typeof stations)[number]) => Estimate) => ({
    signed: column((station) => of(station).signed),
    halfWidth: column((station) => of(station).halfWidth),
  });
  return {
    report,
    stationIndices: stations.map(({ stationIndex }) => stationIndex),
    stationIds: stations.map(({ stationId }) => stationId),
    registered: stations.map(({ registered }) => registered),
    mobilisation: estimates(({ mobilisation }) => mobilisation),
    persuasion: estimates(({ persuasion }) => persuasion),
    votesPerDoor: column(({ votesPerDoor }) => votesPerDoor),
    votesPerDoorLow: column(({ votesPerDoorRange }) => votesPerDoorRange.low),
    votesPerDoorHigh: column(({ votesPerDoorRange }) => votesPerDoorRange.high),
    matchedShare: column(({ matchedShare }) => matchedShare),
    missing: byReason(missing),
  };
}

function byReason(missing: ScoreReport["missing"]): ScoreColumns["missing"] {
  const groups = new Map<string, { readonly reason: ScoreReport["missing"][number]["reason"]; stationIds: string[] }>();
  for (const { stationId, reason } of missing) {
    const known = groups.get(reason.en);
    if (known === undefined) groups.set(reason.en, { reason, stationIds: [stationId] });
    else known.stationIds.push(stationId);
  }
  return [...groups.values()];
}
