import type { Factor } from "../../../server/contract/average-station.ts";
import type { JudgedScore } from "../../../server/contract/back-test.ts";
import type { ScoreReport } from "../../../server/contract/scores.ts";
import type { Election } from "../../../server/contract/territories.ts";
import type { Formats } from "../../i18n/formats.ts";
import type { Translate } from "../../i18n/language.tsx";
import type { Contribution, StationReasons } from "../../workspace/why-station.ts";

export interface ReasonWords {
  readonly t: Translate;
  readonly formats: Formats;
  readonly elections: readonly Pick<Election, "id" | "type" | "year">[];
}

/** Below this, as a share of registered voters, a difference is not worth a word: it would be written 0,0. */
const LEAST_TOLD = 0.0005;

/**
 * Why a station is where it is, in two or three sentences: its parts beside those of the average station, then what
 * lifts or lowers its score most.
 */
export function reasonSentences(
  score: JudgedScore,
  reasons: StationReasons,
  basis: ScoreReport["basis"],
  words: ReasonWords,
): readonly string[] {
  const parts =
    score === "mobilisation" ? mobilisationParts(reasons, basis, words) : persuasionParts(reasons, basis, words);
  return [...parts, balance(reasons, words)];
}

function mobilisationParts(
  reasons: StationReasons,
  basis: ScoreReport["basis"],
  words: ReasonWords,
): readonly string[] {
  const { t } = words;
  const intermittent = told(reasons, "intermittent", words);
  const leaning = told(reasons, "leaning", words);
  if (intermittent === null || leaning === null || basis.high === null) return [];
  const high = at(basis.high, words);
  const low = basis.low === null ? null : at(basis.low, words);
  const before =
    low === null
      ? t("why.abstained", intermittent, high)
      : intermittent.value < 0
        ? t("why.fewerVoted", low, high, intermittent)
        : t("why.intermittent", intermittent, high, low);
  return [t("why.leaning", before, leaning)];
}

function persuasionParts(reasons: StationReasons, basis: ScoreReport["basis"], words: ReasonWords): readonly string[] {
  const { t, formats } = words;
  const [latestId] = basis.persuasion;
  if (latestId === undefined) return [];
  const latest = at(latestId, words);
  const near = told(reasons, "near", words);
  const lapsed = find(reasons, "lapsed");
  const sentences = near === null ? [] : [t("why.near", near, latest)];
  if (lapsed !== undefined && lapsed.here !== null && lapsed.mean !== null) {
    const share = (value: number) => formats.share(Math.abs(value));
    const isLost = lapsed.here > 0;
    const sameWay = isLost === lapsed.mean > 0;
    const mean = sameWay ? share(lapsed.mean) : t(lapsed.mean > 0 ? "why.lost" : "why.gained", share(lapsed.mean));
    sentences.push(t(isLost ? "why.lapsed" : "why.regained", { here: share(lapsed.here), mean }, latest));
  }
  return sentences;
}

/** How far from the average station, by which part most, and which part goes the other way. */
function balance({ contributions, total }: StationReasons, { t, formats }: ReasonWords): string {
  const points = Math.abs(total) * 100;
  const whole =
    Math.abs(total) < LEAST_TOLD
      ? t("why.average")
      : t(total > 0 ? "why.above" : "why.below", formats.decimal(points), Number(points.toFixed(1)));
  const strongest = (isSame: boolean) =>
    contributions
      .filter(({ added }) => Math.abs(added) >= LEAST_TOLD && added > 0 === (isSame ? total > 0 : total <= 0))
      .toSorted((a, b) => Math.abs(b.added) - Math.abs(a.added))[0];
  const [most, against] = [strongest(true), strongest(false)];
  const word = (key: "why.mostly" | "why.against", one: Contribution | undefined) =>
    one === undefined ? "" : t(key, t(`why.factor.${one.factor}`), formats.points(one.added));
  return `${whole}${word("why.mostly", most)}${word("why.against", against)}.`;
}

function find({ contributions }: StationReasons, factor: Factor): Contribution | undefined {
  return contributions.find((one) => one.factor === factor);
}

/** A part here and on average, written as whole per cents unless that hides the difference. */
export function told(reasons: StationReasons, factor: Factor, { formats }: Pick<ReasonWords, "formats">) {
  const part = find(reasons, factor);
  if (part === undefined || part.here === null || part.mean === null) return null;
  const { here, mean } = part;
  const digits = Math.abs(here) < 0.1 || formats.share(here, 0) === formats.share(mean, 0) ? 1 : 0;
  return { value: here, here: formats.share(here, digits), mean: formats.share(mean, digits) };
}

/** "aux européennes 2024"; an election that is not known keeps its id. */
function at(electionId: string, { t, elections }: ReasonWords): string {
  const election = elections.find(({ id }) => id === electionId);
  return election === undefined ? electionId : t(`why.at.${election.type}`, election.year);
}
