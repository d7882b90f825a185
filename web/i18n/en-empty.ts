import type { frEmpty } from "./fr-empty.ts";

/** What empty lists are for, and the one thing to do about each. */
export const enEmpty: typeof frEmpty = {
  scores: "Stations will be ranked here by what can be won there, as soon as one candidate is ours.",
  toCamps: "Choose our candidates",
  allStations: "Clear the filter",
  noResults:
    "No election results in this territory: no scores, every door counts the same. You can choose stations and plan routes; for a ranking, add results.",
  noVotes:
    "The results of this territory say how many voted, not for whom: without votes by candidate there are no scores. For a ranking, add the file of candidates.",
  candidates: "Candidates are placed here, from ours to hostile. This territory has no votes by candidate.",
  addResults: "Add results",
  plans: "The plans that you make will be found here, with their sheets.",
  toTeam: "Say how many you are",
  versions: "Every save of your choices will be kept here, to come back to. Nothing has been saved yet.",
  toPresets: "Begin with a proposal",
  reliability:
    "Here the scores are replayed on past elections. It takes at least two first rounds where your camp has votes.",
  territories: "No territory is open yet. Whoever organizes the whole campaign imports one: it will appear here.",
  reload: "Look again",
  outings: "The outings that your role may see will appear here. There are none yet.",
  toMap: "See the map",
  coverage:
    "What was knocked at on this territory will be shown here, address by address, from the first door of an outing.",
  toOutings: "See the outings",
  contacts: "Whoever leaves their details with a volunteer will appear here. Phones ask for them only if you allow it.",
  toPhones: "Set what phones ask",
  contactsFound: "No contact matches this search.",
  allContacts: "Clear the search",
  audit:
    "Here it is written who comes in, and who sees, exports or changes what concerns persons. Nothing has happened yet.",
  toTeamPage: "Open the team",
  invitations: "Invitations that were sent and not yet accepted will wait here.",
  invite: "Make an invitation link",
  zonings: "With zones, you would see here how far each of them is. This territory has none.",
  toZones: "Cut into zones",
  reliabilityNoVotes:
    "Here the scores are replayed on past elections. It takes votes by candidate at two first rounds at least.",
  elections: "No elections: this territory was built without results.",
};
