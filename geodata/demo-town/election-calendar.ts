/** Someone who stands in the town's elections. Names are plainly made up: no living person bears them. */
export interface Contender {
  readonly firstName: string;
  readonly lastName: string;
  readonly sex: "F" | "M";
  /** Nuance as the Ministry of the Interior writes them. */
  readonly nuance: string;
  /** Name of the list, in elections by list. */
  readonly list: string | null;
  readonly camp: Camp;
  /** Strength in the town as a whole, in logits. */
  readonly strength: number;
}

export type Camp = "far-left" | "left" | "ecologist" | "centre" | "right" | "far-right" | "local";

export interface ElectionSpec {
  /** As data.gouv.fr writes it, without the round: "2024_legi". */
  readonly id: string;
  readonly year: number;
  /** Share of registered voters who vote in the first round, and in the second; null when there is no second. */
  readonly turnout: readonly [first: number, second: number | null];
  /** How many go on to the second round. */
  readonly finalists: number;
  readonly contenders: readonly Contender[];
}

/** How each camp's vote leans: by income, by nearness to the centre, by social housing. */
export const CAMP_LEANINGS: Readonly<
  Record<
    Camp,
    { readonly wealth: number; readonly centrality: number; readonly socialHousing: number; readonly place: number }
  >
> = {
  "far-left": { wealth: -0.25, centrality: 0.2, socialHousing: 0.45, place: -1 },
  left: { wealth: -0.32, centrality: 0.5, socialHousing: 0.85, place: -0.6 },
  ecologist: { wealth: 0.22, centrality: 0.7, socialHousing: -0.2, place: -0.4 },
  centre: { wealth: 0.36, centrality: 0.1, socialHousing: -0.3, place: 0.1 },
  right: { wealth: 0.4, centrality: -0.1, socialHousing: -0.5, place: 0.5 },
  "far-right": { wealth: -0.34, centrality: -0.65, socialHousing: 0.05, place: 1 },
  local: { wealth: 0, centrality: -0.2, socialHousing: 0, place: 0.1 },
};

type Row = readonly [
  firstName: string,
  lastName: string,
  sex: "F" | "M",
  nuance: string,
  camp: Camp,
  strength: number,
  list?: string,
];
const contenders = (rows: readonly Row[]): readonly Contender[] =>
  rows.map(([firstName, lastName, sex, nuance, camp, strength, list]) => ({
    firstName,
    lastName,
    sex,
    nuance,
    list: list ?? null,
    camp,
    strength,
  }));

// biome-ignore format: one contender a line
export const ELECTIONS: readonly ElectionSpec[] = [
  { id: "2017_pres", year: 2017, turnout: [0.77, 0.73], finalists: 2, contenders: contenders([
    ["Camille", "EXEMPLE", "F", "FI", "left", 0.35],
    ["Dominique", "FICTIF", "M", "SOC", "left", -0.95],
    ["Claude", "IMAGINAIRE", "F", "REM", "centre", 0.5],
    ["Alix", "SPÉCIMEN", "M", "LR", "right", 0.3],
    ["Maxime", "CHIMÈRE", "M", "FN", "far-right", 0.45],
    ["Charlie", "MODÈLE", "F", "EXG", "far-left", -2],
    ["Sacha", "LÉGENDE", "M", "DLF", "right", -1.1],
    ["Lou", "MIRAGE", "F", "DIV", "local", -2.3],
  ]) },
  { id: "2020_muni", year: 2020, turnout: [0.45, 0.42], finalists: 3, contenders: contenders([
    ["Andréa", "CONTE", "F", "LDVG", "left", 0.35, "Valbrune en commun"],
    ["Eden", "BROUILLON", "M", "LVEC", "ecologist", -0.1, "L'Orvelle respire"],
    ["Sam", "ESQUISSE", "M", "LREM", "centre", -0.3, "Un cap pour Valbrune"],
    ["Noa", "FABLE", "F", "LDVD", "right", 0.6, "Valbrune avant tout"],
    ["Morgan", "SONGE", "M", "LRN", "far-right", -0.35, "Rassembler les Valbrunois"],
  ]) },
  { id: "2022_pres", year: 2022, turnout: [0.74, 0.71], finalists: 2, contenders: contenders([
    ["Camille", "EXEMPLE", "F", "FI", "left", 0.5],
    ["Ariel", "PROTOTYPE", "F", "ECO", "ecologist", -1],
    ["Dominique", "FICTIF", "M", "COM", "left", -1.5],
    ["Claude", "IMAGINAIRE", "F", "REM", "centre", 0.65],
    ["Alix", "SPÉCIMEN", "M", "LR", "right", -0.7],
    ["Maxime", "CHIMÈRE", "M", "RN", "far-right", 0.6],
    ["Stéphane", "HYPOTHÈSE", "M", "REC", "far-right", -0.9],
    ["Charlie", "MODÈLE", "F", "EXG", "far-left", -2.2],
    ["Lou", "MIRAGE", "F", "DIV", "local", -1.2],
  ]) },
  { id: "2024_euro", year: 2024, turnout: [0.51, null], finalists: 0, contenders: contenders([
    ["Pascale", "GABARIT", "F", "LFI", "left", -0.15, "La liste du Devoir commun"],
    ["Yaël", "CANEVAS", "M", "LUG", "left", 0.15, "Réveiller l'Orvelle"],
    ["Ariel", "PROTOTYPE", "F", "LVEC", "ecologist", -0.75, "L'Europe des rivières"],
    ["Joëlle", "MAQUETTE", "F", "LENS", "centre", 0.1, "Besoin d'horizon"],
    ["Frédérique", "ÉBAUCHE", "M", "LLR", "right", -0.45, "La droite des collines"],
    ["Morgan", "SONGE", "M", "LRN", "far-right", 0.95, "Le grand retour"],
    ["Stéphane", "HYPOTHÈSE", "M", "LREC", "far-right", -1.2, "La fière Europe"],
    ["Charlie", "MODÈLE", "F", "LEXG", "far-left", -2.1, "Le camp de l'exemple"],
    ["Lou", "MIRAGE", "F", "LDIV", "local", -1.6, "Nos terres d'abord"],
  ]) },
  { id: "2024_legi", year: 2024, turnout: [0.67, 0.665], finalists: 3, contenders: contenders([
    ["Andréa", "CONTE", "F", "UG", "left", 0.85],
    ["Sam", "ESQUISSE", "M", "ENS", "centre", 0.25],
    ["Noa", "FABLE", "F", "LR", "right", -0.35],
    ["Morgan", "SONGE", "M", "RN", "far-right", 0.5],
    ["Charlie", "MODÈLE", "F", "EXG", "far-left", -2.3],
    ["Lou", "MIRAGE", "F", "DIV", "local", -2],
  ]) },
];
