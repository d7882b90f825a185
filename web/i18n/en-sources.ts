import type { frSources } from "./fr-sources.ts";
/** Words about where the numbers come from. */
export const enSources: typeof frSources = {
  heading: "Where the numbers come from",
  findings: "Before you go",
  findingsNone: "Nothing to report.",
  files: "Files",
  read: "read",
  accepted: "kept",
  rejected: "rejected",
  outside: "outside the territory",
  licence: (name) => `licence: ${name}`,
  vintage: (year) => `vintage ${year}`,
  rejects: "Why rows are rejected",
  scores: "What the scores measure",
  doubt: "Doubt",
  doubtText:
    "A score is an estimated reserve of votes for a whole station, with an 80 % interval. It ranks areas; it never guesses how a person or a door votes. Two stations whose intervals largely overlap are worth the same.",
  assumptions: "Field assumptions",
  assumptionConversations:
    "Three doors in ten open and lead to a conversation. Your own counts are better as soon as you have some.",
  assumptionEffect:
    "A conversation moves few votes: about two points of turnout, half a point of persuasion. Published studies range from zero to 2.5 points.",
  assumptionDoors:
    "The number of doors of an address comes from buildings first, else from census dwellings, else from the number of registered voters.",
  elections: "Elections",
  joined: (share) => `${share} of stations matched`,
  territory: "This territory",
  version: "Version",
  builtAt: "Built on",
  streets: "Walkable streets",
  isInvented: "Invented town: streets, people and results are imaginary.",
  roles: {
    osm: "Streets and buildings",
    stations: "Station contours",
    results: "Results",
    addresses: "Addresses",
    census: "Census",
    "census-areas": "Census contours",
    elevation: "Elevation",
  },
};
