import { type NoTransitions, transitionReport } from "../../geodata/scoring/transition-report.ts";
import type { Territory } from "../../geodata/territory/territory.ts";
import { Refusal } from "../contract/refusal.ts";
import type { TransitionReport, TransitionsRequest } from "../contract/transitions.ts";

/** Who went where between two elections of a territory. Throws Refusal "nothing-found" or "invalid". */
export function whoWentWhere(
  territory: Pick<Territory, "stations" | "elections" | "candidates" | "results">,
  request: TransitionsRequest,
): TransitionReport {
  const report = transitionReport(territory, request);
  if (typeof report !== "string") return report;
  const { fr, en } = WORDS[report](request);
  throw new Refusal(report === "same-election" ? "invalid" : "nothing-found", { fr, en }, STATUS[report]);
}

const STATUS: Readonly<Record<NoTransitions, 404 | 400>> = {
  "unknown-election": 404,
  "unknown-station": 404,
  "same-election": 400,
  "no-common-station": 404,
};

const WORDS: Readonly<Record<NoTransitions, (request: TransitionsRequest) => { fr: string; en: string }>> = {
  "unknown-election": ({ from, to }) => ({
    fr: `Il n'y a pas de premier tour « ${from} » ou « ${to} » dans ce territoire.`,
    en: `There is no first round “${from}” or “${to}” in this territory.`,
  }),
  "unknown-station": ({ stationId }) => ({
    fr: `Le bureau « ${stationId} » n'a pas de résultat aux deux élections.`,
    en: `Station “${stationId}” has no result at both elections.`,
  }),
  "same-election": () => ({
    fr: "Les deux élections sont la même : choisissez-en deux.",
    en: "The two elections are the same: choose two.",
  }),
  "no-common-station": () => ({
    fr: "Aucun bureau n'a de résultat aux deux élections.",
    en: "No station has a result at both elections.",
  }),
};
