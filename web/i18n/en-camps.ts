import type { frCamps } from "./fr-camps.ts";
import { englishPlural as plural } from "./plural.ts";

/** Words of the campaign's choice of candidates. */
export const enCamps: typeof frCamps = {
  heading: "Our camp",
  intro:
    "Say where each candidate stands, from ours to hostile. The scores and the map change at once. Who is not classed counts as neutral.",
  presets: "Start from a family",
  presetsHint: "Replaces every choice; then correct candidate by candidate.",
  name: "Name of this choice",
  filter: "Filter candidates",
  candidates: "Candidates by election",
  ours: "Ours",
  near: "Near",
  neutral: "Neutral",
  far: "Far",
  hostile: "Hostile",
  unclassed: "Not classed",
  sideOf: (name) => `Camp of ${name}`,
  votes: (text) => `${text} votes`,
  saved: "Choice saved",
  unsaved: "A starting point, not saved",
  keep: "Keep this choice",
  saving: "Saving…",
  saveFailed: "Choice not saved",
  waits: "Waiting for your decision",
  decide: "Decide",
  undo: "Undo the last change of side",
  redo: "Redo the change of side",
  counts: (ours, near, neutral, far, hostile) =>
    `${ours} ours, ${near} near, ${neutral} neutral, ${far} far, ${hostile} hostile`,
  used: "Elections used",
  basisLow: "Low turnout",
  basisHigh: "High turnout",
  basisPersuasion: "Persuasion",
  basisNone: "none",
  families: {
    "far-left": "far left",
    left: "left",
    ecologist: "greens",
    centre: "centre",
    right: "right",
    "far-right": "far right",
    other: "other",
  },
  review: {
    classed: (share) => `${share} classed`,
    sharesOf: (parts) => `Shares of the votes: ${parts}`,
    little: (share) =>
      `Only ${share} of this election's votes have a side: it can hardly serve the scores. Class the candidates at the top of the list first.`,
    nothing: "No candidate of this election has a side: it cannot serve the scores.",
    warning: (count) =>
      `${count} ${plural(count, "election has", "elections have")} less than half of the votes classed.`,
    apply: (side) => `Suggestion: ${side}`,
    applyTo: (name, side) => `Suggestion: ${side}, for ${name}`,
    applyAll: (count) => `Apply the ${count} suggestions`,
    applyOne: "Apply the suggestion",
    applyEverywhere: (count) => `Apply every suggestion (${count})`,
    also: (count) => `Also in the other ${plural(count, "round", "rounds")} (${count})`,
    alsoFor: (also, name, side, elections) => `${also}: ${name}, ${side}, ${elections}`,
    because: {
      nuance: (source, family) => `Nuance ${source}: ${family}`,
      name: (_, family) => `National candidate: ${family}`,
      list: (source, family) => `List name “${source}”: ${family}`,
      elsewhere: (source, family) => `${source}: ${family}`,
      votes: (source, family, share) =>
        `The votes are where those of the ${family} family were (${source}): ${share} go with them`,
      unknown: "No nuance and no known name",
      person: (election) => `same name, ${election}`,
    },
  },
  second: {
    elected: (name, share, stations) =>
      `No second round in ${stations}: ${name} was elected there in the first, with ${share} of the votes.`,
    "likely-elected": (name, share, stations) =>
      `No known second round in ${stations}: ${name} had ${share} of the votes in the first, enough to be elected.`,
    "no-result": (_name, _share, stations) =>
      `No known second round in ${stations}: none of the imported files holds it.`,
    stations: (count, text) => `${text} ${plural(count, "station", "stations")}`,
    here: "this station",
  },
  conflict: {
    heading: "Another organizer has saved a choice",
    text: (name, when) =>
      `“${name}”, ${when}, while you were changing yours. Nothing was replaced, and both will stay among the versions.`,
    untitled: "Untitled",
    differences: "What their version changes against yours:",
    join: "Join the two",
    joinHint: "Theirs, with the candidates that you have just changed.",
    take: "Take theirs",
    keep: "Keep mine",
  },
  versions: {
    heading: "Versions",
    intro: "Every saved choice is kept. Changes that follow each other closely make one version.",
    kind: {
      edit: "candidate by candidate",
      preset: "family",
      import: "imported file",
      restored: "taken up again",
    },
    restoredFrom: (when) => `taken up from ${when}`,
    current: "current",
    differences: "What would change if you took it up again:",
    same: "It says the same as the present choice.",
    restore: "Take this version up again",
    closeVersion: "Close it",
    change: (name, from, to) => `${name}: ${from} → ${to}`,
    others: (count, written) => `and ${written} ${plural(count, "other change", "other changes")}`,
  },
  file: {
    heading: "Share this choice",
    intro: "A JSON file, the same as for “--campaign” on the command line.",
    write: "Export",
    read: "Import…",
    fileName: "sides",
    done: (known, unknown) =>
      unknown === 0
        ? `Choice imported: ${known} candidates classed.`
        : `Choice imported: ${known} candidates classed; ${unknown} ${plural(unknown, "candidate is", "candidates are")} not in this territory and ${plural(unknown, "was", "were")} left out.`,
    unreadable: "This file is not JSON.",
    "other-shape": "This file is not a choice of sides exported by Arpent.",
    "other-territory": "No candidate of this file is in this territory.",
  },
};
