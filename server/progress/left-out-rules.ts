import { groupBy } from "../../geodata/geometry/group-by.ts";
import type { LeftOut, LeftOutCode } from "../contract/left-out.ts";
import { sumCounts } from "./hide-small.ts";
import { localDay } from "./local-day.ts";
import type { CoveredStop } from "./progress-store.ts";

/**
 * Which addresses the next plan leaves out, from what was reported of them over all outings. The rules are those of campaigns on the
 * ground, and count doors of a building, for nothing says which door it was:
 *
 * 1. *ne plus passer*: who asked for no more visits gets none. A building of one door is left out for good. Of larger ones the doors
 *    are counted in the plan, for whoever walks there to be told.
 * 2. *conversation, refus, boîtage*: settled. A building whose doors are all settled is done.
 * 3. Nothing says which doors of a building are still open, so going back troubles everybody there again: a building comes back only
 *    while at least a third of its doors are open. Doors nobody tried are open, unless the volunteer said that the building is finished.
 * 4. *plus tard*: asked us back, so comes back, on any day.
 * 5. *absent*: comes back, on another day of the week or at another half of the day than the last time: who was out on a Saturday
 *    afternoon is most often out on the next. Without a day for the coming outing it comes back.
 * 6. *inaccessible*: comes back after two weeks, and no more after three visits that found the entrance closed.
 */
export const LEFT_OUT_RULES = { leastOpenShare: 1 / 3, closedDays: 14, closedVisits: 3 } as const;

export interface ComingOuting {
  /** 2026-03-14 and 14:30; null when they are not known yet. */
  readonly day: string | null;
  readonly startsAt: string | null;
}

export interface LeftOutAnswer {
  readonly leftOut: readonly LeftOut[];
  /** Doors of buildings that are visited, and that asked for no more visits. */
  readonly neverAsked: readonly { readonly stopId: string; readonly doors: number }[];
}

const DAY_MS = 24 * 3600 * 1000;

export function leftOutAddresses(covered: readonly CoveredStop[], coming: ComingOuting, now: Date): LeftOutAnswer {
  const leftOut: LeftOut[] = [];
  const neverAsked: { stopId: string; doors: number }[] = [];
  for (const [stopId, visits] of groupBy(covered, (visit) => visit.stopId)) {
    const code = reasonOf(visits, coming, now);
    const never = sumCounts(visits.map(({ counts }) => counts)).never;
    if (code !== null) leftOut.push({ stopId, code });
    else if (never > 0) neverAsked.push({ stopId, doors: never });
  }
  return { leftOut, neverAsked };
}

function reasonOf(visits: readonly CoveredStop[], coming: ComingOuting, now: Date): LeftOutCode | null {
  const inOrder = [...visits].sort((one, other) => (momentOf(one) < momentOf(other) ? -1 : 1));
  const last = inOrder.at(-1);
  if (!last) return null;
  const all = sumCounts(inOrder.map(({ counts }) => counts));
  const known = Math.max(...inOrder.map(({ doors }) => doors));
  if (all.never > 0 && known <= 1) return "never-again";

  const isFinished = inOrder.some((visit) => visit.isFinished);
  const tried = Math.max(...inOrder.map(({ doorsTried }) => doorsTried));
  const doors = isFinished ? tried : Math.max(known, tried);
  const settled = all.conversation + all.refused + all.leaflet + all.never;
  const open = Math.max(0, doors - settled);
  if (open === 0) return "done-before";
  if (all.later > 0) return null;
  if (open / doors < LEFT_OUT_RULES.leastOpenShare) return "done-before";

  const untried = doors - tried;
  if (untried > 0) return null;
  return last.counts.inaccessible > 0 && last.counts.absent === 0
    ? closedReason(inOrder, coming, now)
    : absentReason(last, coming);
}

function closedReason(visits: readonly CoveredStop[], coming: ComingOuting, now: Date): LeftOutCode | null {
  const closed = visits.filter(({ counts }) => counts.inaccessible > 0);
  if (closed.length >= LEFT_OUT_RULES.closedVisits) return "no-way-in";
  const last = Date.parse(closed.at(-1)?.day ?? "");
  const day = Date.parse(coming.day ?? localDay(now));
  return day - last < LEFT_OUT_RULES.closedDays * DAY_MS ? "another-time" : null;
}

function absentReason(last: CoveredStop, coming: ComingOuting): LeftOutCode | null {
  if (last.counts.absent === 0 || coming.day === null) return null;
  const isSameWeekday = new Date(last.day).getUTCDay() === new Date(coming.day).getUTCDay();
  const isSameHalf = coming.startsAt === null || halfOfDay(last.startsAt) === halfOfDay(coming.startsAt);
  return isSameWeekday && isSameHalf ? "another-time" : null;
}

function halfOfDay(clock: string): "morning" | "afternoon" | "evening" {
  if (clock < "13:00") return "morning";
  return clock < "18:00" ? "afternoon" : "evening";
}

function momentOf({ day, startsAt }: CoveredStop): string {
  return `${day} ${startsAt}`;
}
