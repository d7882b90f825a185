import type { frChoice } from "./fr-choice.ts";

/** Words of why a plan goes where it goes. */
export const enChoice: typeof frChoice = {
  heading: "Why these stations?",
  rule: {
    votes: "The stations that bring most votes per volunteer-hour, walks included. Estimated before the routes.",
    doors:
      "The stations where most doors are knocked on per volunteer-hour, walks included. Estimated before the routes.",
  },
  station: "Station",
  votesPerHour: "Votes per hour",
  doorsPerHour: "Doors per hour",
  doors: "Doors",
  walk: "Walk",
  reserve: (names) => `In reserve, to fill the hours: ${names}.`,
  alternatives: "And otherwise?",
  alternative: "Choice",
  expected: { votes: "Expected votes", doors: "Expected doors" },
  thisChoice: "This choice",
  instead: (name, insteadOf) => `${name} instead of ${insteadOf}`,
  byScoreAlone: "By score alone",
};
