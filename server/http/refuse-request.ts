import { Hono } from "hono";
import { type FaultLog, problemResponse } from "./problem-response.ts";
import { protectiveHeaders } from "./security.ts";

/** The answer to a request that failed before it was known whose it is, in the words and under the headers of every other. */
export async function refuseRequest(
  request: Request,
  error: unknown,
  { isHttps, log }: { readonly isHttps: boolean; readonly log: FaultLog },
): Promise<Response> {
  const refusing = new Hono()
    .use(protectiveHeaders(isHttps))
    .all("*", (context) => problemResponse(error, context, log));
  return refusing.fetch(request);
}
