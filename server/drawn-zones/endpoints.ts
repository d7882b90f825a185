import { Hono } from "hono";
import {
  NewZoningSchema,
  NewZoningVersionSchema,
  ZoneEditSchema,
  ZoneFiguresRequestSchema,
  ZoningRenameSchema,
  ZoningRestoreSchema,
} from "../contract/drawn-zones.ts";
import { check } from "../http/check-request.ts";
import type { FaultLog } from "../http/problem-response.ts";
import { requestLanguage } from "../http/request-language.ts";
import { bytesOf, sendGzip, sendPacked } from "../http/send-json.ts";
import { streamEvents } from "../http/stream-events.ts";
import type { Workers } from "../work/create-workers.ts";
import { packJson, unpackJson } from "../work/packed-json.ts";
import { zoneEvents } from "./zone-events.ts";
import {
  createZoning,
  editZoning,
  keepVersion,
  removeZoning,
  renameZoning,
  restoreVersion,
  storedZoning,
  wholeZoning,
  type ZoningsDeps,
} from "./zonings.ts";

export interface DrawnZonesDeps extends ZoningsDeps {
  readonly workers: Pick<Workers, "read">;
  readonly log: FaultLog;
  /** Aborted when the server stops: event streams end. */
  readonly closing: AbortSignal;
}

export function drawnZonesEndpoints(deps: DrawnZonesDeps) {
  return new Hono()
    .post("/territories/:name/zone-figures", check("json", ZoneFiguresRequestSchema), async (context) => {
      const path = deps.library.path(context.req.param("name"));
      return sendPacked(context, await deps.workers.read("zoneFigures", path, context.req.valid("json")));
    })
    .get("/territories/:name/zonings", async (context) => {
      const name = context.req.param("name");
      deps.library.path(name);
      context.header("Cache-Control", "no-store");
      return context.json({ zonings: await deps.zonings.list(name) });
    })
    .post("/territories/:name/zonings", check("json", NewZoningSchema), async (context) => {
      const state = await createZoning(
        context.req.param("name"),
        context.req.valid("json"),
        deps,
        context.var.actor.accountId,
      );
      context.header("Location", `/api/zonings/${state.id}`);
      return context.json(state, 201);
    })
    .get("/zonings/:zoningId", async (context) => {
      const state = await wholeZoning(context.req.param("zoningId"), deps);
      context.header("Cache-Control", "no-store");
      return sendPacked(context, packJson(state));
    })
    .put("/zonings/:zoningId/name", check("json", ZoningRenameSchema), async (context) =>
      context.json(await renameZoning(context.req.param("zoningId"), context.req.valid("json").name, deps)),
    )
    .delete("/zonings/:zoningId", async (context) => {
      await removeZoning(context.req.param("zoningId"), deps);
      return context.body(null, 204);
    })
    .post("/zonings/:zoningId/edits", check("json", ZoneEditSchema), async (context) =>
      context.json(await editZoning(context.req.param("zoningId"), context.req.valid("json"), deps)),
    )
    .get("/zonings/:zoningId/events", async (context) => {
      const zoningId = context.req.param("zoningId");
      const { revision } = await storedZoning(zoningId, deps);
      const asked = context.req.header("Last-Event-ID") ?? context.req.query("after");
      const after = asked !== undefined && /^\d{1,15}$/.test(asked) ? Number(asked) : revision;
      return streamEvents(context, { events: (signal) => zoneEvents(zoningId, after, signal, deps) }, deps);
    })
    .get("/zonings/:zoningId/versions", async (context) => {
      const { id } = await storedZoning(context.req.param("zoningId"), deps);
      context.header("Cache-Control", "no-store");
      return context.json({ versions: await deps.zonings.versions(id) });
    })
    .post("/zonings/:zoningId/versions", check("json", NewZoningVersionSchema), async (context) =>
      context.json(await keepVersion(context.req.param("zoningId"), context.req.valid("json").name, deps), 201),
    )
    .post("/zonings/:zoningId/versions/:version/restore", check("json", ZoningRestoreSchema), async (context) => {
      const { zoningId, version } = context.req.param();
      return context.json(await restoreVersion(zoningId, version, context.req.valid("json"), deps));
    })
    .get("/zonings/:zoningId/zones.geojson", async (context) => {
      const state = await wholeZoning(context.req.param("zoningId"), deps);
      const path = deps.library.path(state.territoryName);
      const packed = await deps.workers.read("zonesFile", path, { state, language: requestLanguage(context) });
      context.header("Content-Type", "application/geo+json");
      context.header("Content-Disposition", 'attachment; filename="secteurs.geojson"');
      context.header("Cache-Control", "no-store");
      return sendGzip(context, packed.gzip);
    })
    .get("/zonings/:zoningId/zones.csv", async (context) => {
      const state = await wholeZoning(context.req.param("zoningId"), deps);
      const path = deps.library.path(state.territoryName);
      const packed = await deps.workers.read("zonesTable", path, { state, language: requestLanguage(context) });
      context.header("Content-Type", "text/csv; charset=utf-8");
      context.header("Content-Disposition", 'attachment; filename="secteurs.csv"');
      context.header("Cache-Control", "no-store");
      return context.body(bytesOf(Buffer.from(unpackJson(packed).csv)));
    });
}
