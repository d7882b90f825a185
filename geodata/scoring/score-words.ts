import type { Sentence } from "../../server/contract/refusal.ts";
import type { ScorePart } from "../../server/contract/scores.ts";
import { englishNumber, frenchNumber } from "../numbers/written-number.ts";
import type { IntervalWidths } from "./back-test/interval-widths.ts";
import { STANDING_SHARE } from "./election-basis.ts";
import { electionWords } from "./election-words.ts";
import type { ScoreModel } from "./score-model.ts";
import type { Scored } from "./score-stations.ts";

/** The numbers behind a station's mobilisation, in the order of its formula. */
export function mobilisationParts(station: number, { basis, mobilisation }: Scored): readonly ScorePart[] {
  const at = (column: Float64Array) => column[station] ?? Number.NaN;
  const high = electionWords(basis.high.election);
  const parts: ScorePart[] = [
    part("abstention-high", at(mobilisation.abstentionHigh), `Abstention (${high.fr})`, `Abstention (${high.en})`),
    part(
      "ours-of-expressed",
      at(mobilisation.oursOfExpressed),
      `Nos voix parmi les exprimés (${high.fr})`,
      `Our share of votes (${high.en})`,
    ),
  ];
  if (!basis.low || !mobilisation.abstentionLow || !mobilisation.oursLow) return parts;
  const low = electionWords(basis.low.election);
  return [
    part("abstention-low", at(mobilisation.abstentionLow), `Abstention (${low.fr})`, `Abstention (${low.en})`),
    ...parts,
    part("intermittent", at(mobilisation.intermittent), "Électeurs intermittents", "Intermittent voters"),
    part(
      "ours-drift",
      at(mobilisation.oursHigh) - at(mobilisation.oursLow),
      `Écart de nos voix, en part des inscrits (${high.fr} moins ${low.fr})`,
      `Change in our votes, as a share of registered (${high.en} minus ${low.en})`,
    ),
  ];
}

/** The numbers behind a station's persuasion. */
export function persuasionParts(station: number, { persuasionBasis, persuasion }: Scored): readonly ScorePart[] {
  const latest = electionWords(persuasionBasis.latest.election);
  const parts: ScorePart[] = [];
  for (const stance of ["near", "neutral"] as const) {
    if (persuasionBasis.latest.totals[stance] > 0) parts.push(...transferParts(station, stance, persuasion, latest));
  }
  if (persuasion.lapsed) {
    const earlier = persuasionBasis.earlier.map(({ election }) => electionWords(election));
    parts.push(
      part(
        "lapsed",
        persuasion.lapsed[station] ?? 0,
        `Électeurs que nous avions et n'avons plus, en part des inscrits (${earlier.map(({ fr }) => fr).join(" ; ")} → ${latest.fr})`,
        `Voters we had and have no more, as a share of registered (${earlier.map(({ en }) => en).join("; ")} → ${latest.en})`,
      ),
    );
  }
  return parts;
}

/** Votes of one stance, and the share of them that comes over. */
function transferParts(
  station: number,
  stance: keyof typeof TRANSFER_WORDS,
  persuasion: Scored["persuasion"],
  latest: Sentence,
): readonly ScorePart[] {
  const { rateCode, fr, en } = TRANSFER_WORDS[stance];
  return [
    part(
      `${stance}-of-registered`,
      persuasion[stance][station] ?? 0,
      `Voix des candidats ${fr}, en part des inscrits (${latest.fr})`,
      `Votes for ${en} candidates, as a share of registered (${latest.en})`,
    ),
    {
      ...part(
        rateCode,
        persuasion.transfer[stance],
        "Part de ces électeurs qui rejoignent notre camp (même valeur pour tout le territoire)",
        "Share of these voters who come over (one value for the whole territory)",
      ),
      kind: "factor",
    },
  ];
}

const TRANSFER_WORDS = {
  near: { rateCode: "transfer-rate", fr: "proches", en: "near" },
  neutral: { rateCode: "neutral-transfer-rate", fr: "neutres", en: "neutral" },
} as const;

/** What a reader must know to use the scores well. */
export function reportNotes(
  { basis, persuasionBasis, persuasion }: Scored,
  { census, rounds }: ScoreModel,
): readonly Sentence[] {
  const notes: Sentence[] = [
    {
      fr: "Un score est un réservoir de voix, pas une prévision : il sert à classer les bureaux, jamais à additionner un résultat.",
      en: "A score is a reservoir of votes, not a forecast: it ranks stations and never adds up to a result.",
    },
  ];
  if (!basis.low) {
    notes.push({
      fr: "Aucune élection à faible participation à comparer : la mobilisation compte tous les abstentionnistes, même ceux qui ne votent jamais.",
      en: "No election of low turnout to compare with: mobilisation counts every abstainer, even those who never vote.",
    });
  }
  if (persuasionBasis.latest.totals.near === 0) {
    notes.push({
      fr: "Aucun candidat n’est marqué « proche » à la dernière élection : la persuasion ne compte que les électeurs partis. Choisissez-en dans « Camps ».",
      en: "No candidate is marked as near at the latest election: persuasion counts voters who left alone. Choose some under “Camps”.",
    });
  } else if (persuasion.transfer.stations === 0) {
    notes.push({
      fr: "Une seule élection a des candidats proches : la part qui rejoint notre camp est une hypothèse (un électeur sur quatre).",
      en: "Only one election has near candidates: the share who come over is an assumption (one voter in four).",
    });
  }
  notes.push(...absentNotes(basis, rounds), census.trial.sentence);
  return notes;
}

/** Where the width of the intervals comes from. */
export function intervalNote({ elections, stations }: IntervalWidths): Sentence {
  if (elections.length === 0) {
    return {
      fr: `L’intervalle à 80 % a la largeur des écarts mesurés entre les européennes et les législatives de juin 2024 sur ${frenchNumber(stations)} bureaux de France : ce territoire a trop peu d’élections comparables pour les siens.`,
      en: `The 80 % interval is as wide as the gaps measured between the European and legislative elections of June 2024 over ${englishNumber(stations)} stations of France: this territory has too few comparable elections for its own.`,
    };
  }
  return {
    fr: `L’intervalle à 80 % a la largeur des écarts mesurés ici même entre ce qu’annonçait le score et ce qui a suivi, niveau général mis à part (${frenchNumber(stations)} comparaisons, ${elections.length} ${elections.length === 1 ? "élection" : "élections"}).`,
    en: `The 80 % interval is as wide as the gaps measured here between what the score foretold and what followed, the general level set aside (${englishNumber(stations)} comparisons, ${elections.length} ${elections.length === 1 ? "election" : "elections"}).`,
  };
}

/** Rounds later than those compared that are not used: one candidate, or a camp not marked in all constituencies. */
function absentNotes(basis: Scored["basis"], rounds: ScoreModel["rounds"]): readonly Sentence[] {
  const latest = Math.min(rounds.indexOf(basis.high), basis.low ? rounds.indexOf(basis.low) : rounds.length);
  return rounds.slice(0, latest).flatMap(({ election, totals, candidates }) => {
    const words = electionWords(election);
    if (totals.ours > 0 && candidates === 1) {
      return [
        {
          fr: `Élection non utilisée (${words.fr}) : une seule candidature, qui ne dit rien des préférences.`,
          en: `Election not used (${words.en}): a single candidacy, which says nothing of preferences.`,
        },
      ];
    }
    if (totals.ours === 0 || totals.standingShare >= STANDING_SHARE) return [];
    const percent = Math.round(100 * totals.standingShare);
    return [
      {
        fr: `Élection non utilisée (${words.fr}) : aucun candidat « à nous » dans ${100 - percent} % des bureaux. S’il y en avait un, marquez-le dans « Camps ».`,
        en: `Election not used (${words.en}): no candidate marked as ours in ${100 - percent} % of the stations. If there was one, mark it under “Camps”.`,
      },
    ];
  });
}

export const NO_BASIS = {
  fr: "Aucun candidat « à nous » n’a de voix dans les résultats de ce territoire. Choisissez vos candidats dans « Camps ».",
  en: "No candidate marked as ours has votes in this territory's results. Choose your candidates under “Camps”.",
};
export const NO_RESULT = {
  fr: "Pas de résultat utilisable pour ce bureau aux élections comparées.",
  en: "No usable result for this station at the elections compared.",
};
export const TOO_SMALL = {
  fr: "Moins de 150 inscrits : trop peu pour publier une part.",
  en: "Fewer than 150 registered voters: too few to publish a share.",
};

function part(code: string, value: number, fr: string, en: string): ScorePart {
  return { code, label: { fr, en }, value, kind: "share" };
}
