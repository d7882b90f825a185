import type { frMeasure } from "./fr-measure.ts";

/** Words of what the map and the list of stations measure. */
export const enMeasure: typeof frMeasure = {
  label: "Colour by",
  mobilisation: "Mobilisation",
  persuasion: "Persuasion",
  mix: "Mix",
  hourly: "Votes per hour",
  hourlyShort: "Votes/hour",
  mobilisationMeaning:
    "Share of registered voters who lean our way but vote now and then: there when an election stirs people, absent otherwise. This is what getting people to vote can win.",
  persuasionMeaning:
    "Share of registered voters who voted for a near camp and might come over to ours. This is what convincing people can win.",
  mixMeaning: "The sum of both reserves, each with the weight that you give it.",
  hourlyMeaning:
    "Votes expected per volunteer-hour, walks included, by your field assumptions. Negative: knocking at every door there would help the other side.",
  ofRegistered: "of registered voters",
  unit: "As a share of each station’s registered voters",
  mixIs: (weights) => `At present: ${weights}.`,
  mixUnit: (weights) => `${weights}; as a share of registered voters`,
  hourlyUnit: "Votes expected per volunteer-hour, walks included",
  mixWeights: (mobilisation, persuasion) => `mobilisation ×${mobilisation}, persuasion ×${persuasion}`,
  perHour: (votes) => `${votes} votes/h`,
  classes: "Classes",
  classCount: { 5: "5 classes", 3: "3 classes", 9: "× effort" },
  crossed: {
    legend: "Score and effort",
    scoreAxis: "score →",
    effortAxis: "walk per door →",
    unit: "Against the walk from one door to the next, by thirds of the stations.",
    cells: {
      0: {
        0: "low score, close doors: little to win",
        1: "low score, average walk: little to win",
        2: "low score, long walks: not now",
      },
      1: {
        0: "middling score, close doors: if people are left",
        1: "middling score, average walk: later",
        2: "middling score, long walks: later, by bicycle",
      },
      2: {
        0: "high score, close doors: begin there",
        1: "high score, average walk: next",
        2: "high score, long walks: allow more time",
      },
    },
  },
  class: { priority: "priority", second: "second", rest: "not now" },
  walking: "Measuring the walks between the doors… Votes per hour follow.",
  walksFailed: "The walks between the doors could not be measured.",
  noSignal: "No reliable signal",
  noSignalList: "At the last elections this order would not have told where the camp gains.",
  showAnyway: "Show anyway",
  shownAnyway: "Shown without a reliable signal, as you asked.",
  hideAgain: "Take the colours away",
  weakSignal: "Weak signal: read with caution.",
  toReliability: "See how reliable",
  uncoloured: "no colour",
};
