import { setTimeout as wait } from "node:timers/promises";
import { Cancelled } from "../../geodata/readers/source-rows.ts";
import { readAnswer } from "./read-answer.ts";
import { RouterFault } from "./router-fault.ts";

export interface Asking {
  readonly signal: AbortSignal;
  readonly timeoutSeconds: number;
  /** An answer may not be longer, unpacked. */
  readonly answerBytes: number;
  /** Waits between two attempts; ends early when the signal is aborted. */
  readonly pause: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** 0 to 1, for the length of pauses. */
  readonly random: () => number;
}

export const ASKING_DEFAULTS = {
  answerBytes: 50_000_000,
  pause: async (milliseconds: number, signal: AbortSignal) => {
    await wait(milliseconds, undefined, { signal }).catch(() => {});
  },
  random: Math.random,
} as const;

/** Attempts by what went wrong; anything else is asked once, because the same question has the same answer. */
const ATTEMPTS: Partial<Record<RouterFault["code"], number>> = { unreachable: 3, "cut-off": 3, busy: 3, timeout: 2 };
const FIRST_PAUSE_MS = 250;
/** A server that asks to be left alone for longer is not worth waiting for. */
const LONGEST_PAUSE_MS = 10_000;

/**
 * Gets JSON from a server. Network errors, 429 and 5xx are tried again after pauses that double, with jitter so that
 * plans made side by side do not come back together. Throws RouterFault, or Cancelled when the signal is aborted.
 */
export async function askServer(url: string, asking: Asking): Promise<unknown> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await askOnce(url, asking);
    } catch (error) {
      if (asking.signal.aborted) throw new Cancelled();
      if (!(error instanceof RouterFault) || attempt >= (ATTEMPTS[error.code] ?? 1)) throw error;
      const pause = FIRST_PAUSE_MS * 2 ** (attempt - 1) * (0.5 + asking.random());
      await asking.pause(Math.min(LONGEST_PAUSE_MS, Math.max(pause, 1000 * error.waitSeconds)), asking.signal);
      if (asking.signal.aborted) throw new Cancelled();
    }
  }
}

async function askOnce(url: string, { signal, timeoutSeconds, answerBytes }: Asking): Promise<unknown> {
  if (signal.aborted) throw new Cancelled();
  const ending = new AbortController();
  const cancel = () => ending.abort(new Cancelled());
  const timer = setTimeout(() => ending.abort(tooSlow(timeoutSeconds)), 1000 * timeoutSeconds);
  signal.addEventListener("abort", cancel, { once: true });
  try {
    // A kept connection costs 40 ms per request to osrm-routed (Nagle's algorithm against delayed acknowledgements).
    const headers = { accept: "application/json", connection: "close" };
    const response = await fetch(url, { headers, redirect: "manual", signal: ending.signal });
    return await readAnswer(response, answerBytes);
  } catch (error) {
    if (ending.signal.aborted) throw ending.signal.reason;
    throw error instanceof RouterFault ? error : unreachable(error);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", cancel);
    // Leaves no half-read answer behind.
    ending.abort();
  }
}

function tooSlow(seconds: number): RouterFault {
  return new RouterFault("timeout", {
    fr: `pas de réponse en ${seconds.toLocaleString("fr")} s`,
    en: `no answer within ${seconds} s`,
  });
}

function unreachable(error: unknown): RouterFault {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  const code = codeOf(cause) ?? (cause instanceof Error ? cause.message : String(cause));
  return new RouterFault("unreachable", { fr: `connexion impossible : ${code}`, en: `no connection: ${code}` });
}

function codeOf(cause: unknown): string | null {
  return typeof cause === "object" && cause !== null && "code" in cause ? String(cause.code) : null;
}
