import { type EventsAnswer, FIELD_VERSION } from "../../../server/contract/field-events.ts";
import type { FieldSheet } from "../../../server/contract/outings.ts";
import { type FieldClient, FieldProblem } from "../field-client.ts";
import type { FieldStore } from "../keep/field-store.ts";
import { backOffMilliseconds } from "./back-off.ts";
import { sendWaiting } from "./send-waiting.ts";

export interface SenderTools {
  readonly store: FieldStore;
  readonly client: FieldClient;
  readonly now: () => Date;
  /** From 0 to 1. */
  readonly chance: () => number;
  /** Runs one task at a time over all tabs of this browser. */
  readonly alone: <Result>(task: () => Promise<Result>) => Promise<Result>;
}

export interface SenderEvents {
  /** What is stored on this phone is another than before. */
  onChange(): void;
  onAnswer(token: string, answer: EventsAnswer): void;
  /** Null once an attempt went well. */
  onProblem(problem: FieldProblem | null): void;
}

/** Sends what waits, of every link on this phone, now and again until nothing waits. One sender at a time per browser. */
export function createSender(tools: SenderTools, events: SenderEvents) {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let running: Promise<void> | null = null;
  let isAskedAgain = false;
  let isClosed = false;
  let failures = 0;

  async function attempt(): Promise<void> {
    // A store that fails is a reason to try again as good as a network that does: what it holds is still there.
    const problem = await tools.alone(sendAll).catch((failure: unknown) => {
      if (failure instanceof FieldProblem) return failure;
      return new FieldProblem(0, "store", String(failure));
    });
    if (isClosed) return;
    events.onProblem(problem);
    failures = problem === null ? 0 : failures + 1;
    if (problem !== null) timer = setTimeout(wake, backOffMilliseconds(failures, tools.chance()));
  }

  /** The last problem; null when nothing that can be sent is left. */
  async function sendAll(): Promise<FieldProblem | null> {
    let problem: FieldProblem | null = null;
    for (const token of await tools.store.tokensToSend()) {
      const sending = await sendWaiting(tools, token);
      events.onChange();
      if (sending.answer !== null) events.onAnswer(token, sending.answer);
      if (sending.kind === "later") problem = sending.problem;
    }
    return problem;
  }

  function wake(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (isClosed) return;
    if (running !== null) {
      isAskedAgain = true;
      return;
    }
    running = attempt().finally(() => {
      running = null;
      if (isAskedAgain) {
        isAskedAgain = false;
        wake();
      }
    });
  }

  return {
    /** Sends at once: something was said, or the network is back. */
    wake,
    /**
     * Asks for the sheet when everything that was said before has been sent, with no sending meanwhile: so its reports
     * hold exactly what this phone knows to be stored, and no door counts twice.
     */
    freshSheet: (token: string): Promise<FieldSheet> =>
      tools.alone(async () => {
        const sending = await sendWaiting(tools, token);
        events.onChange();
        if (sending.answer !== null) events.onAnswer(token, sending.answer);
        if (sending.kind === "later") throw sending.problem;
        const sheet = await tools.client.sheet(token);
        // One of a later version takes the place of none that this page can read.
        if (sheet.version <= FIELD_VERSION) await tools.store.keepSheet(token, sheet);
        events.onChange();
        return sheet;
      }),
    close(): void {
      isClosed = true;
      if (timer !== null) clearTimeout(timer);
    },
  };
}

export type Sender = ReturnType<typeof createSender>;

/** One task at a time over all tabs where the browser has locks. Elsewhere two tabs may send the same, which is harmless. */
export function aloneInBrowser<Result>(task: () => Promise<Result>): Promise<Result> {
  const locks: LockManager | undefined = navigator.locks;
  return locks === undefined ? task() : locks.request("arpent-field-sender", task);
}
