import type { MiddlewareHandler } from "hono";
import { matchedRoutes } from "hono/route";

export interface RequestLog {
  info(fields: Readonly<Record<string, unknown>>, sentence: string): void;
}

/**
 * One line per request: the pattern of its address, never the address itself, because searches, tokens and ids say
 * who looks at whom.
 */
export function logRequests(log: RequestLog, now: () => number): MiddlewareHandler {
  return async (context, next) => {
    const began = now();
    await next();
    const milliseconds = Math.round(now() - began);
    const pattern = matchedRoutes(context).findLast(({ path }) => !path.endsWith("*"))?.path ?? "/*";
    log.info({ method: context.req.method, pattern, status: context.res.status, milliseconds }, "request");
  };
}
