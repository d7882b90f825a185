import type { frCut } from "./fr-cut.ts";
import { englishPlural as plural } from "./plural.ts";

export const enCut: typeof frCut = {
  open: "Cut automatically…",
  heading: "Cut automatically",
  close: "Close",
  intro:
    "Zones of equal work, compact, that keep to one side of rivers, railways and main roads. Nothing changes before you apply; afterwards everything can be edited by hand.",
  subject: "Cut",
  subjects: {
    all: "The whole territory",
    free: "Doors in no zone",
    zones: "Zones of this set",
    area: "The chosen area (Areas tab)",
  },
  whichZones: "Zones to cut again",
  doors: (count, written) =>
    count === 0 ? "No door to cut." : `${written} ${plural(count, "door", "doors")} to share out.`,
  locked: (count, names) =>
    `${names}: ${plural(count, "locked zone, left as it is", "locked zones, left as they are")}.`,
  away: (count, written) =>
    `${written} ${plural(count, "door", "doors")} away from all known streets will be in no zone.`,
  tooLarge: (written, most) =>
    `${written} addresses are more than the ${most} that can be cut in one go. Choose an area, or zones.`,
  count: "Number of zones",
  counts: { zones: "I choose it", team: "By the team" },
  zones: "Zones",
  go: "Propose zones",
  again: "Another try",
  busy: "Cutting… A large town takes half a minute.",
  seconds: (written) => `${written} s`,
  ready: (tries) => `Zones proposed, try ${tries}. They are on the map; their figures follow.`,
  failed: "The zones could not be cut.",
  tries: "Tries",
  try: (number) => `Try ${number}`,
  onMap: "On the map",
  hand: "Present",
  proposed: "Proposed",
  scores: "The proposed zones beside the present ones, for the same doors",
  measure: "Measure",
  covered: (zones, written, doors, writtenDoors) =>
    `${written} ${plural(zones, "zone", "zones")}, ${writtenDoors} ${plural(doors, "door", "doors")}`,
  metres: (written) => `${written} m`,
  rows: {
    metres: "Walk per door",
    worst: "Worst zone, per door",
    heaviest: "Heaviest",
    lightest: "Lightest",
    roads: "Main roads to cross",
    bridges: "Bridges or tunnels",
    shared: "Shared streets",
    compactness: "Compactness",
  },
  better: "better",
  noHand: "No zone has any of these doors yet: nothing to compare with.",
  method:
    "Walk in metres-equivalent: 60 m more for each main road to cross. Load: against the mean work of a zone. Compactness: 100 % for a disc.",
  replaces: (count, names, others) =>
    `${plural(count, "Replaces zone", "Replaces zones")} ${names}${others > 0 ? ` and ${others} ${plural(others, "other", "others")}` : ""}.`,
  apply: "Apply to this set",
  applyToCopy: (name) => `As a new set: ${name}`,
  undoable: "One single change, undone in one go.",
  applied: (count, written) => `${written} ${plural(count, "zone", "zones")} cut.`,
  appliedToCopy: (name, count, written) => `Set “${name}” opened: ${written} ${plural(count, "zone", "zones")} cut.`,
  stopped: "Cut given up, nothing has changed.",
  score: (metres) => `${metres} m walked per door`,
  scoreWorst: (name, metres) => `worst zone: ${name}, ${metres} m`,
  scoreHeaviest: (name, more) => `heaviest: ${name}, ${more}`,
  scoreHint: "Metres-equivalent: 60 m more for each main road to cross.",
  scorePending: "Walk per door: computing…",
  scoreLabel: "Score of the set",
  fit: "Fit",
  fitZone: (name) => `Fit ${name} on the map`,
};
