import type { frChange } from "./fr-change.ts";
import { englishPlural as plural } from "./plural.ts";

/** Words of changing a plan that is finished. */
export const enChange: typeof frChange = {
  heading: "Change this plan",
  absent: "Who is not coming?",
  absentRoute: (id) => `Route ${id} away`,
  absentWord: "away",
  added: "More volunteers",
  addedPairs: "More pairs",
  minutes: "Minutes for each from now on",
  minutesHint: "Empty: what each has left.",
  minutesFree: "what is left",
  marks: "Marked addresses",
  marksNone: "None. Open a route to mark its addresses.",
  marksCount: (done, skipped, locked) =>
    [[done, "done"] as const, [skipped, "taken out"] as const, [locked, "kept"] as const]
      .filter(([count]) => count > 0)
      .map(([count, word], place) =>
        place === 0 ? `${count} ${plural(count, "address", "addresses")} ${word}` : `${count} ${word}`,
      )
      .join(", "),
  marksClear: "Clear the marks",
  keepsOrder: "Keep the order too",
  keepsOrderHint: "The kept addresses of a route follow one another as in this plan.",
  go: "Make the plan again",
  goHint: "This one stays in the list of routes already computed.",
  failed: "The plan could not be made again.",
  why: {
    unreadable: "First correct the numbers in red.",
    "nobody-left": "No route remains: keep one, or add a volunteer.",
    "nothing-changed": "Nothing is changed: say who is not coming, who joins, or mark addresses.",
    "only-locked": "Nothing else is changed: the kept addresses are on their route already.",
  },
  mark: { done: "done", locked: "keep on this route", skipped: "take out" },
  marked: { done: "done", locked: "kept", skipped: "taken out" },
  markHint: "Mark what has changed, then make the plan again:",
  markStop: (stop, mark) => `${stop}: ${mark}`,
  markGroup: (street, mark) => `${street}, every address: ${mark}`,
  markStops: (street) => `Mark the addresses: ${street}`,
  toChange: "Change the plan",
  before: "Back to the plan before",
  report: ({ report, integer, removedRoutes, removedCount }) => {
    const { movedStops: moved, takenOverStops: taken, addedStops: added, droppedStops: dropped } = report;
    const from =
      removedRoutes === "" ? "from those away" : `from ${plural(removedCount, "route", "routes")} ${removedRoutes}`;
    const parts = [
      moved === 0
        ? "No address changes volunteer"
        : `${integer(moved)} ${plural(moved, "address changes", "addresses change")} volunteer`,
      taken === 0 ? "" : `${integer(taken)} taken over ${from}`,
      added === 0 ? "" : `${integer(added)} added`,
      dropped === 0 ? "none dropped" : `${integer(dropped)} dropped`,
    ];
    const same = report.unchangedRoutes;
    const routes = same === 0 ? "no route unchanged" : `${integer(same)} ${plural(same, "route", "routes")} unchanged`;
    return `${parts.filter(Boolean).join(", ")}; ${routes}.`;
  },
  locksLost: (count) =>
    `${count} ${plural(count, "address to keep is no longer on its route", "addresses to keep are no longer on their route")}, for lack of time.`,
  unchanged: "unchanged",
};
