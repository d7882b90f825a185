import type { Context } from "hono";
import { streamSSE } from "hono/streaming";
import { describeError, type FaultLog } from "./problem-response.ts";
import { requestLanguage } from "./request-language.ts";

/** One server-sent event, its data already written. */
export interface SentEvent {
  readonly event: string;
  readonly id?: string;
  readonly data: string;
}

interface StreamOptions {
  /** The events until the signal is aborted: the reader has left, or the server stops. */
  readonly events: (signal: AbortSignal) => AsyncIterable<SentEvent>;
  /** Id of the event "failed" that ends the stream of a fault. */
  readonly failedId?: string;
}

/** Shorter than the time after which proxies give up on a silent connection. */
const HEARTBEAT_MS = 15_000;

/** Sends events as they come. A fault after the headers have gone is said as an event "failed", in the reader's language. */
export function streamEvents(
  context: Context,
  { events, failedId }: StreamOptions,
  { closing, log }: { readonly closing: AbortSignal; readonly log: FaultLog },
): Response {
  const language = requestLanguage(context);
  // A proxy that gathers an answer before it hands it on would hold events back (nginx).
  context.header("X-Accel-Buffering", "no");
  return streamSSE(context, async (stream) => {
    const left = new AbortController();
    const ended = new AbortController();
    stream.onAbort(() => left.abort());
    const heartbeat = setInterval(() => void stream.write(": still here\n\n"), HEARTBEAT_MS);
    const signal = AbortSignal.any([left.signal, closing, context.var.revoked(ended.signal)]);
    try {
      for await (const event of events(signal)) await stream.writeSSE(event);
    } catch (error) {
      const { code, sentence } = describeError(error, log);
      const data = JSON.stringify({ error: { code, message: sentence[language] } });
      await stream.writeSSE({ event: "failed", data, ...(failedId === undefined ? {} : { id: failedId }) });
    } finally {
      clearInterval(heartbeat);
      ended.abort();
    }
  });
}
