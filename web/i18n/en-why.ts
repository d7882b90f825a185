import type { frWhy } from "./fr-why.ts";
import { englishPlural as plural } from "./plural.ts";

/** Words of why a station is where it is. */
export const enWhy: typeof frWhy = {
  heading: "Why is this station here?",
  at: {
    presidential: (year) => `at the ${year} presidential election`,
    legislative: (year) => `at the ${year} legislative election`,
    european: (year) => `at the ${year} European election`,
    municipal: (year) => `at the ${year} municipal election`,
    regional: (year) => `at the ${year} regional election`,
    departmental: (year) => `at the ${year} departmental election`,
    referendum: (year) => `at the ${year} referendum`,
  },
  intermittent: ({ here, mean }, high, low) =>
    `Here ${here} of registered voters vote ${high} but not ${low} (${mean} on average)`,
  fewerVoted: (low, high, { here, mean }) =>
    `Here no more people voted ${high} than ${low} (${here} more of registered voters, ${mean} on average)`,
  abstained: ({ here, mean }, high) => `Here ${here} of registered voters abstained ${high} (${mean} on average)`,
  leaning: (before, { here, mean }) => `${before}, and those who vote choose your camp at ${here} (${mean}).`,
  near: ({ here, mean }, latest) =>
    `Here ${here} of registered voters chose a near candidate ${latest} (${mean} on average).`,
  lapsed: ({ here, mean }, latest) =>
    `Compared with the elections before and at equal turnout, your camp lost ${here} of registered voters ${latest} (${mean} on average).`,
  regained: ({ here, mean }, latest) =>
    `Compared with the elections before and at equal turnout, your camp gained ${here} of registered voters ${latest} (${mean} on average).`,
  lost: (share) => `${share} lost`,
  gained: (share) => `${share} gained`,
  factor: {
    intermittent: "the share of intermittent voters",
    leaning: "the leaning of those who vote",
    drift: "the difference of your votes between the two elections",
    near: "votes for near candidates",
    neutral: "votes for neutral candidates",
    lapsed: "voters who left",
    other: "the rest of the formula",
  },
  row: {
    intermittent: "Intermittent voters",
    leaning: "Leaning to your camp",
    drift: "Difference of your votes",
    near: "Near votes",
    neutral: "Neutral votes",
    lapsed: "Voters who left (gained: −)",
    other: "Rest of the formula",
  },
  above: (points, value) => `Score ${points} ${plural(value, "point", "points")} above an average station`,
  below: (points, value) => `Score ${points} ${plural(value, "point", "points")} below an average station`,
  average: "Score about that of an average station",
  mostly: (factor, points) => `, mostly by ${factor} (${points})`,
  against: (factor, points) => `; the other way, ${factor} (${points})`,
  cut: (share) =>
    `The formula gives less than zero (${share}): it is shown as zero, yet this number is what ranks the station.`,
  chart: "What lifts or lowers the score, in points of registered voters, against an average station of the territory",
  hereAndMean: ({ here, mean }) => `${here} here, ${mean} on average`,
  numbers: "The numbers behind it",
};
