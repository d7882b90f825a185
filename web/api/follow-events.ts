import type { ApiProblem } from "./api-problem.ts";
import { asProblem } from "./create-load.ts";

/** Something that the server tells of as it changes. */
export interface Followed<Whole, Events> {
  readonly read: (signal: AbortSignal) => Promise<Whole>;
  /** Whether there is something to show: then it stays, and is brought up to date when the server is back. */
  readonly isKnown: () => boolean;
  /** Shows the whole; gives the address where is told what comes after it, null when nothing does. */
  readonly take: (whole: Whole) => string | null;
  /** By the name of the event, what is to be done with its data. */
  readonly events: { readonly [Name in keyof Events]: (data: Events[Name]) => void };
  /** Names of events after which the whole is to be read again. */
  readonly readAgainOn: readonly string[];
  /** Whether what is shown is kept up to date. */
  readonly onConnection: (isLive: boolean) => void;
  /** Why it cannot be read: when nothing is known of it yet, or when it is there no more. */
  readonly onProblem: (problem: ApiProblem) => void;
}

const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 20_000;

/**
 * Reads something and then hears of its changes while the page is seen, until the signal is aborted. A connection that
 * breaks is taken up again by the browser, after the event that it heard of last; where it cannot, the whole is read
 * again after pauses that grow.
 */
export function followEvents<Whole, Events extends object>(
  followed: Followed<Whole, Events>,
  signal: AbortSignal,
): { readonly readAgain: () => void } {
  let pauseMs = FIRST_PAUSE_MS;
  let askedAt = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let source: EventSource | null = null;
  /** Whoever was asked before the last stop is not listened to. */
  let turn = 0;

  function stop(): void {
    turn++;
    clearTimeout(timer);
    source?.close();
    source = null;
  }
  function readAfter(milliseconds: number): void {
    stop();
    if (!signal.aborted) timer = setTimeout(read, milliseconds);
  }
  function breakOff(): void {
    followed.onConnection(false);
    readAfter(pauseMs);
    pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS);
  }
  /** At once; a stream that asks for it over and over has it once in a while. */
  function readAgain(): void {
    const now = Date.now();
    if (askedAt > now) return;
    const waitMs = Math.max(0, askedAt + FIRST_PAUSE_MS - now);
    askedAt = now + waitMs;
    readAfter(waitMs);
  }
  function read(): void {
    stop();
    const mine = turn;
    followed.read(signal).then(
      (whole) => {
        if (signal.aborted || mine !== turn) return;
        const address = followed.take(whole);
        if (address === null) followed.onConnection(true);
        else listen(address);
      },
      (failure: unknown) => {
        if (signal.aborted || mine !== turn) return;
        const problem = asProblem(failure);
        // What is not there will not come back; everything else may.
        const isGone = problem.code === "nothing-found";
        if (isGone || !followed.isKnown()) followed.onProblem(problem);
        if (!isGone) breakOff();
      },
    );
  }
  function listen(address: string): void {
    if (typeof EventSource === "undefined" || document.hidden) return;
    const opened = new EventSource(address);
    source = opened;
    opened.addEventListener("open", () => followed.onConnection(true));
    const hear = <Name extends keyof Events & string>(name: Name) =>
      opened.addEventListener(name, (message) => {
        pauseMs = FIRST_PAUSE_MS;
        followed.onConnection(true);
        const data: Events[Name] = JSON.parse(String(message.data));
        followed.events[name](data);
      });
    for (const name in followed.events) hear(name);
    for (const name of followed.readAgainOn) opened.addEventListener(name, readAgain);
    // The server could not go on: server/http/stream-events.ts.
    if (!followed.readAgainOn.includes("failed")) opened.addEventListener("failed", breakOff);
    opened.onerror = () => {
      if (opened.readyState === EventSource.CLOSED) breakOff();
      else followed.onConnection(false);
    };
  }

  /** A browser opens few connections to one server, for all of its windows together: who is not seen gives them up. */
  function look(): void {
    if (document.hidden) {
      stop();
      askedAt = Number.NEGATIVE_INFINITY;
    } else readAgain();
  }

  // A network that goes away closes no connection: nothing would be heard, and nothing told.
  window.addEventListener("offline", () => followed.onConnection(false), { signal });
  window.addEventListener("online", readAgain, { signal });
  document.addEventListener("visibilitychange", look, { signal });
  signal.addEventListener("abort", stop);
  read();
  return { readAgain };
}
