import type { Sentence } from "../../server/contract/refusal.ts";
import { MOST_FLOORS } from "../doors/building-floors.ts";
import { UnusableFile } from "../readers/source-rows.ts";
import { checkTerritoryFile } from "./check-territory-file.ts";
import { isSqliteError, openSqliteReadOnly, type SqliteFile, userVersion } from "./sqlite-file.ts";
import { FLOORS_SINCE } from "./territory-schema.ts";

/**
 * Reads every page of a territory file and its indexes, and the floors of every address. Throws UnusableFile when
 * anything is damaged, or when an address has floors that no building has.
 */
export function verifyTerritoryFile(path: string): void {
  checkTerritoryFile(path);
  const file = openSqliteReadOnly(path);
  try {
    const faults = file.prepare<[], { readonly integrity_check: string }>("PRAGMA integrity_check(3)").all();
    const [first] = faults;
    if (first?.integrity_check !== "ok") {
      throw new UnusableFile(path, isDamaged(String(first?.integrity_check ?? "?")));
    }
    if (userVersion(file) >= FLOORS_SINCE) verifyFloors(file, path);
  } catch (error) {
    if (!isSqliteError(error)) throw error;
    throw new UnusableFile(path, isDamaged(error.code));
  } finally {
    file.close();
  }
}

function verifyFloors(file: SqliteFile, path: string): void {
  const strange = file
    .prepare<[number], { readonly id: string; readonly floors: number | string }>(
      `SELECT id, floors FROM addresses WHERE floors NOT BETWEEN 1 AND ? OR floors <> round(floors)
       ORDER BY address LIMIT 1`,
    )
    .get(MOST_FLOORS);
  if (strange === undefined) return;
  throw new UnusableFile(path, {
    fr: `donne ${strange.floors} étages à l’adresse "${strange.id}" ; il faut un nombre entier de 1 à ${MOST_FLOORS}, ou rien. Reconstruisez le territoire`,
    en: `says that address "${strange.id}" has ${strange.floors} floors: expected a whole number from 1 to ${MOST_FLOORS}, or nothing. Build the territory again`,
  });
}

function isDamaged(why: string): Sentence {
  return {
    fr: `est abîmé (${why}). Reconstruisez le territoire`,
    en: `is damaged (${why}). Build the territory again`,
  };
}
