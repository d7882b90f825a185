import type { Sentence } from "../../server/contract/refusal.ts";
import type { Position } from "../geometry/position.ts";
import { foldTitle } from "./fold-header.ts";
import { whyNotInFrance } from "./france.ts";
import { parseCount, parseDecimal } from "./parse-number.ts";
import type { TableRow } from "./read-table.ts";
import { stationKey } from "./station-key.ts";

export interface SourceAddress {
  readonly id: string;
  readonly houseNumber: number | null;
  /** "bis", "A"; empty when there is none. */
  readonly suffix: string;
  /** "12 bis"; empty when the address has no number. */
  readonly number: string;
  readonly street: string;
  readonly postcode: string;
  /** As the file writes it: BAN gives arrondissements (75103). */
  readonly communeCode: string;
  readonly communeName: string;
  readonly position: Position;
  /** What the position stands for, as the file says: "entrée", "parcelle", "housenumber", "street"…; null if it does not. */
  readonly positionKind: string | null;
  /** Addresses of registered voters at this point (REU); null in other files. */
  readonly rollCount: number | null;
  /** Station of the electoral roll (REU), folded by `stationKey`; null in other files. */
  readonly stationKey: string | null;
  readonly line: number;
}

export interface AddressFault {
  readonly reason: string;
  readonly sentence: Sentence;
}

/** `keeps` says whether the addresses of a commune are wanted. */
export type AddressParser = (
  row: TableRow,
  keeps: (communeCode: string) => boolean,
) => SourceAddress | AddressFault | "outside";

/** BAN writes this number where an address is a place without one. */
const NO_HOUSE_NUMBER = 99_999;

/** Rows of the national address base, by their titles: any column may be missing but those that recognise the file. */
export function banRowParser(header: readonly string[]): AddressParser {
  const column = columnFinder(header);
  const [id, numero, rep, street] = [column("id"), column("numero"), column("rep"), column("nom voie")];
  const [place, postcode, commune] = [column("nom ld"), column("code postal"), column("code insee")];
  const [communeName, lon, lat, kind] = [column("nom commune"), column("lon"), column("lat"), column("type position")];

  return (row, keeps) => {
    const communeCode = row.text(commune);
    if (communeCode !== "" && !keeps(communeCode)) return "outside";
    const position = parsePosition(row.text(lon), row.text(lat));
    if ("reason" in position) return position;
    const name = row.text(street) || row.text(place);
    if (name === "")
      return {
        reason: "no-street",
        sentence: {
          fr: `l’adresse ${row.text(id)} n’a pas de nom_voie ; il faut le nom d’une voie`,
          en: `the address ${row.text(id)} has no nom_voie; expected the name of a street`,
        },
      };
    const written = row.text(numero);
    const counted = parseCount(written);
    if (written !== "" && counted === null) {
      return {
        reason: "not-a-number",
        sentence: {
          fr: `numero "${written.slice(0, 40)}" ; il faut un nombre entier ou rien`,
          en: `numero "${written.slice(0, 40)}"; expected a whole number or nothing`,
        },
      };
    }
    const houseNumber = counted === NO_HOUSE_NUMBER ? null : counted;
    const suffix = row.text(rep);
    const number = houseNumber === null ? suffix : `${houseNumber} ${suffix}`.trim();
    return {
      id: row.text(id) || `${communeCode}_${name}_${number}_${position.at[0]}_${position.at[1]}`,
      houseNumber,
      suffix,
      number,
      street: name,
      postcode: row.text(postcode),
      communeCode,
      communeName: row.text(communeName),
      position: position.at,
      positionKind: row.text(kind) || null,
      rollCount: null,
      stationKey: null,
      line: row.line,
    };
  };
}

/** Rows of the electoral-roll addresses: positions and stations, without street or number. */
export function reuRowParser(header: readonly string[]): AddressParser {
  const column = columnFinder(header);
  const [station, commune] = [column("id brut bv reu"), column("code commune ref")];
  const [lon, lat, kind, count] = [column("longitude"), column("latitude"), column("geo type"), column("nb adresses")];

  return (row, keeps) => {
    const [, inStation = "", number = ""] = /^(\w{5})_(.+)$/.exec(row.text(station)) ?? [];
    const communeCode = row.text(commune) || inStation;
    if (communeCode !== "" && !keeps(communeCode)) return "outside";
    if (number === "") {
      return {
        reason: "no-station-number",
        sentence: {
          fr: `id_brut_bv_reu "${row.text(station)}" ; il faut commune et bureau, comme 29039_1`,
          en: `id_brut_bv_reu "${row.text(station)}"; expected commune and station such as 29039_1`,
        },
      };
    }
    const position = parsePosition(row.text(lon), row.text(lat));
    if ("reason" in position) return position;
    const rollCount = parseCount(row.text(count) || "1");
    if (rollCount === null) {
      return {
        reason: "not-a-number",
        sentence: {
          fr: `nb_adresses "${row.text(count).slice(0, 40)}" ; il faut un nombre entier`,
          en: `nb_adresses "${row.text(count).slice(0, 40)}"; expected a whole number`,
        },
      };
    }
    const key = stationKey(communeCode, number);
    return {
      // The file has no ids, and one point may stand twice for a station with two kinds of position.
      id: `${key}@${position.at[0]},${position.at[1]}#${row.line}`,
      houseNumber: null,
      suffix: "",
      number: "",
      street: "",
      postcode: "",
      communeCode,
      communeName: "",
      position: position.at,
      positionKind: row.text(kind) || null,
      rollCount,
      stationKey: key,
      line: row.line,
    };
  };
}

function parsePosition(lon: string, lat: string): { readonly at: Position } | AddressFault {
  if (lon === "" && lat === "") {
    const sentence = { fr: "n’a ni longitude ni latitude", en: "has no longitude and latitude" };
    return { reason: "no-position", sentence };
  }
  const longitude = parseDecimal(lon);
  const latitude = parseDecimal(lat);
  if (longitude === null || latitude === null) {
    const sentence = {
      fr: `longitude "${lon}", latitude "${lat}" ; il faut des degrés décimaux`,
      en: `longitude "${lon}", latitude "${lat}"; expected decimal degrees`,
    };
    return { reason: "no-position", sentence };
  }
  const misplaced = whyNotInFrance(longitude, latitude);
  if (misplaced !== null) {
    const at = `[${longitude}, ${latitude}]`;
    const sentence = { fr: `${at} est ${misplaced.fr}`, en: `${at} is ${misplaced.en}` };
    return { reason: "outside-france", sentence };
  }
  return { at: [longitude, latitude] };
}

function columnFinder(header: readonly string[]): (title: string) => number {
  const titles = header.map(foldTitle);
  return (title) => titles.indexOf(title);
}
