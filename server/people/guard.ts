import type { Context, MiddlewareHandler } from "hono";
import { matchedRoutes } from "hono/route";
import { ACCESS_TABLE, type Access } from "./access-table.ts";
import type { Actor } from "./actor.ts";
import { record, recordOnce } from "./audit.ts";
import { type AskedEndpoint, liesWithin } from "./lies-within.ts";
import type { PeopleDeps } from "./people-deps.ts";
import { noAccountYet, notYourRole, outsideLimits, signInNeeded, unknownThing } from "./people-words.ts";
import { untilRevoked } from "./until-revoked.ts";
import { whoAsks } from "./who-asks.ts";
import type { LimitsDeps } from "./within-limits.ts";

export type GuardDeps = PeopleDeps & LimitsDeps;

/**
 * Stands before every endpoint: finds out who asks, and whether the access table lets them. Addresses of no endpoint pass,
 * to be told that they do not exist. Throws Refusal "sign-in", "no-account", "not-your-role" and "outside-limits".
 */
export function guard(deps: GuardDeps, table: Readonly<Record<string, Access>> = ACCESS_TABLE): MiddlewareHandler {
  return async (context, next) => {
    const found = findEndpoint(context);
    if (found === null) return next();
    // No id holds it, and PostgreSQL takes it for a fault of ours.
    if (/%00/.test(context.req.url)) throw unknownThing();
    const { endpoint, param } = found;
    const access = Object.hasOwn(table, endpoint) ? table[endpoint] : undefined;
    if (access === undefined) throw notYourRole();
    const actor = await whoAsks(context, deps);
    context.set("actor", actor);
    const checkAccess = () => letIn({ context, param }, access, actor, deps);
    await checkAccess();

    context.set("revoked", (ended) => untilRevoked(actor, checkAccess, ended, deps));
    await next();

    if (access.audit && context.res.ok) {
      const { action, kind, param: name, onceInSeconds } = access.audit;
      const subject = { kind, id: name === undefined ? madeId(context) : param(name) };
      if (onceInSeconds === undefined) await record(actor, action, subject, deps);
      else await recordOnce(onceInSeconds, actor, action, subject, deps);
    }
    // What is told to one person is for no cache, unless its endpoint says otherwise.
    if (!context.res.headers.has("Cache-Control")) context.header("Cache-Control", "no-store");
  };
}

/** Of what was made by a request: its address says it. */
function madeId(context: Context): string | null {
  return context.res.headers.get("Location")?.split("/").at(-1) ?? null;
}

async function letIn(asked: AskedEndpoint, { who, limits }: Access, actor: Actor, deps: GuardDeps): Promise<void> {
  if (who === "anybody" || who === "phone") return;
  if (actor.role === null) throw (await deps.people.accounts.exists()) ? signInNeeded() : noAccountYet();
  if (!who.includes(actor.role)) throw notYourRole();
  if (limits === "outing" && (actor.role === "lead" || actor.limits !== null)) {
    const outing = await deps.outingReach.find(asked.param("outingId"));
    const isOwn = outing?.leadAccountId === actor.accountId;
    if (outing && !isOwn && actor.role === "lead") throw outsideLimits();
    // An organizer with limits who was put in charge of an outing leads it wherever it goes.
    if (isOwn) return;
  }
  if (actor.limits === null || limits === undefined) return;
  if (!(await liesWithin(asked, limits, actor.limits, deps))) throw outsideLimits();
}

/**
 * Method and pattern of the endpoint that answers, e.g. "GET /api/plans/:planId", and the parts of the address by name; null when
 * none does. A middleware sees the parts of its own pattern only, until it asks as the endpoint would.
 */
function findEndpoint(context: Context): { readonly endpoint: string; param(name: string): string } | null {
  const method = context.req.method === "HEAD" ? "GET" : context.req.method;
  const routes = matchedRoutes(context);
  const index = routes.findIndex((route) => isEndpoint(route, method));
  const path = routes[index]?.path;
  if (path === undefined) return null;
  const { req } = context;
  return {
    endpoint: `${method} ${path}`,
    param(name) {
      const own = req.routeIndex;
      req.routeIndex = index;
      const value: string | undefined = req.param(name);
      req.routeIndex = own;
      return value ?? "";
    },
  };
}

/** Anything but a middleware ("ALL", with an asterisk at its end) and the pages of the application ("/*"). */
function isEndpoint(route: { readonly method: string; readonly path: string }, method: string): boolean {
  if (route.method === "ALL") return !route.path.endsWith("*");
  return route.method === method && route.path !== "/*" && route.path !== "*";
}
