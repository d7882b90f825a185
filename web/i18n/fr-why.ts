import { frenchPlural as plural } from "./plural.ts";

/** Shares and election names of the sentences on a station, written for the reader. */
export interface ToldShares {
  readonly here: string;
  readonly mean: string;
}

/** Words of why a station is where it is. */
export const frWhy = {
  heading: "Pourquoi ce bureau est-il là ?",
  at: {
    presidential: (year: number) => `à la présidentielle ${year}`,
    legislative: (year: number) => `aux législatives ${year}`,
    european: (year: number) => `aux européennes ${year}`,
    municipal: (year: number) => `aux municipales ${year}`,
    regional: (year: number) => `aux régionales ${year}`,
    departmental: (year: number) => `aux départementales ${year}`,
    referendum: (year: number) => `au référendum de ${year}`,
  },
  intermittent: ({ here, mean }: ToldShares, high: string, low: string) =>
    `Ici ${here} des inscrits votent ${high} mais pas ${low} (${mean} en moyenne)`,
  fewerVoted: (low: string, high: string, { here, mean }: ToldShares) =>
    `Ici l’on n’a pas voté davantage ${high} que ${low} (${here} des inscrits en plus, ${mean} en moyenne)`,
  abstained: ({ here, mean }: ToldShares, high: string) =>
    `Ici ${here} des inscrits se sont abstenus ${high} (${mean} en moyenne)`,
  leaning: (before: string, { here, mean }: ToldShares) =>
    `${before}, et ceux qui votent choisissent votre camp à ${here} (${mean}).`,
  near: ({ here, mean }: ToldShares, latest: string) =>
    `Ici ${here} des inscrits ont voté ${latest} pour un candidat proche (${mean} en moyenne).`,
  lapsed: ({ here, mean }: ToldShares, latest: string) =>
    `${capital(latest)}, votre camp y a perdu ${here} des inscrits par rapport aux élections d’avant, à participation égale (${mean} en moyenne).`,
  regained: ({ here, mean }: ToldShares, latest: string) =>
    `${capital(latest)}, votre camp y a gagné ${here} des inscrits par rapport aux élections d’avant, à participation égale (${mean} en moyenne).`,
  lost: (share: string) => `${share} perdus`,
  gained: (share: string) => `${share} gagnés`,
  factor: {
    intermittent: "la part d’intermittents",
    leaning: "le penchant des votants",
    drift: "l’écart de vos voix entre les deux scrutins",
    near: "les voix des candidats proches",
    neutral: "les voix des candidats neutres",
    lapsed: "les électeurs partis",
    other: "le reste du calcul",
  },
  row: {
    intermittent: "Intermittents",
    leaning: "Penchant pour votre camp",
    drift: "Écart de vos voix",
    near: "Voix proches",
    neutral: "Voix neutres",
    lapsed: "Électeurs partis (gagnés : −)",
    other: "Reste du calcul",
  },
  above: (points: string, value: number) =>
    `Score ${points} ${plural(value, "point", "points")} au-dessus d’un bureau moyen`,
  below: (points: string, value: number) =>
    `Score ${points} ${plural(value, "point", "points")} au-dessous d’un bureau moyen`,
  average: "Score à peu près égal à celui d’un bureau moyen",
  mostly: (factor: string, points: string) => `, surtout par ${factor} (${points})`,
  against: (factor: string, points: string) => ` ; en sens contraire, ${factor} (${points})`,
  cut: (share: string) =>
    `Le calcul donne moins que zéro (${share}) : affiché zéro, c’est pourtant ce nombre qui range le bureau.`,
  chart: "Ce qui élève ou abaisse le score, en points d’inscrits, par rapport à un bureau moyen du territoire",
  hereAndMean: ({ here, mean }: ToldShares) => `${here} ici, ${mean} en moyenne`,
  numbers: "Les nombres du calcul",
};

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
