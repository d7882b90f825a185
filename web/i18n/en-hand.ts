import type { frHand } from "./fr-hand.ts";

/** Words of what the organizer decides: weights, thresholds, assumptions, and how firm the order is. */
export const enHand: typeof frHand = {
  heading: "Weighting",
  intro:
    "Moving a weight colours the map by the mix; moving a threshold shows it in three classes. Ctrl Z takes a step back.",
  weights: "Weights in the mix",
  weightsZero: "Both weights are zero: nothing tells the stations apart any more.",
  thresholds: "Where the three classes end, as a share of voters",
  thresholdOf: { priority: "Priority", second: "Second" },
  priorityUntil: (share) => `the first ${share} of registered voters`,
  secondUntil: (share) => `as far as ${share} of registered voters`,
  classRegistered: (text) => `${text} registered`,
  undone: "Undone: the settings of the scores are those of before.",
  redone: "Done again: the settings of the scores are changed again.",
  recomputed: "Scores recomputed.",
  wasReset: "Starting values are back.",
  reset: "Back to the starting values",
  saved: "Saved with the choice of camp.",
  saving: "Saving…",
  saveFailed: "Settings not saved.",

  assumptions: "Field assumptions",
  assumptionsIntro:
    "What a door brings. These numbers change the votes per hour, the choice of the best stations and the plans that look for votes. Studies contradict each other: French and American ones are kept apart.",
  presets: "Start from",
  preset: { pessimistic: "Pessimistic", central: "Middle (default)", optimistic: "Optimistic" },
  ownPreset: "Your own settings",
  assumption: {
    conversationsPerDoor: "Doors that open and talk",
    votersPerConversation: "Voters met per conversation",
    mobilisationEffect: "Effect on turnout",
    persuasionEffect: "Effect of persuasion",
  },
  unit: {
    conversationsPerDoor: "%",
    votersPerConversation: "people",
    mobilisationEffect: "pts",
    persuasionEffect: "pts",
  },
  unitMeaning: {
    conversationsPerDoor: "of a hundred doors knocked on",
    votersPerConversation: "on average",
    mobilisationEffect: "votes won per hundred voters met, in an average station",
    persuasionEffect: "votes won per hundred voters met, in an average station",
  },
  expected: (low, high) => `A number from ${low} to ${high}.`,
  byDefault: (value) => `Default ${value}`,
  published: (low, high) => `published: ${low} to ${high}`,
  notPublished: "no published measurement",
  places: { france: "France", europe: "Europe", states: "United States", judgement: "Our judgement" },
  sources: {
    conversationsPerDoor: {
      france: "Rennes, 2016: “one inhabitant in five” answered.",
      states: "10 to 50 % by town and hour, practitioners say; often 25 %.",
      judgement: "30 %, between the two. Your own counts are better as soon as you have some.",
    },
    votersPerConversation: {
      judgement: "1.3: often one person, sometimes two. Nobody has measured it.",
    },
    mobilisationEffect: {
      france:
        "Pons 2018 (presidential 2012, 5 million doors): no effect on turnout. Pons & Liegey 2019 (regional 2010): +3.1 points among immigrants, nothing sure among others.",
      europe:
        "Bhatti et al. 2019, Denmark: two trials, zero. Cantoni & Pons 2021, Italy: +1.8 points by volunteers, zero by candidates.",
      states: "Green, McGrath & Aronow 2013, 71 trials: +2.5 points per person met (1.8 to 3.3).",
      judgement: "2 points. The optimistic value, 5 points, is above these means.",
    },
    persuasionEffect: {
      france:
        "Pons 2018: the candidate’s share rises by about 3 points in the first round where doors were knocked on, and the effect lasts.",
      states: "Kalla & Broockman 2018, 49 trials: best estimate, zero.",
      judgement: "0.5 point, nearer to zero than to the French measurement.",
    },
  },
  recomputing: "Computing the scores again…",

  hourlyRange: (low, high) =>
    `Pessimistic ${low}, optimistic ${high}: the least and the most that published effects allow.`,
  hourlyHours: (hours) => `One vote every ${hours} volunteer-hours.`,
  hourlyNegative: "Negative: knocking at every door here would bring more votes to the other side than to ours.",
  hourlyZero: "By these assumptions no vote is won at a door.",
  hourlyWalk: (doors, walk, atDoors) => `${doors} doors: ${walk} of walking, ${atDoors} at the doors.`,
  hourlyNoDoors: "No door here can be reached on foot.",
  mixPart: (name, weight, share) => `${name} ×${weight} (${share})`,
  mixSigned: "The reserves enter the mix before they are cut at zero.",
  stays: (measure, text) => `${measure}: this station ${text}.`,
  staysTimes: (times) => `stays in the first fifth ${times} times in 10`,
  staysAlways: "nearly always stays in the first fifth",
  entersTimes: (times) => `would enter the first fifth ${times} times in 10`,
  entersNever: "would hardly ever enter the first fifth",
  staysNote: "If all estimates were made again, each within its margin of error.",
  first: (count, places, staying) =>
    `Of the ${count === 1 ? "first station" : `first ${places} stations`}, ${staying} would stay there if the estimates were made again within their margins of error`,
  fifth: (places, staying) => `; of the ${places} in the first fifth, ${staying}`,
  hourlyFirm:
    "Votes per hour: the doubt is mostly in the assumed effects, which are the same everywhere. It changes the number of votes more than the order of the stations.",
};
