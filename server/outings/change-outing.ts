import type { OutingChange } from "../contract/outings.ts";
import { PEOPLE_BELL } from "../people/people-deps.ts";
import { checkDay } from "./create-outing.ts";
import { checkLead, knownOuting, newLink, type OutingsDeps, openOuting, ringOuting } from "./outing-deps.ts";
import { shiftedClosing } from "./outing-hours.ts";
import { outingEnded, unknownOutingRoute } from "./outing-words.ts";

type Deps = Pick<OutingsDeps, "outings" | "outingRoutes" | "people" | "bells" | "now" | "newLinkToken">;

/**
 * Changes what is said of an outing; its links stay open as many hours as before from its beginning. Throws Refusal
 * "nothing-found", "outing-ended", "outing-over", "outing-too-far" and "unknown-lead".
 */
export async function changeOuting(outingId: string, change: OutingChange, deps: Deps): Promise<void> {
  const before = await openOuting(outingId, deps);
  const said = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  const after = { ...before, ...said };
  const closesAt = shiftedClosing(before.closesAt, before, after);
  if (after.day !== before.day || after.startsAt !== before.startsAt) checkDay(after, closesAt, deps.now());
  // Who leads it already may go on, whatever has become of the account.
  if (after.leadAccountId !== before.leadAccountId) await checkLead(after.leadAccountId, deps);
  if (!(await deps.outings.change(outingId, { ...after, closesAt: closesAt.toISOString() }))) throw outingEnded();
  // Who led it looks on no more.
  if (after.leadAccountId !== before.leadAccountId) deps.bells.ring(PEOPLE_BELL);
  ringOuting(outingId, deps);
}

/** Ends an outing for good: no link opens any more. Throws Refusal "nothing-found"; closing twice changes nothing. */
export async function closeOuting(outingId: string, deps: Deps): Promise<void> {
  await knownOuting(outingId, deps);
  if (await deps.outings.close(outingId, deps.now())) ringOuting(outingId, deps);
}

/** Kills the link of a route, which keeps its stops until they are given to somebody. Throws Refusal "nothing-found", "outing-ended". */
export async function takeBackRoute(outingId: string, routeId: string, deps: Deps): Promise<void> {
  await knownRoute(outingId, routeId, deps);
  if (await deps.outingRoutes.takeBack(outingId, routeId, deps.now())) ringOuting(outingId, deps);
}

/** Gives a route another link, for another phone. The one before is dead. Throws Refusal "nothing-found", "outing-ended". */
export async function renewLink(outingId: string, routeId: string, deps: Deps): Promise<void> {
  await knownRoute(outingId, routeId, deps);
  if (!(await deps.outingRoutes.renew(outingId, routeId, newLink(deps), deps.now()))) throw outingEnded();
  ringOuting(outingId, deps);
}

async function knownRoute(outingId: string, routeId: string, deps: Deps): Promise<void> {
  await openOuting(outingId, deps);
  const routes = await deps.outingRoutes.routes(outingId);
  if (!routes.some(({ id }) => id === routeId)) throw unknownOutingRoute();
}
