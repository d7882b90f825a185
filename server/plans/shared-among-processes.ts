import type { Bells } from "../campaign/bells.ts";
import type { CampaignDatabase } from "../campaign/campaign-database.ts";
import { campaignPlace } from "../campaign/campaign-place.ts";
import { holdProgramMark, isProgramGone } from "../campaign/program-marks.ts";
import type { PlanJobs } from "./plan-jobs.ts";
import { createPlanOwnerStore } from "./plan-owner-store.ts";
import type { PlanStore } from "./plan-store.ts";
import { type SharedPlanJobsDeps, sharePlanJobs } from "./share-plan-jobs.ts";

export interface SharedPlans {
  readonly jobs: PlanJobs;
  /** After the jobs are closed: from then on this process counts as gone. */
  close(): Promise<void>;
}

/** Plans of a campaign on PostgreSQL; null for one in a file, which one process serves. */
export async function sharedAmongProcesses({
  home,
  slug,
  database,
  ...deps
}: {
  readonly home: string;
  readonly slug?: string;
  readonly database: CampaignDatabase;
  readonly bells: Bells;
  readonly jobs: PlanJobs;
  readonly plans: PlanStore;
  readonly programId: string;
  readonly log: SharedPlanJobsDeps["log"];
}): Promise<SharedPlans | null> {
  const place = campaignPlace(home, process.env.DATABASE_URL, slug);
  if (typeof place === "string") return null;
  const mark = await holdProgramMark(place, deps.programId);
  const jobs = sharePlanJobs({
    ...deps,
    owners: createPlanOwnerStore(database),
    isGone: (programId) => isProgramGone(database, place.schema, programId),
  });
  return { jobs, close: () => mark.close() };
}
