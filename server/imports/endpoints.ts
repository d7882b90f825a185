import { type Context, Hono } from "hono";
import * as v from "valibot";
import type { ImportList } from "../contract/imports.ts";
import { ImportOptionsSchema, NewFileSchema, SaidOfFileSchema } from "../contract/imports.ts";
import { check } from "../http/check-request.ts";
import type { FaultLog } from "../http/problem-response.ts";
import { requestLanguage } from "../http/request-language.ts";
import { sendPacked } from "../http/send-json.ts";
import { streamEvents } from "../http/stream-events.ts";
import {
  addFile,
  beginImport,
  describeWhatArrived,
  fileOf,
  type ImportDeps,
  knownImport,
  removeFile,
  removeImport,
  restingImport,
  sayOfFile,
  setOptions,
} from "./change-import.ts";
import { importEvents } from "./import-events.ts";
import { freeBytesOf } from "./import-limits.ts";
import { importState, listedImport } from "./import-state.ts";
import { unknownImport } from "./import-words.ts";
import { receivePiece } from "./receive-piece.ts";
import { startBuild, startDemo } from "./start-build.ts";

export interface ImportsDeps extends ImportDeps {
  readonly log: FaultLog;
  /** Aborted when the server stops: event streams end. */
  readonly closing: AbortSignal;
}

const PieceQuery = v.object({
  at: v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number)),
  lang: v.optional(v.string()),
});
const NO_BODY = v.object({});

export function importsEndpoints(deps: ImportsDeps) {
  const { imports, importJobs } = deps;

  /** The import after a change, as everybody sees it. */
  function sendState(context: Context, importId: string) {
    context.header("Cache-Control", "no-store");
    return context.json(importState(knownImport(importId, imports), imports, requestLanguage(context)));
  }

  return new Hono()
    .get("/imports", async (context) => {
      const { reserveBytes: _, imports: __, ...bounds } = deps.importBounds;
      const freeBytes = await freeBytesOf(imports.folder, deps.importBounds);
      context.header("Cache-Control", "no-store");
      return context.json<ImportList>({
        limits: { ...bounds, freeBytes },
        imports: imports.list().map(listedImport),
      });
    })
    .post("/imports", check("json", ImportOptionsSchema), async (context) => {
      const { id } = await beginImport("files", context.req.valid("json"), deps);
      context.header("Location", `/api/imports/${id}`);
      return context.json({ importId: id }, 201);
    })
    .post("/imports/demo", check("json", NO_BODY), async (context) =>
      context.json({ importId: await startDemo(deps) }, 202),
    )
    .get("/imports/:importId", (context) => {
      const importId = context.req.param("importId");
      describeWhatArrived(importId, deps);
      return sendState(context, importId);
    })
    .put("/imports/:importId/options", check("json", ImportOptionsSchema), (context) => {
      const importId = context.req.param("importId");
      setOptions(importId, context.req.valid("json"), deps);
      return sendState(context, importId);
    })
    .delete("/imports/:importId", async (context) => {
      await removeImport(context.req.param("importId"), deps);
      return context.body(null, 204);
    })
    .post("/imports/:importId/files", check("json", NewFileSchema), async (context) => {
      const { id } = await addFile(context.req.param("importId"), context.req.valid("json"), deps);
      return context.json({ fileId: id }, 201);
    })
    .put("/imports/:importId/files/:fileId", check("json", SaidOfFileSchema), (context) => {
      const { importId, fileId } = context.req.param();
      sayOfFile(importId, fileId, context.req.valid("json"), deps);
      return sendState(context, importId);
    })
    .delete("/imports/:importId/files/:fileId", async (context) => {
      const { importId, fileId } = context.req.param();
      await removeFile(importId, fileId, deps);
      return context.body(null, 204);
    })
    .put("/imports/:importId/files/:fileId/content", check("query", PieceQuery), async (context) => {
      const { importId, fileId } = context.req.param();
      const file = fileOf(restingImport(importId, imports), fileId);
      const receivedBytes = await receivePiece({
        path: imports.filePath(importId, file),
        name: file.name,
        bytes: file.bytes,
        at: context.req.valid("query").at,
        mostBytes: deps.importBounds.pieceBytes,
        content: context.req.raw.body ?? new Blob([]).stream(),
      });
      describeWhatArrived(importId, deps);
      importJobs.bell.ring();
      return context.json({ receivedBytes });
    })
    .post("/imports/:importId/build", check("json", NO_BODY), (context) => {
      startBuild(context.req.param("importId"), deps);
      return context.json({}, 202);
    })
    .delete("/imports/:importId/build", (context) => {
      const importId = context.req.param("importId");
      knownImport(importId, imports);
      importJobs.cancel(importId);
      return context.body(null, 204);
    })
    .get("/imports/:importId/report", (context) => {
      const report = imports.report(context.req.param("importId"));
      if (report === null) throw unknownImport();
      context.header("Cache-Control", "no-store");
      if (context.req.query("download") !== undefined) {
        context.header("Content-Disposition", 'attachment; filename="rapport-import.json"');
      }
      return sendPacked(context, report);
    })
    .get("/imports/:importId/events", (context) => {
      const importId = context.req.param("importId");
      const language = requestLanguage(context);
      knownImport(importId, imports);
      return streamEvents(context, { events: (signal) => importEvents(importId, { language, signal }, deps) }, deps);
    });
}
