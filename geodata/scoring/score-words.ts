import type { ScorePart } from "../../server/contract/scores.ts";
import type { Election, ElectionType } from "../territory/territory.ts";
import type { ElectionBasis } from "./election-basis.ts";
import type { StationMeasure } from "./score-stations.ts";
import type { TransferRate } from "./transfer-rate.ts";

interface Sentence {
  readonly fr: string;
  readonly en: string;
}

const TYPE_WORDS: Readonly<Record<ElectionType, Sentence>> = {
  presidential: { fr: "présidentielle", en: "presidential" },
  legislative: { fr: "législatives", en: "legislative" },
  european: { fr: "européennes", en: "European" },
  municipal: { fr: "municipales", en: "municipal" },
  regional: { fr: "régionales", en: "regional" },
  departmental: { fr: "départementales", en: "departmental" },
  referendum: { fr: "référendum", en: "referendum" },
};

/** "européennes 2024, 1er tour" / "European 2024, round 1". */
export function electionWords({ type, year, round }: Election): Sentence {
  const words = TYPE_WORDS[type];
  return { fr: `${words.fr} ${year}, ${round === 1 ? "1er" : "2e"} tour`, en: `${words.en} ${year}, round ${round}` };
}

/** The numbers behind a station's mobilisation, in the order of its formula. */
export function mobilisationParts(measure: StationMeasure, basis: ElectionBasis): readonly ScorePart[] {
  const high = electionWords(basis.high.election);
  const parts: ScorePart[] = [
    part("abstention-high", measure.abstentionHigh, `Abstention (${high.fr})`, `Abstention (${high.en})`),
    part(
      "ours-of-expressed",
      measure.oursOfExpressed,
      `Nos voix parmi les exprimés (${high.fr})`,
      `Our share of votes (${high.en})`,
    ),
  ];
  if (!basis.low) return parts;
  const low = electionWords(basis.low.election);
  return [
    part("abstention-low", measure.abstentionLow, `Abstention (${low.fr})`, `Abstention (${low.en})`),
    ...parts,
    part("intermittent", measure.intermittent, "Électeurs intermittents", "Intermittent voters"),
    part(
      "ours-drift",
      measure.oursHigh - measure.oursLow,
      `Écart de nos voix, en part des inscrits (${high.fr} moins ${low.fr})`,
      `Change in our votes, as a share of registered (${high.en} minus ${low.en})`,
    ),
  ];
}

/** The numbers behind a station's persuasion. */
export function persuasionParts(measure: StationMeasure, transfer: TransferRate): readonly ScorePart[] {
  return [
    part(
      "near-of-registered",
      measure.nearShare,
      "Voix des candidats proches, en part des inscrits",
      "Votes for near candidates, as a share of registered",
    ),
    {
      ...part(
        "transfer-rate",
        transfer.rate,
        "Part de ces électeurs qui rejoignent notre camp (même valeur pour tout le territoire)",
        "Share of these voters who come over (one value for the whole territory)",
      ),
      kind: "factor",
    },
  ];
}

/** What a reader must know to use the scores well. */
export function reportNotes(basis: ElectionBasis, transfer: TransferRate | null): readonly Sentence[] {
  const notes: Sentence[] = [
    {
      fr: "Un score est un réservoir de voix, pas une prévision : il sert à classer les bureaux, jamais à additionner un résultat.",
      en: "A score is a reservoir of votes, not a forecast: it ranks stations and never adds up to a result.",
    },
  ];
  if (!basis.low) {
    notes.push({
      fr: "Aucune élection à faible participation à comparer : la mobilisation compte tous les abstentionnistes, même ceux qui ne votent jamais.",
      en: "No election of low turnout to compare with: mobilisation counts every abstainer, even those who never vote.",
    });
  }
  if (!transfer) {
    notes.push({
      fr: "Aucun candidat n'est marqué « proche » : la persuasion est nulle partout. Choisissez-en dans « Camps ».",
      en: "No candidate is marked as near: persuasion is zero everywhere. Choose some under “Camps”.",
    });
  } else if (transfer.stations === 0) {
    notes.push({
      fr: "Une seule élection a des candidats proches : la part qui rejoint notre camp est une hypothèse (un électeur sur quatre).",
      en: "Only one election has near candidates: the share who come over is an assumption (one voter in four).",
    });
  }
  notes.push({
    fr: "L'intervalle à 80 % de la mobilisation vient des écarts mesurés entre les européennes et les législatives de juin 2024 sur 57 047 bureaux.",
    en: "The 80 % interval of mobilisation comes from the gaps measured between the European and legislative elections of June 2024 over 57,047 stations.",
  });
  return notes;
}

function part(code: string, value: number, fr: string, en: string): ScorePart {
  return { code, label: { fr, en }, value, kind: "share" };
}
