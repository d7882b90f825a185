import type { JudgedScore, Signal } from "../../server/contract/back-test.ts";
import type { Mix, ScoreReport } from "../../server/contract/scores.ts";
import { type Measure, SCORES } from "./workspace-state.ts";

export interface MeasureSignal {
  readonly level: Signal["level"];
  /** Why, one for each score that is not reliable. */
  readonly sentences: readonly Signal["sentence"][];
}

/**
 * Whether past elections let the camp trust a measure. A measure made of both scores has no signal when neither has
 * one, and is weak as soon as one of them is. A score of weight zero does not count.
 */
export function measureSignal(
  report: Pick<ScoreReport, "signal" | "assumptions">,
  measure: Measure,
  mix: Mix,
): MeasureSignal {
  const used = scoresOf(measure, mix, report.assumptions).map((score) => report.signal[score]);
  const levels = used.map(({ level }) => level);
  const sentences = used.filter(({ level }) => level !== "reliable").map(({ sentence }) => sentence);
  if (levels.length > 0 && levels.every((level) => level === "none")) return { level: "none", sentences };
  if (levels.some((level) => level === "none" || level === "weak")) return { level: "weak", sentences };
  return { level: levels.includes("untested") ? "untested" : "reliable", sentences };
}

function scoresOf(measure: Measure, mix: Mix, assumptions: ScoreReport["assumptions"]): readonly JudgedScore[] {
  if (measure === "mobilisation" || measure === "persuasion") return [measure];
  const weights =
    measure === "mix"
      ? mix
      : { mobilisation: assumptions.mobilisationEffect, persuasion: assumptions.persuasionEffect };
  return SCORES.filter((score) => weights[score] > 0);
}
