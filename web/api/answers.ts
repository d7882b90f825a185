import type { Language } from "../../server/contract/plan.ts";
import { ApiProblem, isProblem } from "./api-problem.ts";
import { fetchOrEarly } from "./ask-ahead.ts";

/** Told to the window when the server asks who is there: the session has ended. */
export const SIGN_IN_NEEDED = "arpent:sign-in-needed";

/** A signal, where the caller may stop waiting. */
export function until(signal: AbortSignal | undefined) {
  return signal === undefined ? {} : { init: { signal } };
}

/** Fetch, with "no answer at all" told apart from every other failure. */
export async function reach(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  try {
    return await fetchOrEarly(input, init);
  } catch (failure) {
    if (failure instanceof DOMException && failure.name === "AbortError") throw failure;
    throw new ApiProblem({ code: "offline", message: "" });
  }
}

/**
 * The same in the reader's language. A request is on its way when its call returns, where a client that is given its
 * headers as a function waits a turn first.
 */
export function reachIn(language: () => Language): typeof reach {
  return (input, init) => {
    const headers = new Headers(init?.headers);
    headers.set("accept-language", language());
    return reach(input, { ...init, headers });
  };
}

/** The body, whose shape the contract gives: the server sends most answers packed, beyond the reach of its type. */
export async function answer<Answer>(request: Promise<SentAnswer>): Promise<Answer> {
  const response = await checked(request);
  return (await response.json()) as Answer;
}

export type SentAnswer = Pick<Response, "ok" | "status"> & { json(): Promise<unknown> };

export async function checked(request: Promise<SentAnswer>): Promise<SentAnswer> {
  const response = await request;
  if (response.ok) return response;
  if (response.status === 401) window.dispatchEvent(new Event(SIGN_IN_NEEDED));
  const said: unknown = await response.json().catch(() => null);
  throw new ApiProblem(isProblem(said) ? said.error : { code: "unreadable", message: `HTTP ${response.status}` });
}
