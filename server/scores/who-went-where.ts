import { type NoTransitions, transitionReport } from "../../geodata/scoring/transition-report.ts";
import type { Territory } from "../../geodata/territory/territory.ts";
import { Refusal, type Sentence } from "../contract/refusal.ts";
import type { TransitionReport, TransitionsRequest } from "../contract/transitions.ts";
import { sameElection } from "../territories/same-election.ts";

/** Who went where between two elections of a territory. Throws Refusal "nothing-found" or "invalid". */
export function whoWentWhere(
  territory: Pick<Territory, "stations" | "elections" | "candidates" | "results">,
  request: TransitionsRequest,
): TransitionReport {
  const report = transitionReport(territory, request);
  if (typeof report !== "string") return report;
  throw REFUSALS[report](request);
}

const REFUSALS: Readonly<Record<NoTransitions, (request: TransitionsRequest) => Refusal>> = {
  "unknown-election": ({ from, to }) =>
    nothingFound({
      fr: `Il n’y a pas de premier tour « ${from} » ou « ${to} » dans ce territoire.`,
      en: `There is no first round “${from}” or “${to}” in this territory.`,
    }),
  "unknown-station": ({ stationId }) =>
    nothingFound({
      fr: `Il n’y a pas de bureau « ${stationId} » dans ce territoire.`,
      en: `There is no station “${stationId}” in this territory.`,
    }),
  "same-election": sameElection,
};

function nothingFound(sentence: Sentence): Refusal {
  return new Refusal("nothing-found", sentence, 404);
}
