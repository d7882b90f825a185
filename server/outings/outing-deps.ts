import type { Bells } from "../campaign/bells.ts";
import type { AccountStore } from "../people/account-store.ts";
import { mayLead } from "../people/people.ts";
import type { PlanStore } from "../plans/plan-store.ts";
import type { PresentPlanDeps } from "../plans/present-plan.ts";
import type { SurveyStore } from "../surveys/survey-store.ts";
import type { TerritoryLibrary } from "../territories/territory-library.ts";
import type { Workers } from "../work/create-workers.ts";
import type { OutingRouteStore } from "./outing-route-store.ts";
import type { OutingStore, StoredOuting } from "./outing-store.ts";
import { outingEnded, unknownLead, unknownOuting } from "./outing-words.ts";
import { newRouteCode, type RouteLink } from "./route-link.ts";

export interface OutingsDeps extends PresentPlanDeps {
  readonly library: Pick<TerritoryLibrary, "path">;
  readonly workers: Pick<Workers, "outing" | "composePlan">;
  readonly plans: Pick<PlanStore, "find" | "plan" | "noteSheets">;
  readonly outings: OutingStore;
  readonly outingRoutes: OutingRouteStore;
  readonly people: { readonly accounts: Pick<AccountStore, "find"> };
  readonly surveys: Pick<SurveyStore, "find">;
  readonly bells: Bells;
  readonly newToken: () => string;
  /** A secret that a volunteer's link holds: it says which campaign of the installation it is of. */
  readonly newLinkToken: () => string;
  readonly now: () => Date;
}

/** Throws Refusal "nothing-found". */
export async function knownOuting(outingId: string, { outings }: Pick<OutingsDeps, "outings">): Promise<StoredOuting> {
  const outing = await outings.find(outingId);
  if (!outing) throw unknownOuting();
  return outing;
}

/** An outing whose routes may still change. Throws Refusal "nothing-found" and "outing-ended". */
export async function openOuting(outingId: string, deps: Pick<OutingsDeps, "outings">): Promise<StoredOuting> {
  const outing = await knownOuting(outingId, deps);
  if (outing.endedAt !== null) throw outingEnded();
  return outing;
}

/** Throws Refusal "unknown-lead" when it is nobody's account, a closed one, or one that may not lead. */
export async function checkLead(accountId: string | null, { people }: Pick<OutingsDeps, "people">): Promise<void> {
  if (accountId === null) return;
  const account = await people.accounts.find(accountId);
  if (!account || !mayLead(account)) throw unknownLead();
}

export function newLink({ newLinkToken }: Pick<OutingsDeps, "newLinkToken">): RouteLink {
  return { token: newLinkToken(), code: newRouteCode() };
}

/** After every change that somebody who looks at the outing, or walks in it, should hear of. */
export function ringOuting(outingId: string, { bells }: Pick<OutingsDeps, "bells">): void {
  bells.ring(`outing:${outingId}`);
}
