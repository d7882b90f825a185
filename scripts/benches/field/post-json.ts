import { type Agent, request } from "node:http";

/** Where a connection is cut on purpose: half of the body sent, or all of it and the answer on its way. */
export type Cut = "in-body" | "before-answer";

export interface JsonAnswer {
  readonly status: number;
  readonly body: unknown;
}

/**
 * Posts JSON. Throws when the connection breaks, also when that was wanted; but a connection that the server had closed
 * just before it was used again is no fault of either, and the request is sent once more, as browsers do.
 */
export async function postJson(url: string, value: unknown, options: PostOptions): Promise<JsonAnswer> {
  try {
    return await postOnce(url, value, options);
  } catch (error) {
    if (options.cut || !(error instanceof ClosedBefore)) throw error;
    return postOnce(url, value, options);
  }
}

/** The connection was kept from an earlier request, and gone when this one was sent. */
class ClosedBefore extends Error {
  override readonly name = "ClosedBefore";
}

interface PostOptions {
  readonly agent: Agent;
  readonly cut?: Cut | null;
  readonly cutAfterMs?: number;
}

function postOnce(
  url: string,
  value: unknown,
  { agent, cut = null, cutAfterMs = 0 }: PostOptions,
): Promise<JsonAnswer> {
  const body = Buffer.from(JSON.stringify(value));
  const headers = { "content-type": "application/json", "content-length": body.length };
  return new Promise((resolve, reject) => {
    const asked = request(url, { method: "POST", agent, headers, timeout: 20_000 }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.once("error", reject);
      response.once("end", () => {
        const text = Buffer.concat(chunks).toString("utf8");
        try {
          resolve({ status: response.statusCode ?? 0, body: text === "" ? null : JSON.parse(text) });
        } catch (error) {
          reject(error);
        }
      });
    });
    asked.once("error", (error: NodeJS.ErrnoException) => {
      const isGone = asked.reusedSocket && error.code === "ECONNRESET";
      reject(isGone ? new ClosedBefore(error.message, { cause: error }) : error);
    });
    asked.once("timeout", () => asked.destroy(new Error("no answer came in time")));
    if (cut === "in-body") asked.write(body.subarray(0, body.length >> 1));
    else asked.end(body);
    if (cut !== null) setTimeout(() => asked.destroy(new Error("cut")), cutAfterMs);
  });
}
