import { type Context, Hono } from "hono";
import * as v from "valibot";
import { type MovesAnswer, OutingMovesSchema, ReplanRequestSchema } from "../contract/outing-moves.ts";
import { OutingChangeSchema, OutingRequestSchema } from "../contract/outings.ts";
import { check } from "../http/check-request.ts";
import { requestLanguage } from "../http/request-language.ts";
import { bytesOf, sendFramed } from "../http/send-json.ts";
import { notYourRole } from "../people/people-words.ts";
import { type LimitsDeps, outingsWithin } from "../people/within-limits.ts";
import { qrSvg } from "../sheets/qr-code.ts";
import { changeOuting, closeOuting, renewLink, takeBackRoute } from "./change-outing.ts";
import { createOuting } from "./create-outing.ts";
import { moveStops } from "./move-stops.ts";
import type { OutingsDeps as OutingDeps } from "./outing-deps.ts";
import { outingRouteDetail, outingRouteLink } from "./outing-route-detail.ts";
import { outingSheets } from "./outing-sheets.ts";
import { outingState } from "./outing-state.ts";
import { replanOuting } from "./replan-outing.ts";

export interface OutingsDeps extends OutingDeps, Pick<LimitsDeps, "outingReach" | "zonings" | "plans"> {
  readonly workers: OutingDeps["workers"] & LimitsDeps["workers"];
  readonly plans: OutingDeps["plans"] & LimitsDeps["plans"];
  /** Where phones reach this server; null takes the address of the request. */
  readonly publicUrl: string | null;
}

const NOTHING = v.object({});

export function outingsEndpoints(deps: OutingsDeps) {
  const linkBase = (context: Context) => deps.publicUrl ?? new URL(context.req.url).origin;
  const answer = async (context: Context, outingId: string) => {
    context.header("Cache-Control", "no-store");
    return outingState(outingId, linkBase(context), deps);
  };
  const printed = async (context: Context, kind: "sheets" | "cards") => {
    const language = requestLanguage(context);
    const routeId = context.req.query("route") ?? null;
    const outingId = context.req.param("outingId") ?? "";
    const bytes = await outingSheets({ outingId, kind, routeId, language, linkBase: linkBase(context) }, deps);
    context.header("Content-Type", "application/pdf");
    context.header("Content-Disposition", `attachment; filename="${FILE_NAMES[kind][language]}.pdf"`);
    context.header("Cache-Control", "no-store");
    return context.body(bytesOf(bytes));
  };
  return new Hono()
    .get("/territories/:name/outings", async (context) => {
      const name = context.req.param("name");
      deps.library.path(name);
      context.header("Cache-Control", "no-store");
      const listed = await deps.outings.list(name);
      return context.json({ outings: await outingsWithin(listed, context.var.actor, deps) });
    })
    .post("/territories/:name/outings", check("json", OutingRequestSchema), async (context) => {
      const id = await createOuting(context.req.param("name"), context.req.valid("json"), accountOf(context), deps);
      context.header("Location", `/api/outings/${id}`);
      return context.json(await answer(context, id), 201);
    })
    .get("/outings/:outingId", async (context) => context.json(await answer(context, context.req.param("outingId"))))
    .patch("/outings/:outingId", check("json", OutingChangeSchema), async (context) => {
      const outingId = context.req.param("outingId");
      const change = context.req.valid("json");
      // A lead would give somebody else what was given to them.
      if (context.var.actor.role === "lead" && change.leadAccountId !== undefined) throw notYourRole();
      await changeOuting(outingId, change, deps);
      return context.json(await answer(context, outingId));
    })
    .post("/outings/:outingId/close", check("json", NOTHING), async (context) => {
      const outingId = context.req.param("outingId");
      await closeOuting(outingId, deps);
      return context.json(await answer(context, outingId));
    })
    .post("/outings/:outingId/moves", check("json", OutingMovesSchema), async (context) => {
      const outingId = context.req.param("outingId");
      const moved = await moveStops(outingId, context.req.valid("json"), deps);
      return context.json<MovesAnswer>({ outing: await answer(context, outingId), ...moved });
    })
    .post("/outings/:outingId/replan", check("json", ReplanRequestSchema), async (context) => {
      context.header("Cache-Control", "no-store");
      return context.json(await replanOuting(context.req.param("outingId"), context.req.valid("json"), deps));
    })
    .get("/outings/:outingId/routes/:routeId", async (context) => {
      const { route, ...frame } = await outingRouteDetail(context.req.param(), deps);
      context.header("Cache-Control", "no-store");
      return sendFramed(context, frame, "route", route);
    })
    .post("/outings/:outingId/routes/:routeId/take-back", check("json", NOTHING), async (context) => {
      const { outingId, routeId } = context.req.param();
      await takeBackRoute(outingId, routeId, deps);
      return context.json(await answer(context, outingId));
    })
    .post("/outings/:outingId/routes/:routeId/renew", check("json", NOTHING), async (context) => {
      const { outingId, routeId } = context.req.param();
      await renewLink(outingId, routeId, deps);
      return context.json(await answer(context, outingId));
    })
    .get("/outings/:outingId/routes/:routeId/qr.svg", async (context) => {
      const path = await outingRouteLink(context.req.param(), deps);
      context.header("Content-Type", "image/svg+xml");
      context.header("Cache-Control", "no-store");
      return context.body(qrSvg(`${linkBase(context)}${path}`));
    })
    .get("/outings/:outingId/sheets.pdf", (context) => printed(context, "sheets"))
    .get("/outings/:outingId/cards.pdf", (context) => printed(context, "cards"));
}

/** Who is signed in; null where nobody has to be. */
function accountOf(context: Context): string | null {
  return context.var.actor.accountId;
}

const FILE_NAMES = {
  sheets: { fr: "tournees-de-la-sortie", en: "routes-of-the-outing" },
  cards: { fr: "cartes-qr", en: "qr-cards" },
} as const;
