import type { ElectionType } from "./territory.ts";

const TYPES: Readonly<Record<string, ElectionType>> = {
  pres: "presidential",
  legi: "legislative",
  euro: "european",
  muni: "municipal",
  regi: "regional",
  cant: "departmental",
  dpmt: "departmental",
  depa: "departmental",
  refe: "referendum",
};

/** What an election's id says, as data.gouv.fr writes it: "2024_legi_t1". Null when it is written otherwise. */
export function parseElectionId(
  id: string,
): { readonly year: number; readonly type: ElectionType; readonly round: number } | null {
  const match = /^(\d{4})_([a-z]{4})_t([12])$/.exec(id);
  const type = TYPES[match?.[2] ?? ""];
  if (match === null || type === undefined) return null;
  return { year: Number(match[1]), type, round: Number(match[3]) };
}
