import type { Indicator } from "../territory/territory.ts";

/** Titles of columns that describe the area or the quality of the row, and measure nothing. */
const DESCRIPTIONS =
  /^(IRIS|.*_IRIS|.*IRIS|REG|DEP|UU\d{4}|COM|LIBCOM|NOM_COM|TRIRIS|GRD_QUART|LAB.*|LIB.*|TYP_.*|MODIF_.*|ARM|DISP_INCERT\d*|DISP_NOTE\d*|DEC_INCERT\d*|DEC_NOTE\d*)$/i;

/** Whether a column names or qualifies the area instead of measuring something there. */
export function isDescription(title: string): boolean {
  return DESCRIPTIONS.test(title);
}

type Known = readonly [kind: Indicator["kind"], fr: string, en: string];

/**
 * Columns of Filosofi ("revenu disponible", per consumption unit), without the two digits of their year. Labels after
 * Insee's own dictionary of variables.
 */
const FILOSOFI: Readonly<Record<string, Known>> = {
  TP60: ["share", "Taux de pauvreté au seuil de 60 % (%)", "Poverty rate, 60 % threshold (%)"],
  Q1: ["median", "Niveau de vie, 1er quartile (€)", "Living standard, first quartile (€)"],
  MED: ["median", "Niveau de vie médian (€)", "Median living standard (€)"],
  Q3: ["median", "Niveau de vie, 3e quartile (€)", "Living standard, third quartile (€)"],
  EQ: ["share", "Écart interquartile rapporté à la médiane", "Interquartile range over the median"],
  RD: ["share", "Rapport interdécile D9/D1", "Decile ratio D9/D1"],
  S80S20: ["share", "Rapport S80/S20", "S80/S20 ratio"],
  GI: ["share", "Indice de Gini", "Gini index"],
  PACT: ["share", "Part des revenus d'activité (%)", "Income from work (%)"],
  PTSA: ["share", "Part des salaires et traitements (%)", "Wages and salaries (%)"],
  PCHO: ["share", "Part des indemnités de chômage (%)", "Unemployment benefits (%)"],
  PBEN: ["share", "Part des revenus d'activités non salariées (%)", "Self-employment income (%)"],
  PPEN: ["share", "Part des pensions, retraites et rentes (%)", "Pensions and annuities (%)"],
  PPAT: ["share", "Part des revenus du patrimoine et autres (%)", "Property and other income (%)"],
  PPSOC: ["share", "Part des prestations sociales (%)", "Social benefits (%)"],
  PPFAM: ["share", "Part des prestations familiales (%)", "Family benefits (%)"],
  PPMINI: ["share", "Part des minima sociaux (%)", "Minimum social benefits (%)"],
  PPLOGT: ["share", "Part des prestations logement (%)", "Housing benefits (%)"],
  PIMPOT: ["share", "Part des impôts (%)", "Taxes (%)"],
};

/** Columns of the census files ("P" main, "C" complementary exploitation), without letter and year. */
const CENSUS: Readonly<Record<string, readonly [fr: string, en: string]>> = {
  POP: ["Population", "Population"],
  POP0014: ["Moins de 15 ans", "Under 15"],
  POP1529: ["De 15 à 29 ans", "Aged 15 to 29"],
  POP3044: ["De 30 à 44 ans", "Aged 30 to 44"],
  POP4559: ["De 45 à 59 ans", "Aged 45 to 59"],
  POP6074: ["De 60 à 74 ans", "Aged 60 to 74"],
  POP75P: ["75 ans ou plus", "Aged 75 or over"],
  POP0019: ["Moins de 20 ans", "Under 20"],
  POP2064: ["De 20 à 64 ans", "Aged 20 to 64"],
  POP65P: ["65 ans ou plus", "Aged 65 or over"],
  POP15P: ["Population de 15 ans ou plus", "Population aged 15 or over"],
  POP15P_CS1: ["15 ans ou plus, agriculteurs exploitants", "Aged 15 or over, farmers"],
  POP15P_CS2: [
    "15 ans ou plus, artisans, commerçants, chefs d'entreprise",
    "Aged 15 or over, craftspeople, shopkeepers, business heads",
  ],
  POP15P_CS3: [
    "15 ans ou plus, cadres et professions intellectuelles supérieures",
    "Aged 15 or over, managers and professionals",
  ],
  POP15P_CS4: ["15 ans ou plus, professions intermédiaires", "Aged 15 or over, intermediate occupations"],
  POP15P_CS5: ["15 ans ou plus, employés", "Aged 15 or over, clerical and service workers"],
  POP15P_CS6: ["15 ans ou plus, ouvriers", "Aged 15 or over, manual workers"],
  POP15P_CS7: ["15 ans ou plus, retraités", "Aged 15 or over, retired"],
  POP15P_CS8: ["15 ans ou plus, sans activité professionnelle", "Aged 15 or over, not in work"],
  LOG: ["Logements", "Dwellings"],
  RP: ["Résidences principales", "Main residences"],
  RSECOCC: ["Résidences secondaires et logements occasionnels", "Second homes and occasional dwellings"],
  LOGVAC: ["Logements vacants", "Vacant dwellings"],
  APPART: ["Appartements", "Flats"],
  MAISON: ["Maisons", "Houses"],
  RP_PROP: ["Résidences principales occupées par leur propriétaire", "Owner-occupied main residences"],
  RP_LOC: ["Résidences principales louées", "Rented main residences"],
  RP_LOCHLMV: ["Résidences principales HLM louées vides", "Social-housing main residences"],
  ACT1564: ["Actifs de 15 à 64 ans", "Labour force aged 15 to 64"],
  CHOM1564: ["Chômeurs de 15 à 64 ans", "Unemployed aged 15 to 64"],
  POP1564: ["Population de 15 à 64 ans", "Population aged 15 to 64"],
  MEN: ["Ménages", "Households"],
};

/**
 * What a column measures. Counts are summed when areas are put together, medians (and other quantiles) and shares are
 * averaged; an unknown column is a count unless its title says otherwise, and its title is its label.
 */
export function indicatorOf(title: string): Indicator {
  const income = /^(?:DISP|DEC)_(.+?)\d{2}$/.exec(title)?.[1] ?? "";
  const decile = /^D([1-9])$/.exec(income)?.[1];
  if (decile !== undefined) {
    const fr = `Niveau de vie, ${decile}${decile === "1" ? "er" : "e"} décile (€)`;
    return { id: title, label: { fr, en: `Living standard, decile ${decile} (€)` }, kind: "median" };
  }
  const known = FILOSOFI[income];
  if (known !== undefined) return { id: title, kind: known[0], label: { fr: known[1], en: known[2] } };
  const counted = CENSUS[/^[PC]\d{2}_(.+)$/.exec(title)?.[1] ?? ""];
  if (counted !== undefined) return { id: title, kind: "count", label: { fr: counted[0], en: counted[1] } };
  return { id: title, label: { fr: title, en: title }, kind: kindOf(title) };
}

function kindOf(title: string): Indicator["kind"] {
  if (/^[PC]\d{2}_/.test(title)) return "count";
  if (/(^|_)(MED|Q[123]|D[1-9])\d*($|_)/i.test(title)) return "median";
  return /(^|_)(TX|TAUX|TP|PCT|PART|GI|RD)\w*|%/i.test(title) || title.startsWith("DISP_") ? "share" : "count";
}
