import { type Context, Hono } from "hono";
import * as v from "valibot";
import type { Bells } from "../campaign/bells.ts";
import { EventBatchSchema } from "../contract/field-events.ts";
import { FieldChoicesSchema } from "../contract/field-settings.ts";
import { JoinSchema } from "../contract/outings.ts";
import { check } from "../http/check-request.ts";
import { isFresh } from "../http/fresh-answer.ts";
import { requestLanguage } from "../http/request-language.ts";
import { sendFramed, sendGzip } from "../http/send-json.ts";
import type { AttemptStore } from "../people/attempt-store.ts";
import type { TerritoryLibrary } from "../territories/territory-library.ts";
import { fieldSheet } from "./field-sheet.ts";
import type { FieldStores } from "./field-stores.ts";
import { noController } from "./field-words.ts";
import { joinRoute } from "./join-route.ts";
import { openCode } from "./open-code.ts";
import { openLink } from "./open-link.ts";
import { receiveEvents } from "./receive-events.ts";
import { routeMap } from "./route-map.ts";

export interface FieldDeps {
  readonly field: FieldStores;
  readonly library: Pick<TerritoryLibrary, "open" | "names">;
  readonly bells: Bells;
  readonly now: () => Date;
  readonly newToken: () => string;
  /** By which attempts to guess a code are counted. */
  readonly clientAddress: (context: Context) => string;
  readonly people: { readonly attempts: AttemptStore };
}

const TokenParams = v.object({ token: v.pipe(v.string(), v.maxLength(120)) });
const TileNumber = v.pipe(v.string(), v.regex(/^\d{1,8}$/), v.transform(Number));
const TileParams = v.object({
  ...TokenParams.entries,
  z: v.pipe(TileNumber, v.maxValue(22)),
  x: TileNumber,
  y: TileNumber,
});
const SheetQuery = v.object({ device: v.optional(v.pipe(v.string(), v.maxLength(40))), lang: v.optional(v.string()) });
const CodeBody = v.object({ code: v.pipe(v.string(), v.maxLength(100)) });

/** What the campaign lets its phones ask; and for phones: whoever holds a route's link may see and report of that route, and nothing else. */
export function fieldEndpoints(deps: FieldDeps) {
  const { field, library, now } = deps;
  const { attempts } = deps.people;
  return new Hono()
    .get("/field-settings", async (context) => context.json(await field.settings.chosen()))
    .put("/field-settings", check("json", FieldChoicesSchema), async (context) => {
      const choices = context.req.valid("json");
      if (choices.privacy.contacts && choices.controller === null) throw noController();
      await field.settings.choose(choices);
      return context.json(choices);
    })
    .post("/field/code", check("json", CodeBody), async (context) => {
      const address = deps.clientAddress(context);
      const token = await openCode(context.req.valid("json").code, address, { links: field.links, attempts, now });
      return context.json({ token });
    })
    .get("/field/:token", check("param", TokenParams), check("query", SheetQuery), async (context) => {
      const { device = null } = context.req.valid("query");
      const { frame, route } = await fieldSheet(context.req.valid("param").token, device, deps);
      context.header("Cache-Control", "no-store");
      return sendFramed(context, frame, "route", route);
    })
    .post("/field/:token/join", check("param", TokenParams), check("json", JoinSchema), async (context) => {
      await joinRoute(context.req.valid("param").token, context.req.valid("json"), deps);
      return context.json({ joined: true as const });
    })
    .post("/field/:token/events", check("param", TokenParams), check("json", EventBatchSchema), async (context) => {
      const { token } = context.req.valid("param");
      return context.json(await receiveEvents(token, context.req.valid("json"), requestLanguage(context), deps));
    })
    .get("/field/:token/map", check("param", TokenParams), async (context) => {
      context.header("Cache-Control", "no-store");
      return context.json(await routeMap(context.req.valid("param").token, deps));
    })
    .get("/field/:token/tiles/:z/:x/:y", check("param", TileParams), async (context) => {
      const { token, z, x, y } = context.req.valid("param");
      const { territoryName } = await openLink(token, field.links, now());
      const territory = library.open(territoryName);
      if (isFresh(context, [territoryName, territory.summary.version, `${z}/${x}/${y}`]))
        return context.body(null, 304);
      const tile = territory.tile(z, x, y);
      if (tile === undefined) return context.body(null, 204);
      context.header("Content-Type", "application/vnd.mapbox-vector-tile");
      return sendGzip(context, tile);
    });
}
