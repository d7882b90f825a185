import { type Context, Hono } from "hono";
import type { ProgressEvent } from "../contract/progress.ts";
import type { FaultLog } from "../http/problem-response.ts";
import { requestLanguage } from "../http/request-language.ts";
import { bytesOf, sendPacked } from "../http/send-json.ts";
import { type SentEvent, streamEvents } from "../http/stream-events.ts";
import { unknownOuting } from "../outings/outing-words.ts";
import type { LimitsDeps } from "../people/within-limits.ts";
import { packJson, unpackJson } from "../work/packed-json.ts";
import { coverageCsv } from "./coverage-csv.ts";
import { outingEvents } from "./outing-events.ts";
import type { OutingReaders } from "./outing-readers.ts";
import { type ReadProgressDeps, readCoverage, readProgress } from "./read-progress.ts";
import { withoutWalkers } from "./without-walkers.ts";

export interface ProgressDeps extends ReadProgressDeps, LimitsDeps {
  readonly library: ReadProgressDeps["library"];
  readonly readers: OutingReaders;
  readonly log: FaultLog;
  /** Aborted when the server stops: event streams end. */
  readonly closing: AbortSignal;
}

export function progressEndpoints(deps: ProgressDeps) {
  return new Hono()
    .get("/outings/:outingId/progress", async (context) => {
      const zoningId = context.req.query("zoning") ?? null;
      const progress = await readProgress(context.req.param("outingId"), zoningId, deps);
      context.header("Cache-Control", "no-store");
      return sendPacked(context, packJson(isObserver(context) ? withoutWalkers(progress) : progress));
    })
    .get("/outings/:outingId/events", async (context) => {
      const outingId = context.req.param("outingId");
      if (!(await deps.progress.outing(outingId))) throw unknownOuting();
      const asked = context.req.header("Last-Event-ID") ?? context.req.query("after");
      const after = asked !== undefined && /^\d{1,15}$/.test(asked) ? Number(asked) : 0;
      const all = (signal: AbortSignal) => outingEvents(outingId, after, signal, deps);
      const events = isObserver(context) ? (signal: AbortSignal) => eventsWithoutWalkers(all(signal)) : all;
      return streamEvents(context, { events }, deps);
    })
    .get("/territories/:name/coverage", async (context) => {
      const { coverage } = await readCoverage(context.req.param("name"), context.var.actor, deps);
      context.header("Cache-Control", "no-store");
      return sendPacked(context, packJson(coverage));
    })
    .get("/territories/:name/coverage.csv", async (context) => {
      const name = context.req.param("name");
      const seen = await readCoverage(name, context.var.actor, deps);
      const stations = unpackJson(await deps.workers.read("stationList", deps.library.path(name), null));
      const language = requestLanguage(context);
      context.header("Content-Type", "text/csv; charset=utf-8");
      context.header("Content-Disposition", `attachment; filename="${FILE_NAMES[language]}.csv"`);
      context.header("Cache-Control", "no-store");
      return context.body(bytesOf(Buffer.from(coverageCsv(seen, stations, language))));
    });
}

function isObserver(context: Context): boolean {
  return context.var.actor.role === "observer";
}

async function* eventsWithoutWalkers(events: AsyncIterable<SentEvent>): AsyncGenerator<SentEvent> {
  for await (const sent of events) {
    if (sent.event !== "progress") yield sent;
    else yield { ...sent, data: JSON.stringify(withoutWalkers(JSON.parse(sent.data) as ProgressEvent)) };
  }
}

const FILE_NAMES = { fr: "deja-fait", en: "already-done" } as const;
