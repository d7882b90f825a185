import type { frEmpty } from "./fr-empty.ts";

/** What empty lists are for, and the one thing to do about each. */
export const enEmpty: typeof frEmpty = {
  scores: "Stations will be ranked here by what can be won there, as soon as one candidate is ours.",
  toCamps: "Choose our candidates",
  allStations: "Clear the filter",
  noResults:
    "No election results in this territory: no scores, every door counts the same. You can choose stations and plan routes; for a ranking, add results.",
  candidates:
    "Candidates are placed here, from ours to hostile. This territory has no election results, so no candidates.",
  addResults: "Add results",
  plans: "The plans that you make will be found here, with their sheets.",
  toTeam: "Say how many you are",
  versions: "Every save of your choices will be kept here, to come back to. Nothing has been saved yet.",
  toPresets: "Begin with a proposal",
  reliability:
    "Here the scores are replayed on past elections. It takes at least two first rounds where your camp has votes.",
  elections: "No elections: this territory was built without results.",
};
