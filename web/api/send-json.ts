import type { Language } from "../../server/contract/plan.ts";
import { reach } from "./answers.ts";

/** Sends requests to paths under /api, with what they say as JSON. */
export function createSend(language: () => Language) {
  return (method: string, path: string, body?: object, signal?: AbortSignal): Promise<Response> =>
    reach(`/api${path}`, {
      method,
      headers: {
        accept: "application/json",
        "accept-language": language(),
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    });
}
