import { type Agent, request } from "node:http";

/** Where a connection is cut on purpose: half of the body sent, or all of it and the answer on its way. */
export type Cut = "in-body" | "before-answer";

export interface JsonAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** Posts JSON. Throws when the connection breaks, also when that was wanted. */
export function postJson(
  url: string,
  value: unknown,
  {
    agent,
    cut = null,
    cutAfterMs = 0,
  }: { readonly agent: Agent; readonly cut?: Cut | null; readonly cutAfterMs?: number },
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
    asked.once("error", reject);
    asked.once("timeout", () => asked.destroy(new Error("no answer came in time")));
    if (cut === "in-body") asked.write(body.subarray(0, body.length >> 1));
    else asked.end(body);
    if (cut !== null) setTimeout(() => asked.destroy(new Error("cut")), cutAfterMs);
  });
}
