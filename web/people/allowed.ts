import type { Account, Me } from "../../server/contract/people.ts";

/**
 * What the application offers to whoever uses it; the server decides for itself (access table). Before there are accounts
 * the machine may do everything, and so it is taken when the server does not say who is there.
 */
export interface Allowed {
  /** People, roles, the audit log. */
  readonly directs: boolean;
  /** Makes and changes plans and zones, perhaps within limits. */
  readonly organizes: boolean;
  /** Imports, and what is the whole campaign's. */
  readonly organizesEverywhere: boolean;
  /** Looks at plans and zones. */
  readonly seesPlans: boolean;
  /** Opens outings with their routes, links and volunteers, perhaps their own alone. */
  readonly runsOutings: boolean;
}

/** Until the server has said who is there: what a role may not do does not appear for a moment. */
export const NOTHING_YET: Allowed = {
  directs: false,
  organizes: false,
  organizesEverywhere: false,
  seesPlans: false,
  runsOutings: false,
};

export function allowed(me: Me | null): Allowed {
  const account: Account | null = me?.account ?? null;
  if (account === null) {
    return { directs: true, organizes: true, organizesEverywhere: true, seesPlans: true, runsOutings: true };
  }
  const directs = account.role === "director";
  const organizes = directs || account.role === "organizer";
  return {
    directs,
    organizes,
    organizesEverywhere: organizes && account.limits === null,
    seesPlans: organizes || account.role === "observer",
    runsOutings: organizes || account.role === "lead",
  };
}
