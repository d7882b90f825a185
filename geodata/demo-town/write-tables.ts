import type { TownAddress } from "./addresses.ts";
import type { CensusArea } from "./census.ts";
import type { Contender } from "./election-calendar.ts";
import type { StationCount } from "./elections.ts";
import { TOWN, toPosition } from "./town-frame.ts";

/** `general_results.csv` of data.gouv.fr's aggregated elections. */
export function generalResults(counts: readonly StationCount[]): string {
  const header =
    "id_election;id_brut_miom;code_departement;libelle_departement;code_canton;libelle_canton;code_commune;libelle_commune;code_circonscription;libelle_circonscription;code_bv;inscrits;abstentions;ratio_abstentions_inscrits;votants;ratio_votants_inscrits;blancs;ratio_blancs_inscrits;ratio_blancs_votants;nuls;ratio_nuls_inscrits;ratio_nuls_votants;exprimes;ratio_exprimes_inscrits;ratio_exprimes_votants";
  const rows = counts.map(({ electionId, number, registered, voters, blank, nullVotes }) => {
    const expressed = voters - blank - nullVotes;
    return [
      electionId,
      `${TOWN.communeCode}_${number}`,
      TOWN.departmentCode,
      TOWN.departmentName,
      "",
      "",
      TOWN.communeCode,
      TOWN.name,
      TOWN.constituencyCode,
      TOWN.constituencyName,
      number,
      registered,
      registered - voters,
      percent(registered - voters, registered),
      voters,
      percent(voters, registered),
      blank,
      percent(blank, registered),
      percent(blank, voters),
      nullVotes,
      percent(nullVotes, registered),
      percent(nullVotes, voters),
      expressed,
      percent(expressed, registered),
      percent(expressed, voters),
    ];
  });
  return table(header, rows);
}

/** `candidats_results.csv` of the same set: one row per candidate and station. */
export function candidateResults(counts: readonly StationCount[]): string {
  const header =
    "id_election;id_brut_miom;code_departement;code_commune;code_bv;no_panneau;voix;ratio_voix_inscrits;ratio_voix_exprimes;nuance;sexe;nom;prenom;liste;libelle_abrege_liste;libelle_etendu_liste;nom_tete_liste";
  const rows = counts.flatMap(({ electionId, number, registered, voters, blank, nullVotes, votes }) =>
    votes.map(({ contender, panel, votes: count }) => [
      electionId,
      `${TOWN.communeCode}_${number}`,
      TOWN.departmentCode,
      TOWN.communeCode,
      number,
      panel,
      count,
      percent(count, registered),
      percent(count, voters - blank - nullVotes),
      contender.nuance,
      ...personCells(contender),
    ]),
  );
  return table(header, rows);
}

function personCells({ list, sex, lastName, firstName }: Contender): readonly string[] {
  if (list === null) return [sex, lastName, firstName, "", "", "", ""];
  return [sex, lastName, firstName, list, list, list, `${lastName} ${firstName}`];
}

/** `adresses.csv` of the Base adresse nationale. */
export function banAddresses(addresses: readonly TownAddress[]): string {
  const header =
    "id;id_fantoir;numero;rep;nom_voie;code_postal;code_insee;nom_commune;code_insee_ancienne_commune;nom_ancienne_commune;x;y;lon;lat;type_position;alias;nom_ld;libelle_acheminement;nom_afnor;source_position;source_nom_voie;certification_commune;cad_parcelles";
  const streetCodes = new Map<string, string>();
  const rows = addresses.map(({ street, number, suffix, position }) => {
    const code = streetCodes.get(street) ?? String(streetCodes.size + 1).padStart(4, "0");
    streetCodes.set(street, code);
    const [longitude, latitude] = toPosition(position);
    const id = [TOWN.communeCode, code, String(number).padStart(5, "0"), ...(suffix ? [suffix] : [])].join("_");
    return [
      id,
      `${TOWN.communeCode}_${code}`,
      number,
      suffix,
      street,
      TOWN.postcode,
      TOWN.communeCode,
      TOWN.name,
      "",
      "",
      "",
      "",
      longitude.toFixed(6),
      latitude.toFixed(6),
      "entrée",
      "",
      "",
      fold(TOWN.name),
      fold(street),
      "commune",
      "commune",
      1,
      "",
    ];
  });
  return table(header, rows);
}

/** Disposable income by IRIS, columns and marks of Insee's Filosofi 2021; `ns` where the figure is held back. */
export function filosofi(areas: readonly CensusArea[]): string {
  const header =
    "IRIS;DISP_TP6021;DISP_INCERT21;DISP_Q121;DISP_MED21;DISP_Q321;DISP_EQ21;DISP_D121;DISP_D221;DISP_D321;DISP_D421;DISP_D621;DISP_D721;DISP_D821;DISP_D921;DISP_RD21;DISP_S80S2021;DISP_GI21;DISP_PACT21;DISP_PTSA21;DISP_PCHO21;DISP_PBEN21;DISP_PPEN21;DISP_PPAT21;DISP_PPSOC21;DISP_PPFAM21;DISP_PPMINI21;DISP_PPLOGT21;DISP_PIMPOT21;DISP_NOTE21";
  const columns = header.split(";").length;
  const rows = areas.map((area) => {
    const id = `${TOWN.communeCode}${area.code}`;
    if (area.medianIncome === null) return [id, ...Array.from({ length: columns - 2 }, () => "ns"), "0"];
    return [id, ...incomeCells(area, area.medianIncome)];
  });
  return table(header, rows);
}

/** A log-normal spread of incomes around the median, wider where rich and poor live together. */
function incomeCells(area: CensusArea, median: number): readonly string[] {
  const spread = 0.42 + 0.06 * area.socialHousing;
  const at = (z: number) => Math.round((median * Math.exp(spread * z)) / 10) * 10;
  const [d1, d2, q1, d3, d4] = [-1.2816, -0.8416, -0.6745, -0.5244, -0.2533].map(at);
  const [d6, d7, q3, d8, d9] = [0.2533, 0.5244, 0.6745, 0.8416, 1.2816].map(at);
  const pensions = 29 - 9 * area.socialHousing;
  const benefits = 5 + 14 * area.socialHousing;
  const comma = (value: number, digits = 1) => value.toFixed(digits).replace(".", ",");
  return [
    comma(area.poverty, 0),
    "1",
    String(q1),
    String(median),
    String(q3),
    comma(((q3 ?? 0) - (q1 ?? 0)) / median, 2),
    ...[d1, d2, d3, d4, d6, d7, d8, d9].map(String),
    comma((d9 ?? 0) / (d1 ?? 1)),
    comma(1.6 + 5 * spread),
    comma(0.1 + 0.42 * spread, 3),
    comma(100 - pensions - benefits + 12),
    comma(100 - pensions - benefits + 4),
    comma(3 + 2 * area.socialHousing),
    "5,0",
    comma(pensions),
    comma(9 - 6 * area.socialHousing),
    comma(benefits),
    comma(benefits * 0.35),
    comma(benefits * 0.35),
    comma(benefits * 0.3),
    comma(-16 + 6 * area.socialHousing),
    "0",
  ];
}

const percent = (part: number, whole: number) => (whole > 0 ? ((100 * part) / whole).toFixed(2) : "0.00");

function fold(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^A-Za-z0-9]+/g, " ")
    .toUpperCase();
}

const table = (header: string, rows: readonly (readonly (string | number)[])[]) =>
  `${[header, ...rows.map((cells) => cells.join(";"))].join("\n")}\n`;
