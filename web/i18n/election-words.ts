import type { Election, MissingSecondRound } from "../../server/contract/territories.ts";
import type { Formats } from "./formats.ts";
import type { Translate } from "./language.tsx";

/** "Européennes 2024, 1er tour". */
export function electionName(t: Translate, election: Pick<Election, "type" | "year" | "round">): string {
  const name = t("elections.name", t(`elections.${election.type}`), election.year);
  return election.type === "referendum" ? name : `${name}, ${t("elections.round", election.round)}`;
}

/** "Europ. 24", for a chart's axis. */
export function electionShortName(t: Translate, election: Pick<Election, "type" | "year">): string {
  return `${t(`elections.short.${election.type}`)} ${String(election.year).slice(2)}`;
}

/** Why there is no second round, as a sentence; `where` says in which stations. */
export function secondRoundWords(
  t: Translate,
  formats: Formats,
  { reason, winner }: MissingSecondRound,
  where: string,
): string {
  return t(`camps.second.${reason}`, winner?.name ?? "", formats.share(winner?.share ?? 0), where);
}
