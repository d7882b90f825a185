import { firstQuestions } from "../../server/contract/first-questions.ts";
import type { Language } from "../../server/contract/plan.ts";

const early = new Map<string, Promise<Response>>();

const PATIENCE_MS = 100;
/** What nobody has wanted by then may have changed. */
const KEPT_MS = 5000;

/**
 * Asks at once what this page will want once it is built.
 *
 * @returns once all has been answered or a tenth of a second has passed: a page that is built with its answers is built
 *   once, one that is built before them twice
 */
export async function askAhead(pagePath: string, language: Language): Promise<void> {
  const asked = firstQuestions(pagePath).map((path) => {
    const answer = fetch(path, { headers: { accept: "application/json", "accept-language": language } }).then(whole);
    early.set(path, answer);
    // Whoever asks for it then asks again, and is told.
    return answer.catch(() => undefined);
  });
  if (asked.length === 0) return;
  setTimeout(() => early.clear(), KEPT_MS);
  await Promise.race([Promise.all(asked), new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
}

/**
 * Fetch, that gives an answer asked for ahead to the first who wants it. What was refused is asked again: whoever asks may
 * have signed in since.
 */
export function fetchOrEarly(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const path = new URL(input instanceof Request ? input.url : input, window.location.origin).pathname;
  const asked = (init?.method ?? "GET") === "GET" ? early.get(path) : undefined;
  if (asked === undefined) return fetch(input, init);
  early.delete(path);
  return asked.then(
    (answer) => (answer.ok ? answer : fetch(input, init)),
    () => fetch(input, init),
  );
}

/** With its body read, so that nobody waits for it when it is wanted. */
async function whole(response: Response): Promise<Response> {
  const { status, headers } = response;
  return new Response(await response.arrayBuffer(), { status, headers });
}
