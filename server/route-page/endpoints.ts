import { Hono } from "hono";
import * as v from "valibot";
import { check } from "../http/check-request.ts";
import { sendFramed } from "../http/send-json.ts";
import type { PlanStore } from "../plans/plan-store.ts";
import { unknownRoute } from "../plans/plan-words.ts";

export interface RoutePageDeps {
  readonly plans: Pick<PlanStore, "routeByToken">;
}

const TokenParams = v.object({ token: v.pipe(v.string(), v.maxLength(100)) });

/** A volunteer's own route, for whoever holds its token. Says nothing of the other routes. */
export function routePageEndpoints({ plans }: RoutePageDeps) {
  return new Hono().get("/routes/:token", check("param", TokenParams), async (context) => {
    const stored = await plans.routeByToken(context.req.valid("param").token);
    if (!stored) throw unknownRoute();
    const { route, ...frame } = stored;
    context.header("Cache-Control", "private, no-cache");
    return sendFramed(context, frame, "route", route);
  });
}
