import type { Language } from "../contract/plan.ts";
import { SHEET_MEDIA_TYPES, type SheetFormat, sheetFileName } from "../sheets/sheet-format.ts";
import type { TerritoryLibrary } from "../territories/territory-library.ts";
import type { Workers } from "../work/create-workers.ts";
import type { PlanStore } from "./plan-store.ts";
import { type PresentPlanDeps, presentPlan } from "./present-plan.ts";

export interface PlanSheetsDeps extends PresentPlanDeps {
  readonly library: Pick<TerritoryLibrary, "path">;
  readonly workers: Pick<Workers, "printSheets" | "composePlan">;
  readonly plans: PlanStore;
  readonly now: () => Date;
}

export interface SheetsOrder {
  readonly planId: string;
  readonly format: SheetFormat;
  readonly language: Language;
  /** One route, or null for all. */
  readonly routeId: string | null;
  /** Where phones reach this server, without a slash at the end. */
  readonly publicUrl: string;
}

/** Sheets of a plan, ready to download. Throws Refusal "nothing-found" and "plan-not-done". */
export async function planSheets(order: SheetsOrder, deps: PlanSheetsDeps) {
  const { planId, format, language, routeId, publicUrl } = order;
  const { territoryName, plan } = await presentPlan(planId, deps);
  const tokens = await deps.plans.routeTokens(planId);
  const routeAddresses = Object.fromEntries(
    Object.entries(tokens).map(([route, token]) => [route, `${publicUrl}/r/${token}`]),
  );
  const path = deps.library.path(territoryName);
  // First: sheets that are made are not thrown away because a note of them failed.
  await deps.plans.noteSheets(planId, deps.now());
  const bytes = await deps.workers.printSheets({ path, plan, format, language, routeId, routeAddresses });
  return {
    bytes,
    mediaType: SHEET_MEDIA_TYPES[format],
    fileName: sheetFileName(routeId, format, language),
  };
}
