import type { frStation } from "./fr-station.ts";
import { englishPlural as plural } from "./plural.ts";

/** Words of one station's panel. */
export const enStation: typeof frStation = {
  add: "Add to the selection",
  remove: "Remove from the selection",
  identity: (number, commune) => `Station no. ${number}, ${commune}`,
  rank: (rank, count) => `${rank} of ${count}`,
  interval: (low, high) => `Between ${low} and ${high} of registered voters, eight times in ten`,
  belowNothing: "The estimate finds none here, even at the top of its interval.",
  voters: (text) => `that is about ${text} voters`,
  noScore: "No score for this station:",
  matched: (share) =>
    `Careful: this station’s boundaries changed. At least one of the elections used covers only ${share} of it.`,
  overTime: "Election after election",
  turnout: "Turnout",
  turnoutCaption: "Share of registered voters who voted, first rounds.",
  camps: "The camps",
  campsCaption: "Share of votes cast, first rounds, by your choices.",
  results: "Results",
  turnoutOf: (share) => `${share} turnout`,
  candidate: "Candidate or list",
  votes: "Votes",
  share: "% of votes",
  others: (count) => `and ${count} ${plural(count, "other", "others")}`,
  carried: (share) => `boundaries changed, ${share} carried over`,
  census: "Who lives here",
  censusIndicator: "Indicator",
  here: "Here",
  median: "Median",
  censusCovered: (share) => `known for ${share} of homes`,
  censusMore: (count) => `${count} more ${plural(count, "indicator", "indicators")}`,
  secret: "suppressed",
  censusNote:
    "Insee, by census area, brought to the station by its doors. A neighbourhood average says nothing of a person.",
  noResults: "No result is known for this station.",
  addresses: "Addresses",
  addressesShow: "See the addresses",
};
