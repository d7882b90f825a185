import { Hono } from "hono";
import * as v from "valibot";
import { PlanRequestSchema } from "../contract/plan.ts";
import { PlanChangeSchema } from "../contract/plan-change.ts";
import { PlanEditRequestSchema } from "../contract/plan-edit.ts";
import { check } from "../http/check-request.ts";
import type { FaultLog } from "../http/problem-response.ts";
import { requestLanguage } from "../http/request-language.ts";
import { bytesOf, sendFramed, sendGzip, sendPacked } from "../http/send-json.ts";
import { streamEvents } from "../http/stream-events.ts";
import type { OutingStore } from "../outings/outing-store.ts";
import { type LimitsDeps, plansWithin } from "../people/within-limits.ts";
import { SHEET_FORMATS } from "../sheets/sheet-format.ts";
import { type EditPlanDeps, editPlan } from "./edit-plan.ts";
import { endPlan } from "./end-plan.ts";
import { finishPlan } from "./finish-plan.ts";
import { type PlanEditEventsDeps, planEditEvents } from "./plan-edit-events.ts";
import { FINAL_ID, planEvents } from "./plan-events.ts";
import { type PlanSheetsDeps, planSheets } from "./plan-sheets.ts";
import { planState } from "./plan-state.ts";
import { unknownPlan } from "./plan-words.ts";
import { presentPlan } from "./present-plan.ts";
import { rehearseEdit } from "./rehearse-edit.ts";
import { startChange } from "./start-change.ts";
import { type StartPlanDeps, startPlan } from "./start-plan.ts";

export interface PlansDeps extends StartPlanDeps, PlanSheetsDeps, EditPlanDeps, LimitsDeps {
  readonly workers: StartPlanDeps["workers"] & PlanSheetsDeps["workers"] & EditPlanDeps["workers"];
  readonly plans: StartPlanDeps["plans"];
  readonly edits: EditPlanDeps["edits"];
  readonly bells: PlanEditEventsDeps["bells"];
  readonly outings: Pick<OutingStore, "namesOfPlan">;
  readonly log: FaultLog;
  /** Where phones reach this server; null takes the address of the request. */
  readonly publicUrl: string | null;
  /** Aborted when the server stops: event streams end. */
  readonly closing: AbortSignal;
}

const SheetsParams = v.object({ planId: v.string(), format: v.picklist(SHEET_FORMATS) });

export function plansEndpoints(deps: PlansDeps) {
  return new Hono()
    .post("/territories/:name/plans", check("json", PlanRequestSchema), async (context) => {
      const planId = await startPlan(
        context.req.param("name"),
        context.req.valid("json"),
        deps,
        context.var.actor.accountId,
      );
      context.header("Location", `/api/plans/${planId}`);
      return context.json({ planId }, 202);
    })
    .get("/territories/:name/plans", async (context) => {
      const name = context.req.param("name");
      deps.library.path(name);
      context.header("Cache-Control", "no-store");
      return context.json({ plans: await plansWithin(await deps.plans.list(name), name, context.var.actor, deps) });
    })
    .get("/plans/:planId", async (context) => {
      const planId = context.req.param("planId");
      const state = await planState(planId, requestLanguage(context), deps);
      const plan = state.status === "done" ? (await presentPlan(planId, deps)).plan : null;
      // Read last: no edit that is in the plan is missing.
      const recentEdits = await deps.edits.recent(planId);
      context.header("Cache-Control", "no-store");
      return plan
        ? sendFramed(context, { ...state, recentEdits }, "plan", plan)
        : context.json({ ...state, recentEdits, plan: null });
    })
    .post("/plans/:planId/changes", check("json", PlanChangeSchema), async (context) => {
      const planId = await startChange(
        context.req.param("planId"),
        context.req.valid("json"),
        deps,
        context.var.actor.accountId,
      );
      context.header("Location", `/api/plans/${planId}`);
      return context.json({ planId }, 202);
    })
    .post("/plans/:planId/edits", check("json", PlanEditRequestSchema), async (context) => {
      const answer = await editPlan(context.req.param("planId"), context.req.valid("json"), deps);
      context.header("Cache-Control", "no-store");
      return sendPacked(context, answer);
    })
    .post("/plans/:planId/edits/rehearsal", check("json", v.object({})), async (context) => {
      await rehearseEdit(context.req.param("planId"), deps);
      return context.body(null, 204);
    })
    .get("/plans/:planId/edits/events", async (context) => {
      const planId = context.req.param("planId");
      const edits = await deps.edits.edits(planId);
      if (!edits) throw unknownPlan();
      const asked = context.req.header("Last-Event-ID") ?? context.req.query("after") ?? "";
      const after = /^\d{1,15}$/.test(asked) ? Number(asked) : edits.revision;
      return streamEvents(context, { events: (signal) => planEditEvents(planId, after, signal, deps) }, deps);
    })
    .post("/plans/:planId/finish", check("json", v.object({})), async (context) => {
      await finishPlan(context.req.param("planId"), deps);
      return context.body(null, 204);
    })
    .delete("/plans/:planId", async (context) => {
      await endPlan(context.req.param("planId"), deps);
      return context.body(null, 204);
    })
    .get("/plans/:planId/events", async (context) => {
      const planId = context.req.param("planId");
      const language = requestLanguage(context);
      await planState(planId, language, deps);
      const lastEventId = context.req.header("Last-Event-ID") ?? null;
      // The reader has the end of the story: 204 tells an EventSource to stop asking (HTML standard, 9.2).
      if (lastEventId === FINAL_ID) return context.body(null, 204);
      return streamEvents(
        context,
        { events: (signal) => planEvents(planId, { lastEventId, language, signal }, deps), failedId: FINAL_ID },
        deps,
      );
    })
    .get("/plans/:planId/plan.json", async (context) => {
      const planId = context.req.param("planId");
      const { plan } = await presentPlan(planId, deps);
      context.header("Content-Type", "application/json; charset=utf-8");
      context.header("Content-Disposition", 'attachment; filename="plan.json"');
      context.header("Cache-Control", "no-store");
      return sendGzip(context, plan.gzip);
    })
    .get("/plans/:planId/sheets/:format", check("param", SheetsParams), async (context) => {
      const { planId, format } = context.req.valid("param");
      const { bytes, mediaType, fileName } = await planSheets(
        {
          planId,
          format,
          language: requestLanguage(context),
          routeId: context.req.query("route") ?? null,
          publicUrl: deps.publicUrl ?? new URL(context.req.url).origin,
        },
        deps,
      );
      context.header("Content-Type", mediaType);
      context.header("Content-Disposition", `attachment; filename="${fileName}"`);
      context.header("Cache-Control", "no-store");
      return context.body(bytesOf(bytes));
    });
}
