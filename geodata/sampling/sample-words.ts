import type { Sentence } from "../../server/contract/refusal.ts";
import type { SampleReport } from "../../server/contract/sample.ts";
import { englishNumber, frenchNumber } from "../numbers/written-number.ts";

/** Beyond this a margin is worth a word. */
const NOTABLE_GAP = 0.1;
const WELL_KNOWN = 0.999;

/** What to know before anyone relies on the sample. */
export function sampleNotes(report: Omit<SampleReport, "notes">, reachGap: number): readonly Sentence[] {
  const notes: Sentence[] = [
    howDrawn(report),
    report.reference === "territory" ? OTHERS : otherPopulation(report.reference),
  ];
  if (reachGap > NOTABLE_GAP) {
    notes.push({
      fr: `La référence est hors de portée : même pondérés de 0,3 à 3, les bureaux du territoire en restent à ${frenchNumber(reachGap, 2)} écart-type.`,
      en: `The reference is out of reach: even weighted from 0.3 to 3, the stations of this territory stay ${englishNumber(reachGap, 2)} standard deviations away.`,
    });
  }
  const partly = report.margins.filter(({ knownShare }) => knownShare < WELL_KNOWN);
  if (partly.length > 0) {
    const lowest = Math.floor(100 * Math.min(...partly.map(({ knownShare }) => knownShare)));
    notes.push({
      fr: `${partly.length} marge(s) ne sont pas connues partout (au moins ${lowest} % des inscrits) : un bureau sans valeur n’y compte pas, et jamais pour zéro.`,
      en: `${partly.length} margin(s) are not known everywhere (at least ${lowest} % of registered voters): a station without a value counts for nothing there, and never as zero.`,
    });
  }
  const isStretched = (report.expected.design?.mean ?? report.largestGap.before) > NOTABLE_GAP;
  if (isStretched && report.margins.length >= report.request.count) {
    notes.push({
      fr: `${report.margins.length} marges pour ${report.request.count} bureaux : les dernières ne peuvent guère être tenues. Demandez moins de marges, ou plus de bureaux.`,
      en: `${report.margins.length} margins for ${report.request.count} stations: the last ones can hardly be kept. Ask for fewer margins or more stations.`,
    });
  }
  if (report.excluded.length > 0) {
    notes.push({
      fr: `${report.excluded.length} bureau(x) sans inscrits connus n’ont pas pu être choisis.`,
      en: `${report.excluded.length} station(s) without known registered voters could not be chosen.`,
    });
  }
  return [...notes, SPARES, DOORS];
}

function howDrawn({ design, reference }: Pick<SampleReport, "design" | "reference">): Sentence {
  const proportion =
    reference === "territory"
      ? { fr: "à proportion de ses inscrits", en: "in proportion to its registered voters" }
      : {
          fr: "à proportion de ses inscrits, corrigés vers la référence",
          en: "in proportion to its registered voters, corrected towards the reference",
        };
  if (design.method === "cube") {
    return {
      fr: `Tirage équilibré par la méthode du cube : chaque bureau sort ${proportion.fr}.`,
      en: `Balanced draw by the cube method: each station comes up ${proportion.en}.`,
    };
  }
  return {
    fr: `Tirage parmi ${design.draws} échantillons équilibrés, avec des chances telles que chaque bureau sort ${proportion.fr}. Ce qui est perdu : la plupart des paires de bureaux ne sortent jamais ensemble, et la variance ne s’estime pas sur un seul tirage sans modèle.`,
    en: `Drawn among ${design.draws} balanced samples, by chances with which each station comes up ${proportion.en}. What is lost: most pairs of stations never come up together, and the variance cannot be estimated from one draw without a model.`,
  };
}

const OTHERS: Sentence = {
  fr: "L’échantillon ressemble aux inscrits de ce territoire, non à ceux du pays.",
  en: "The sample resembles the registered voters of this territory, not those of the country.",
};
const SPARES: Sentence = {
  fr: "Les remplaçants sont choisis pour l’équilibre, non tirés au sort : chaque remplacement entame le hasard du tirage.",
  en: "Spares are chosen for balance, not drawn: each replacement takes something from the randomness of the draw.",
};
const DOORS: Sentence = {
  fr: "Des lieux représentatifs ne font pas des réponses représentatives : qui ouvre sa porte n’est pas choisi.",
  en: "Representative places do not make representative answers: who opens the door is not chosen.",
};

function otherPopulation(name: string): Sentence {
  return {
    fr: `L’échantillon doit ressembler à la population de ${name}, sur ces marges seulement : les bureaux qui lui ressemblent ont plus de chances de sortir.`,
    en: `The sample is to resemble the population of ${name}, on these margins alone: stations that are like it are more likely to come up.`,
  };
}
