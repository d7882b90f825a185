import type { MiddlewareHandler } from "hono";
import { HTTPException } from "hono/http-exception";
import { timeout } from "hono/timeout";

/** Longer than any answer but a stream of events or a thick pile of sheets. */
const LONGEST_ANSWER_MS = 30_000;
const LONGEST_SHEETS_MS = 120_000;

/** Gives up on answers that take too long to begin. A stream begins at once and may go on. */
export function limitTime(): MiddlewareHandler {
  const tooSlow = () => new HTTPException(504);
  const ordinary = timeout(LONGEST_ANSWER_MS, tooSlow);
  const sheets = timeout(LONGEST_SHEETS_MS, tooSlow);
  return (context, next) => (context.req.path.includes("/sheets/") ? sheets : ordinary)(context, next);
}
