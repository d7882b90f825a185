import type { frGuide } from "./fr-guide.ts";

/** The help of each screen: what it shows, how to read it, what it does not say. */
export const enGuide: typeof frGuide = {
  open: (name: string) => `Help: ${name}`,
  shows: "What this screen shows",
  read: "How to read it",
  silent: "What it does not say",
  home: {
    name: "Territories",
    shows: "The territories of this machine: each brings together the public data of a town or neighbourhood.",
    read: "Open a territory to work on it. The menu of a card renames it, adds a file to it or deletes it.",
    silent: "Nothing is sent elsewhere: territories and what you write stay on this machine.",
  },
  import: {
    name: "Import",
    shows: "The files that you bring, what each holds, and what is still missing to make a territory.",
    read: "Only streets are required. Each file is recognised by its content, not its name; if its columns are unknown, say what they hold. The final report counts what was kept and what was not, with the reason.",
    silent: "That a file is recognised does not prove that it is up to date or complete: read “Before anyone walks”.",
  },
  stations: {
    name: "Stations",
    shows:
      "The polling stations, by what can be won there: mobilisation, persuasion, votes per hour, or the mix that you set.",
    read: "Tick stations or draw a zone; the bar below counts the doors. A score is an estimate with an 80% interval: two stations whose intervals overlap are worth the same.",
    silent: "A score holds for a whole station. It says nothing of a person, a household or a door.",
  },
  camps: {
    name: "Candidates",
    shows: "The candidates of each election, and where you place them: ours, near, far, hostile.",
    read: "At least one candidate must be ours for there to be a score. Begin with a ready-made proposal, then correct it. Every change is saved and can be undone.",
    silent: "Where a candidate stands is your political reading: Arpent has none.",
  },
  routes: {
    name: "Routes",
    shows: "From the selection to the sheets: who walks which streets, in what order, and for how long.",
    read: "Say how many you are and for how long, then start. Every route fits the time that is given; what does not fit is listed with the reason.",
    silent: "Durations suppose an ordinary pace and a mean time per door: your first outing will tell you yours.",
  },
  reliability: {
    name: "Reliability",
    shows: "What the scores would have been worth at past elections, with what was known the day before each.",
    read: "Compare the score with simply carrying over the last result: where it does no better, do not rank by it.",
    silent: "The past promises nothing: a new candidate or new boundaries can change everything.",
  },
  sources: {
    name: "Data",
    shows: "Where every number comes from: files, licences, rows kept and left out, field assumptions.",
    read: "Begin with “Before anyone walks”: warnings come first.",
    silent: "Public files have errors of their own; Arpent counts only those that it can see.",
  },
  compare: {
    name: "Compare",
    shows: "Up to four neighbourhoods side by side, one measure per row.",
    read: "The best value is said in words, and only where the intervals do not overlap.",
    silent: "A difference without a mention is not certain: it may be chance.",
  },
};
