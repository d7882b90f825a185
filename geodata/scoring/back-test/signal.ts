import type { JudgedScore, Signal } from "../../../server/contract/back-test.ts";
import { englishNumber, frenchNumber } from "../../numbers/written-number.ts";

/** A fair back-test as the gate needs it, latest first. */
export interface JudgedTarget {
  readonly target: string;
  readonly rankCorrelation: number | null;
}

/** How many of the latest back-tests are asked. */
const ASKED = 2;
/** Below this mean rank correlation the map shows no colours. */
export const NO_SIGNAL = 0.2;
/** From this on the order of the stations can be relied on. */
const RELIABLE = 0.5;

/** Whether the latest back-tests of a camp let anybody trust the order of the stations, and what to say of it. */
export function signalOf(score: JudgedScore, judged: readonly JudgedTarget[]): Signal {
  const asked = judged.slice(0, ASKED).filter(({ rankCorrelation }) => rankCorrelation !== null);
  const targets = asked.map(({ target }) => target);
  if (asked.length === 0) return { level: "untested", rankCorrelation: null, targets, sentence: UNTESTED };
  const mean = asked.reduce((sum, { rankCorrelation }) => sum + (rankCorrelation ?? 0), 0) / asked.length;
  const level = mean < NO_SIGNAL ? "none" : mean < RELIABLE ? "weak" : "reliable";
  return { level, rankCorrelation: mean, targets, sentence: sentence(score, level, mean, asked.length) };
}

const NAMES: Readonly<Record<JudgedScore, { readonly fr: string; readonly en: string }>> = {
  mobilisation: { fr: "la mobilisation", en: "mobilisation" },
  persuasion: { fr: "la persuasion", en: "persuasion" },
};

function sentence(
  score: JudgedScore,
  level: "reliable" | "weak" | "none",
  mean: number,
  count: number,
): Signal["sentence"] {
  const fr = frenchNumber(mean, 2);
  const en = englishNumber(mean, 2);
  const elections = {
    fr: count === 1 ? "à la dernière élection comparable" : "aux deux dernières élections comparables",
    en: count === 1 ? "at the last comparable election" : "at the last two comparable elections",
  };
  const name = NAMES[score];
  if (level === "none") {
    return {
      fr: `Pas de signal fiable : ${elections.fr}, ${name.fr} n’aurait pas annoncé où votre camp progresse (corrélation de rang ${fr}). La carte ne la montre pas.`,
      en: `No reliable signal: ${elections.en}, ${name.en} would not have told where your camp gained (rank correlation ${en}). The map does not show it.`,
    };
  }
  if (level === "weak") {
    return {
      fr: `Signal faible : ${elections.fr}, ${name.fr} aurait classé les bureaux un peu mieux que le hasard (corrélation de rang ${fr}).`,
      en: `Weak signal: ${elections.en}, ${name.en} would have ordered the stations somewhat better than chance (rank correlation ${en}).`,
    };
  }
  return {
    fr: `Signal fiable : ${elections.fr}, ${name.fr} aurait bien classé les bureaux (corrélation de rang ${fr}).`,
    en: `Reliable signal: ${elections.en}, ${name.en} would have ordered the stations well (rank correlation ${en}).`,
  };
}

const UNTESTED: Signal["sentence"] = {
  fr: "Pas d’élection passée à laquelle éprouver ce score : il repose sur une formule éprouvée ailleurs.",
  en: "No past election to test this score against: it rests on a formula that was tested elsewhere.",
};
