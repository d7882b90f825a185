import type { AverageStation } from "./average-station.ts";
import type { JudgedScore } from "./back-test.ts";
import type { CampChoice, StationScore } from "./scores.ts";

export interface StationScoreRequest {
  readonly stationId: string;
  readonly choice: CampChoice;
}

/** POST /api/territories/:name/stations/:stationId/score: what a station's score is made from. */
export interface StationScoreAnswer {
  /** Null for a station without a score. */
  readonly score: StationScore | null;
  /** What it is held against; null where no station has parts of that score. */
  readonly averages: Readonly<Record<JudgedScore, AverageStation | null>>;
}
