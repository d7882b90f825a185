import { parseElectionId } from "./election-id.ts";

/** Where a table of stations as points keeps what. Columns are positions in the header. */
export interface PointTableLayout {
  /** Hectometres of EPSG:3035. */
  readonly easting: number;
  readonly northing: number;
  readonly commune: number;
  readonly communeName: number;
  readonly rounds: readonly PointTableRound[];
}

export interface PointTableRound {
  readonly electionId: string;
  readonly registered: number;
  /** -1 where the table leaves them to be added up. */
  readonly voters: number;
  readonly blankAndNull: number;
  readonly lists: readonly { readonly column: number; readonly name: string; readonly nuance: string | null }[];
}

/** Round by the word that its columns carry: `ins_eu`, `eu_lfi`. Each of these tables holds first rounds. */
const ROUND_WORDS: Readonly<Record<string, string>> = { eu: "euro", lg: "legi", pr: "pres" };

/** What the short titles stand for, with the nuance that the Ministry of the Interior gave in 2024. */
const LISTS: Readonly<Record<string, readonly [name: string, nuance: string | null]>> = {
  eu_lfi: ["La France insoumise", "LFI"],
  eu_pcf: ["Parti communiste (Gauche unie)", "LCOM"],
  eu_exg: ["Extrême gauche", "LEXG"],
  eu_eelv: ["Europe Écologie", "LVEC"],
  eu_ps: ["Parti socialiste - Place publique", "LUG"],
  eu_ens: ["Besoin d'Europe (Ensemble)", "LENS"],
  eu_lr: ["La droite pour faire entendre la voix de la France", "LLR"],
  eu_rn: ["Rassemblement national", "LRN"],
  eu_rec: ["Reconquête", "LREC"],
  eu_anim_eco_div: ["Animalistes, écologistes divers", "LDIV"],
  eu_lassalle: ["Alliance rurale (Jean Lassalle)", "LDIV"],
  eu_souv: ["Souverainistes", "LDIV"],
  eu_autres: ["Autres listes", "LDIV"],
  lg_nfp: ["Nouveau Front populaire", "UG"],
  lg_mp: ["Majorité présidentielle", "ENS"],
  lg_d: ["Droite", "LR"],
  lg_ed: ["Extrême droite", "RN"],
  lg_div: ["Divers", "DIV"],
};

/**
 * The layout of a table with one row per station of a country, as a point (`x100_epsg3035`), and its counts at one
 * election or more; null for the header of anything else. The name of the file gives the years (`eu2024_lg2024`):
 * a round whose year it does not give is left out.
 */
export function pointTableLayoutOf(header: readonly string[], fileName: string): PointTableLayout | null {
  const at = (title: string) => header.indexOf(title);
  const [easting, northing, commune] = [at("x100_epsg3035"), at("y100_epsg3035"), at("commune")];
  if (easting === -1 || northing === -1 || commune === -1) return null;
  const rounds = Object.entries(ROUND_WORDS).flatMap(([word, type]): PointTableRound[] => {
    const electionId = `${new RegExp(`(?<![a-z])${word}((?:19|20)\\d\\d)`).exec(fileName)?.[1]}_${type}_t1`;
    const [registered, blankAndNull] = [at(`ins_${word}`), at(`blancs_nuls_${word}`)];
    if (registered === -1 || blankAndNull === -1 || parseElectionId(electionId) === null) return [];
    const lists = header.flatMap((title, column) => {
      if (!title.startsWith(`${word}_`)) return [];
      const [name, nuance] = LISTS[title] ?? [title, null];
      return [{ column, name, nuance }];
    });
    return [{ electionId, registered, voters: at(`votants_${word}`), blankAndNull, lists }];
  });
  return { easting, northing, commune, communeName: at("nom_commune"), rounds };
}
