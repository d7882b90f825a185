import type { frFirstSteps } from "./fr-first-steps.ts";
import { englishPlural as plural } from "./plural.ts";

/** Words of the first steps, and of what is done to territories as a whole. */
export const enFirstSteps: typeof frFirstSteps = {
  heading: "From nothing to the first sheet",
  intro: "Five steps. Each ticks itself off once it is done.",
  done: "done",
  skipped: "not needed: this territory has no election results",
  dismiss: "Hide these steps",
  show: "Show the first steps again",
  territory: {
    title: "Open a territory",
    text: "Import the public files of your commune, or try with an invented town.",
    action: "Import files",
  },
  camps: {
    title: "Choose the camps",
    text: "Say which candidates are ours: the scores depend on it.",
    action: "Choose the camps",
    fact: (count: number, text: string) => `${text} ${plural(count, "candidate of ours", "candidates of ours")}`,
  },
  stations: {
    title: "See the stations",
    text: "The ranking says where an hour of canvassing counts most.",
    action: "See the stations",
    fact: (count: number, text: string) => `${text} ${plural(count, "station ranked", "stations ranked")}`,
  },
  plan: {
    title: "Plan the routes",
    text: "Choose stations, say how many you are and for how long.",
    action: "Plan the routes",
    fact: (count: number, text: string) => `${text} planned ${plural(count, "outing", "outings")}`,
  },
  sheet: {
    title: "Print the first sheet",
    text: "Open the finished plan: PDF for the printer, or an outing for the phones.",
    action: "Open the plan",
    fact: (count: number, text: string) => `sheets of ${text} ${plural(count, "plan", "plans")}`,
  },
  demo: "Try with an invented town",
  demoHint: "Less than a minute, without any file.",
  newTerritory: "Import a territory",
  menu: (title: string) => `Manage ${title}`,
  rename: "Rename",
  renameLabel: "New name",
  addFile: "Add a file and build again",
  rebuildFromFiles: "Build again from files",
  renamed: (before: string, after: string) => `“${before}” is now called “${after}”.`,
  removed: (title: string) => `“${title}” is deleted.`,
  remove: "Delete",
  removeTitle: (title: string) => `Delete “${title}”?`,
  lost: (size: string) => `The territory (${size}) is erased from this machine.`,
  lostFiles: (size: string) => `The imported files that it comes from (${size}) are erased too.`,
  lostPlans: (count: number, text: string) =>
    `${text} ${plural(count, "plan can no longer be opened", "plans can no longer be opened")}. Links already given to teams stay readable.`,
  keptChoices: (count: number, text: string) =>
    `${text} ${plural(count, "version", "versions")} of the camps stay in the campaign.`,
  keptAll: "What you wrote comes back if you build a territory of the same name again.",
  refused: "A plan is being made: wait until it ends before deleting.",
};
