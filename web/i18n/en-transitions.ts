import type { frTransitions } from "./fr-transitions.ts";

export const enTransitions: typeof frTransitions = {
  title: "Who went where?",
  intro:
    "From one election to the next, where the voters of each camp went, abstention included. Estimated from the totals of stations: it says nothing of a person.",
  from: "From",
  to: "To",
  place: "Place",
  everywhere: "The whole territory",
  loading: "Estimating…",
  failed: "The transitions could not be estimated.",
  few: "Two first rounds with votes by candidate are needed to estimate transitions.",
  nobody: "No station has votes at both elections.",
  nobodyHere: "This station has no votes at both elections: choose another one, or the whole territory.",
  same: "Choose two different elections.",
  standing: {
    ours: "Ours",
    near: "Near",
    neutral: "Neutral",
    far: "Far",
    hostile: "Hostile",
    away: "Abstention, blank and null",
  },
  row: (standing, voters) => `${standing}: ${voters} voters`,
  share: (standing, share) => `${standing}: about ${share}`,
  interval: (low, high) => `${low} to ${high}`,
  rest: (share) => `The rest, about ${share}, is scattered.`,
  stations: (count, text) => `Estimated from ${text} ${count === 1 ? "station" : "stations"}.`,
  leftOut: (count, text) =>
    `${text} ${count === 1 ? "station" : "stations"} left out: the register changed too much, or there is no result at both elections.`,
  oneStation: "The likeliest table of this station: without an interval, to be read as an order of magnitude.",
  method:
    "Rounded to 5 points, with the 80 % interval. Where the truth is known (278 districts of New Zealand, two votes on one day), 6.4 % of the voters are in the wrong cell on average. Between two elections expect more: voters arrive, leave and die.",
};
