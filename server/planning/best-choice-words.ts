import type { BestChoice } from "../contract/best-choice.ts";
import type { Language } from "../contract/plan.ts";
import type { Sentence } from "../contract/refusal.ts";

/** What is said of one station: the part that is visited. */
export interface StationFigures {
  readonly doors: number;
  readonly doorSeconds: number;
  readonly walkSeconds: number;
  readonly approachSeconds: number;
  /** Of volunteers, all walks included. */
  readonly hours: number;
}

/** The three things that make a station worth its hours: score, walk from door to door, distance. */
export function stationReason(
  { doors, walkSeconds, approachSeconds }: StationFigures,
  score?: { readonly rank: number; readonly of: number },
): Sentence {
  const walk = Math.round(walkSeconds / Math.max(1, doors));
  const approach = Math.round(approachSeconds / 60);
  const rank = score ? rankOf(score) : { fr: "", en: "" };
  return {
    fr: `${rank.fr}${walk} s de marche par porte, à ${approach} min du départ`,
    en: `${rank.en}${walk} s of walking per door, ${approach} min from the start`,
  };
}

function rankOf({ rank, of }: { readonly rank: number; readonly of: number }): Sentence {
  const ordinal = { fr: rank === 1 ? "1er" : `${rank}e`, en: englishOrdinal(rank) };
  return { fr: `${ordinal.fr} score sur ${of}, `, en: `${ordinal.en} score of ${of}, ` };
}

function englishOrdinal(number: number): string {
  const teens = number % 100 >= 11 && number % 100 <= 13;
  const ending = teens ? "th" : (["th", "st", "nd", "rd"][number % 10] ?? "th");
  return `${number}${ending}`;
}

/** One sentence for the warnings of a plan: which stations, what is expected, and what the alternatives would have given. */
export function bestChoiceSentence(choice: BestChoice, language: Language, total: number): string {
  const { measure, stations, runnersUp, expected } = choice;
  const names = stations.map(({ name }) => name).join(", ");
  const amount = (value: number) => amountOf(value, measure, language);
  const [runnerUp] = runnersUp;
  const spare = spareWords(choice.reserve.map(({ name }) => name));
  if (language === "fr") {
    const parts = [`Ce choix : ${amount(expected.thisChoice)} attendues dans les heures de l’équipe`];
    if (runnerUp)
      parts.push(`avec ${runnerUp.name} au lieu de ${runnerUp.insteadOf} : ${amount(runnerUp.expectedInstead)}`);
    if (expected.byScoreAlone !== null) parts.push(`par score seul : ${amount(expected.byScoreAlone)}`);
    const rule = measure === "votes" ? "par voix attendues" : "par portes, faute de scores,";
    return `Bureaux retenus (${stations.length} sur ${total}), ${rule} à l’heure de bénévole, marche comprise : ${names}.${spare.fr} ${parts.join(" ; ")}.`;
  }
  const parts = [`This choice: ${amount(expected.thisChoice)} expected in the team's hours`];
  if (runnerUp)
    parts.push(`with ${runnerUp.name} instead of ${runnerUp.insteadOf}: ${amount(runnerUp.expectedInstead)}`);
  if (expected.byScoreAlone !== null) parts.push(`by score alone: ${amount(expected.byScoreAlone)}`);
  const rule = measure === "votes" ? "by expected votes" : "by doors, for lack of scores,";
  return `Stations chosen (${stations.length} of ${total}), ${rule} per volunteer-hour including the walk: ${names}.${spare.en} ${parts.join("; ")}.`;
}

function spareWords(names: readonly string[]): Sentence {
  if (names.length === 0) return { fr: "", en: "" };
  return { fr: ` En réserve : ${names.join(", ")}.`, en: ` In reserve: ${names.join(", ")}.` };
}

function amountOf(value: number, measure: BestChoice["measure"], language: Language): string {
  const digits = measure === "votes" ? 2 : 0;
  const number = value.toFixed(digits);
  if (language === "fr") return `${number.replace(".", ",")} ${measure === "votes" ? "voix" : "portes"}`;
  return `${number} ${measure}`;
}
