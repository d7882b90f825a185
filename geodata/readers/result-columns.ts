import { findColumn, foldTitle } from "./fold-header.ts";

/** Columns of the counts of a station; -1 where the file has none. */
export interface StationColumns {
  readonly election: number;
  readonly wholeId: number;
  readonly department: number;
  readonly commune: number;
  readonly constituency: number;
  readonly station: number;
  readonly registered: number;
  readonly abstentions: number;
  readonly voters: number;
  readonly blank: number;
  readonly nullVotes: number;
  readonly expressed: number;
}

/** Columns of one candidate. In a file with several to a row: of the first block. -1 where the file has none. */
export interface CandidateColumns {
  readonly panel: number;
  readonly nuance: number;
  readonly lastName: number;
  readonly firstName: number;
  readonly pair: number;
  readonly head: number;
  readonly shortList: number;
  readonly longList: number;
  readonly votes: number;
}

export type ResultLayout =
  | { readonly kind: "general"; readonly format: "data-gouv-general"; readonly station: StationColumns }
  | {
      readonly kind: "candidates";
      readonly format: "data-gouv-candidates";
      readonly station: StationColumns;
      readonly candidate: CandidateColumns;
    }
  | {
      readonly kind: "complete";
      readonly format: "ministry-numbered-blocks" | "ministry-repeated-block";
      readonly station: StationColumns;
      readonly candidate: CandidateColumns;
      /** Column where the first candidate begins, and columns per candidate. */
      readonly firstBlock: number;
      readonly blockSize: number;
    };

const STATION_TITLES = {
  election: ["id election"],
  wholeId: ["id brut miom"],
  department: ["code departement", "code du departement"],
  commune: ["code commune", "code de la commune"],
  constituency: ["code circonscription", "code de la circonscription", "code circonscription legislative"],
  station: ["code bv", "code du b vote", "code b vote", "code bureau de vote", "code du bureau de vote"],
  registered: ["inscrits"],
  abstentions: ["abstentions"],
  voters: ["votants"],
  blank: ["blancs"],
  nullVotes: ["nuls", "blancs et nuls"],
  expressed: ["exprimes"],
} as const;

const CANDIDATE_TITLES = {
  panel: ["no panneau", "n panneau", "n pan", "n liste", "numero de panneau", "numero panneau", "numero liste"],
  nuance: ["nuance", "code nuance", "nuance candidat", "nuance liste"],
  lastName: ["nom", "nom candidat"],
  firstName: ["prenom", "prenom candidat"],
  pair: ["binome"],
  head: ["nom tete de liste"],
  shortList: ["libelle abrege liste", "libelle abrege de liste"],
  longList: ["libelle etendu liste", "libelle de liste", "liste"],
  votes: ["voix"],
} as const;

/**
 * Which of the known layouts a header is: the two files of the aggregated elections of data.gouv.fr, or a file of the
 * Ministry with one row per station and its candidates in blocks: one block in the header and many in the rows (2014
 * to 2022), or numbered blocks (from 2024). Titles differ at nearly every election, hence the lists above. Null for
 * a header of anything else. A mapped file need not name its round in a column: its user does, or its name.
 */
export function resultLayoutOf(
  header: readonly string[],
  { isMapped }: { readonly isMapped: boolean } = { isMapped: false },
): ResultLayout | null {
  const titles = header.map(foldTitle);
  const station = stationColumns(titles);
  const hasPlace = station.wholeId !== -1 || (station.commune !== -1 && station.station !== -1);
  if (!hasPlace) return null;
  const hasCounts = station.registered !== -1 && station.voters !== -1 && station.expressed !== -1;
  const unnumbered = titles.map((title) => title.replace(/ 1$/, ""));
  const candidate = candidateColumns(unnumbered);
  const hasCandidates = candidate.votes !== -1;

  if ((station.election !== -1 || isMapped) && hasCounts !== hasCandidates) {
    return hasCounts
      ? { kind: "general", format: "data-gouv-general", station }
      : { kind: "candidates", format: "data-gouv-candidates", station, candidate };
  }
  if (!hasCounts || !hasCandidates) return null;

  const columns = Object.values(candidate).filter((column) => column !== -1);
  const firstBlock = Math.min(...columns);
  const firstTitle = unnumbered[firstBlock] ?? "";
  const isNumbered = titles[firstBlock] !== firstTitle;
  const second = titles.indexOf(isNumbered ? `${firstTitle} 2` : firstTitle, firstBlock + 1);
  const blockSize = (second === -1 ? titles.length : second) - firstBlock;
  const format: "ministry-numbered-blocks" | "ministry-repeated-block" = isNumbered
    ? "ministry-numbered-blocks"
    : "ministry-repeated-block";
  return { kind: "complete", format, station, candidate, firstBlock, blockSize };
}

function stationColumns(titles: readonly string[]): StationColumns {
  const at = (field: keyof typeof STATION_TITLES): number => findColumn(titles, STATION_TITLES[field]);
  return {
    election: at("election"),
    wholeId: at("wholeId"),
    department: at("department"),
    commune: at("commune"),
    constituency: at("constituency"),
    station: at("station"),
    registered: at("registered"),
    abstentions: at("abstentions"),
    voters: at("voters"),
    blank: at("blank"),
    nullVotes: at("nullVotes"),
    expressed: at("expressed"),
  };
}

function candidateColumns(titles: readonly string[]): CandidateColumns {
  const at = (field: keyof typeof CANDIDATE_TITLES): number => findColumn(titles, CANDIDATE_TITLES[field]);
  return {
    panel: at("panel"),
    nuance: at("nuance"),
    lastName: at("lastName"),
    firstName: at("firstName"),
    pair: at("pair"),
    head: at("head"),
    shortList: at("shortList"),
    longList: at("longList"),
    votes: at("votes"),
  };
}
