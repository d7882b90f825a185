import { Hono } from "hono";
import { ZonesRequestSchema } from "../contract/zones.ts";
import { check } from "../http/check-request.ts";
import { sendPacked } from "../http/send-json.ts";
import type { TerritoryLibrary } from "../territories/territory-library.ts";
import type { Workers } from "../work/create-workers.ts";

export interface ZoningDeps {
  readonly library: Pick<TerritoryLibrary, "path">;
  readonly workers: Pick<Workers, "read">;
}

export function zoningEndpoints({ library, workers }: ZoningDeps) {
  return new Hono().post("/territories/:name/zones", check("json", ZonesRequestSchema), async (context) => {
    const path = library.path(context.req.param("name"));
    const { signal } = context.req.raw;
    return sendPacked(context, await workers.read("zones", path, context.req.valid("json"), signal));
  });
}
