import type { MiddlewareHandler } from "hono";
import { HTTPException } from "hono/http-exception";
import { timeout } from "hono/timeout";

/** Longer than any answer but a stream of events, a thick pile of sheets, a large town cut into zones or a plan repaired. */
const LONGEST_ANSWER_MS = 30_000;
const LONGEST_WORK_MS = 120_000;

/** Gives up on answers that take too long to begin. A stream begins at once and may go on. */
export function limitTime(): MiddlewareHandler {
  const tooSlow = () => new HTTPException(504);
  const ordinary = timeout(LONGEST_ANSWER_MS, tooSlow);
  const work = timeout(LONGEST_WORK_MS, tooSlow);
  const isWork = (path: string) =>
    path.includes("/sheets/") || path.endsWith("/zones") || /\/plans\/[^/]+\/edits$/.test(path);
  return (context, next) => (isWork(context.req.path) ? work : ordinary)(context, next);
}
