import type {
  BackTest,
  BackTestReport,
  IndexName,
  IndexResult,
  JudgedScore,
  Signal,
} from "../../../server/contract/back-test.ts";
import type { CampChoice } from "../../../server/contract/scores.ts";
import { weightedMean } from "../../numbers/weighted-mean.ts";
import { englishNumber, frenchNumber } from "../../numbers/written-number.ts";
import type { Election } from "../../territory/territory.ts";
import { electionWords } from "../election-words.ts";
import { type ScoredTerritory, type ScoreModel, territoryModel } from "../score-model.ts";
import type { StationGround } from "../station-ground.ts";
import { LEVEL } from "./interval-widths.ts";
import {
  calibrationTenths,
  coverageOf,
  curveOf,
  foretellBlocks,
  judgeIndex,
  type NaiveIndexes,
  type Realised,
  TOP_SHARE,
} from "./judge-index.ts";
import { liftAt } from "./lift.ts";
import { rankCorrelation } from "./rank-correlation.ts";
import { NO_SIGNAL, signalOf } from "./signal.ts";

/** Back-tests of a campaign on every past election of the territory, latest first. */
export function backTests(territory: ScoredTerritory, choice: CampChoice): BackTestReport {
  return backTestReport(territoryModel(territory, choice));
}

export function backTestReport(model: ScoreModel): BackTestReport {
  const { ground } = model;
  return {
    tests: [
      ...model.pastMobilisation.map((past) =>
        judge(
          {
            score: "mobilisation",
            target: past.target.election,
            reference: past.reference.election,
            basis: [past.basis.high, ...(past.basis.low ? [past.basis.low] : [])].map(({ election }) => election.id),
            isFair: past.mobilised,
            values: past.score,
            naive: past.naive,
            realised: past.realised,
          },
          ground,
        ),
      ),
      ...model.pastPersuasion.map((past) =>
        judge(
          {
            score: "persuasion",
            target: past.target.election,
            reference: past.basis.latest.election,
            basis: [past.basis.latest, ...past.basis.earlier].map(({ election }) => election.id),
            isFair: true,
            values: past.score,
            naive: past.naive,
            realised: past.realised,
          },
          ground,
        ),
      ),
    ],
    signal: signals(model),
    census: model.census.trial,
  };
}

/** Whether past elections let the camp trust each score. */
export function signals(model: ScoreModel): Readonly<Record<JudgedScore, Signal>> {
  return {
    mobilisation: signalOf("mobilisation", model.pastMobilisation.filter(({ mobilised }) => mobilised).map(judged)),
    persuasion: signalOf("persuasion", model.pastPersuasion.map(judged)),
  };
}

function judged(past: {
  readonly target: { readonly election: { readonly id: string } };
  readonly score: Float64Array;
  readonly realised: Realised;
}) {
  return { target: past.target.election.id, rankCorrelation: rankCorrelation(past.score, past.realised.gain) };
}

interface Judged {
  readonly score: JudgedScore;
  readonly target: Election;
  readonly reference: Election;
  readonly basis: readonly string[];
  readonly isFair: boolean;
  readonly values: Float64Array;
  readonly naive: NaiveIndexes;
  readonly realised: Realised;
}

function judge(past: Judged, ground: StationGround): BackTest {
  const { realised } = past;
  const { gain, registered } = realised;
  const columns: readonly (readonly [IndexName, Float64Array])[] = [
    ["score", past.values],
    ["lastResult", past.naive.lastResult],
    ["abstentionTimesOwn", past.naive.abstentionTimesOwn],
    ["uniformSwing", past.naive.uniformSwing],
  ];
  const meanGain = weightedMean(gain, registered);
  const indexes = columns.map(([index, values]): IndexResult => {
    const result = judgeIndex(values, realised, ground);
    return {
      index,
      ...result,
      foundShare: meanGain > 0 ? (TOP_SHARE * (result.lift + meanGain)) / meanGain : null,
    };
  });
  const foretold = foretellBlocks(past.values, realised, ground);
  const coverage = coverageOf(foretold, realised, ground, LEVEL);
  const naiveAsGood = bestNaive(indexes);
  return {
    score: past.score,
    target: past.target.id,
    reference: past.reference.id,
    basis: past.basis,
    isFair: past.isFair,
    stations: gain.length,
    meanGain,
    indexes,
    bestLift: liftAt(gain, gain, registered, TOP_SHARE),
    curve: [
      ...columns
        .filter(([index]) => index !== "uniformSwing")
        .map(([index, values]) => ({ index, lifts: curveOf(values, realised).map(({ lift }) => lift) })),
      { index: "oracle" as const, lifts: curveOf(gain, realised).map(({ lift }) => lift) },
    ],
    tenths: calibrationTenths(foretold, realised),
    coverage: coverage && { share: coverage.share, bySize: coverage.bySize },
    naiveAsGood,
    sentence: sentence(past, indexes, naiveAsGood),
  };
}

/** An index that ranks within this much of the score did as well. */
const AS_GOOD = 0.02;

function bestNaive(indexes: readonly IndexResult[]): BackTest["naiveAsGood"] {
  const own = indexes.find(({ index }) => index === "score")?.rankCorrelation ?? 0;
  const [best] = indexes
    .filter(({ index, rankCorrelation }) => index !== "score" && (rankCorrelation ?? -1) >= own - AS_GOOD)
    .sort((a, b) => (b.rankCorrelation ?? 0) - (a.rankCorrelation ?? 0));
  return best && (best.index === "lastResult" || best.index === "abstentionTimesOwn") ? best.index : null;
}

const NAIVE_WORDS = {
  lastResult: { fr: "le dernier résultat", en: "the last result" },
  abstentionTimesOwn: { fr: "l’abstention multipliée par notre part", en: "abstention times our share" },
} as const;

function sentence(
  past: Judged,
  indexes: readonly IndexResult[],
  naiveAsGood: BackTest["naiveAsGood"],
): BackTest["sentence"] {
  const own = indexes.find(({ index }) => index === "score");
  const correlation = own?.rankCorrelation ?? 0;
  const target = electionWords(past.target);
  const fr = frenchNumber(correlation, 2);
  const en = englishNumber(correlation, 2);
  if (naiveAsGood) {
    const name = NAIVE_WORDS[naiveAsGood];
    return {
      fr: `${target.fr} : ${name.fr} aurait fait aussi bien ou mieux que le score (corrélation de rang du score ${fr}).`,
      en: `${target.en}: ${name.en} would have done as well as the score, or better (rank correlation of the score ${en}).`,
    };
  }
  if (correlation < NO_SIGNAL) {
    return {
      fr: `${target.fr} : rien de ce qui précédait n’annonçait où notre camp allait progresser (corrélation de rang ${fr}).`,
      en: `${target.en}: nothing that came before told where our camp would gain (rank correlation ${en}).`,
    };
  }
  return {
    fr: `${target.fr} : le score aurait mieux classé les bureaux que tout indice naïf (corrélation de rang ${fr}).`,
    en: `${target.en}: the score would have ordered the stations better than any naive index (rank correlation ${en}).`,
  };
}
