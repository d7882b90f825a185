import type { PlanRequest } from "../contract/plan.ts";
import { leftOutAddresses } from "./left-out-rules.ts";
import type { ProgressStore } from "./progress-store.ts";

/** The request with the addresses that earlier outings settled, when it asks to leave them out. What it named itself is not believed. */
export async function leaveOutDone(
  territoryName: string,
  { leftOut: _, neverAsked: __, ...request }: PlanRequest,
  { progress, now }: { readonly progress: Pick<ProgressStore, "covered">; readonly now: () => Date },
): Promise<PlanRequest> {
  const asked = request.leaveOutDone;
  if (!asked) return request;
  const covered = await progress.covered(territoryName);
  const { leftOut, neverAsked } = leftOutAddresses(covered, asked, now());
  return { ...request, leftOut: [...leftOut], neverAsked: [...neverAsked] };
}
