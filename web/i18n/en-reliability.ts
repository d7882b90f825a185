import type { frReliability } from "./fr-reliability.ts";
import { englishPlural as plural } from "./plural.ts";

/** Words of what past elections say of the scores. */
export const enReliability: typeof frReliability = {
  heading: "Can they be trusted?",
  intro:
    "Each past election is played again: the score is computed from what was known before it, then compared with what happened.",
  camp: (name) => `Camp: ${name}.`,
  failed: "Past elections could not be played again.",
  level: { reliable: "Reliable", weak: "Weak", none: "No signal", untested: "Untested" },
  tally: (told) => {
    const orders = [
      [told.good, "good"],
      [told.weak, "weak"],
      [told.none, "no better than chance"],
    ] as const;
    const counts = orders.filter(([count]) => count > 0).map(([count, word]) => `${word} at ${count}`);
    const naive =
      told.naiveAsGood === 0
        ? "No naive index would have done as well."
        : `A naive index would have done as well at ${told.naiveAsGood}.`;
    return `Of ${told.fair} comparable ${plural(told.fair, "election", "elections")}, the order foretold was ${counts.join(", ")}. ${naive}`;
  },
  glance: {
    title: "At a glance",
    caption: "Order of the stations as each score foretold it, election by election",
    election: "Election",
    grade: { good: "good", weak: "weak", none: "none" },
    unfair: "apart",
    naive: "naive as good",
    noTest: "not tested",
    key: "Rank correlation: 1 is the exact order of the stations, 0 is chance, below that the order is reversed. “Apart”: no more people voted than at the election it is compared with, so it does not count in the verdict. Touch a number for the details.",
    open: (score, election) => `${score}, ${election}: show the details`,
    download: "Download the table (CSV)",
    fileName: (territory) => `reliability-${territory}.csv`,
  },
  csv: {
    election: "election",
    score: "score type",
    isFair: "comparable election",
    yes: "yes",
    no: "no",
    reference: "reference",
    stations: "stations",
    meanGain: "mean gain (points)",
    correlation: (index) => `rank correlation: ${index}`,
    within: (index) => `correlation within constituencies: ${index}`,
    lift: (index) => `extra gain among the first 20% (points): ${index}`,
    error: (index) => `mean error (points): ${index}`,
    bestLift: "extra gain at best (points)",
    coverage: "share inside the 80% interval",
    naiveAsGood: "naive index as good",
    verdict: "conclusion",
  },
  detail: {
    title: "One election in detail",
    score: "Score type",
    election: "Election",
    unfair:
      "This election did not mobilise more voters than the reference: the test shows where your camp held best, not who was mobilised.",
    seen: "The score saw only",
    reference: "Compared with",
    stations: "Stations compared",
    meanGain: "Your camp, on average",
    gained: (points) => `${points} points of registered voters`,
    gainedSteady: (points) => `${points} points of registered voters, at equal turnout`,
  },
  index: {
    title: "Four ways to order the stations",
    name: {
      score: "The score",
      lastResult: "Last result",
      abstentionTimesOwn: "Abstention × our share",
      uniformSwing: "Same change everywhere",
      oracle: "Perfect knowledge",
    },
    column: "Index",
    order: "Order",
    first: "First 20%",
    error: "Error",
    within: (value) => `${value} in const.`,
    unordered: "no order",
    points: (value) => `${value} pt`,
    note: "Order: rank correlation, within constituencies in small print. First 20%: share of the whole gain found among the 20% of registered voters that the index puts first (chance finds 20%), and by how many points the gain there exceeds the mean. Error: mean distance, in points, between the gain foretold and the gain that came.",
    noteLost:
      "Order: rank correlation, within constituencies in small print. First 20%: by how many points the change there exceeds the mean; a share of the gain means nothing here, as your camp lost or hardly gained. Error: mean distance, in points, between the change foretold and the change that came.",
  },
  lift: {
    title: "What if you had begun with the first ones?",
    caption: "Gain above the mean, in points, among the first registered voters that each index names; 0 is chance.",
    horizontal: "share of registered voters, first ranked first",
    summary: (parts) =>
      `Gain above the mean among the 20% of registered voters ranked first, in points: ${parts.join("; ")}.`,
    part: (index, points) => `${index} ${points}`,
    table: "The numbers of the curve",
    share: "Registered",
  },
  tenths: {
    title: "Foretold and realised",
    caption: (count) =>
      `The stations in ${count} ${plural(count, "slice", "slices")}, from the lowest gain foretold to the highest, in points of registered voters.`,
    foretold: "foretold",
    realised: "realised",
    group: "Slice",
    gap: (points, value) =>
      `Mean distance: ${points} ${plural(value, "point", "points")} per slice. The overall level comes from the election itself: a score orders stations, it does not foretell the total.`,
    table: "The numbers by slice",
  },
  coverage: {
    title: "Do the intervals hold?",
    intro: (share) =>
      `An 80% interval should hold eight stations in ten; between 75 and 85% it holds. Here, over all stations: ${share}.`,
    few: "Too few stations to measure the intervals at this election: their width comes from measurements made elsewhere.",
    size: "Size of the station",
    stations: "Stations",
    inside: "Inside",
    upTo: (high) => `fewer than ${high} registered`,
    between: (low, high) => `${low} to ${high} registered`,
    from: (low) => `${low} registered or more`,
    verdict: {
      onTarget: "holds",
      chance: "too few stations to tell",
      narrow: "too narrow",
      wide: "too wide",
    },
  },
  census: {
    title: "What the census adds",
    caption: "Error with the census, relative to without: learned on one election, tried on the next",
    learned: "Learned on",
    tried: "Tried on",
    change: "Change of error",
    percent: (signed) => `${signed}%`,
  },
  research: {
    title: "What research says",
    source: (text) => `Source: ${text}`,
    reservoir: {
      claim: "A reservoir is not a forecast.",
      text: "The score orders stations; added up, it foretells no result. That knocking where it is high wins more votes than knocking elsewhere is yet to be proved: it would take an experiment with stations drawn by lot.",
    },
    census: {
      claim: "The census adds nothing to past votes.",
      text: "In Paris, incomes and social housing alone order the stations at 0.81; past votes at 0.90, with or without the census. It serves where there are no results, and to explain.",
      source:
        "measured on open data, 858 stations of Paris, European and legislative elections of 2024. One city, one pair of elections.",
    },
    persuasion: {
      claim: "Persuading may move no vote at all.",
      text: "Over 49 field experiments in the United States, the best estimate of the effect of a contact on the choice of candidate, in a general election, is zero.",
      source: "Kalla and Broockman, American Political Science Review 112(1), 2018.",
    },
    france: {
      claim: "In France, the effect that was measured is on the choice, not on turnout.",
      text: "Presidential election of 2012, five million doors: no effect on turnout, but a rise in the candidate’s vote share, still visible at later elections.",
      source: "Pons, American Economic Review 108(6), 2018.",
    },
    turnout: {
      claim: "Getting out the vote works less well in Europe.",
      text: "About 2.5 points of turnout per contact in the United States, clearly less in six European countries; two Danish trials found nothing.",
      source:
        "Green, McGrath and Aronow, Journal of Elections, Public Opinion and Parties 23(1), 2013; Bhatti, Dahlgaard, Hansen and Hansen, British Journal of Political Science 49(1), 2019.",
    },
    newcomer: {
      claim: "A new candidate can turn everything round.",
      text: "In Paris in 2022, no method that was tried told where the far right would gain: the order was rather reversed (−0.33).",
      source: "measured on open data, European election of 2019 and presidential election of 2022.",
    },
  },
  leftOut: {
    title: "Results left aside",
    none: "All results add up.",
    intro: (count, text) =>
      `${text} ${plural(count, "result does", "results do")} not add up: no computation uses ${plural(count, "it", "them")}.`,
    election: (name, text, count) => `${name}: ${text} ${plural(count, "station", "stations")}`,
    pending: "Known once the scores are computed.",
  },
};
