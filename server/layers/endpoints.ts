import { Hono } from "hono";
import { LayerRequestSchema } from "../contract/layers.ts";
import { check } from "../http/check-request.ts";
import { sendPacked } from "../http/send-json.ts";
import type { TerritoryLibrary } from "../territories/territory-library.ts";
import type { Workers } from "../work/create-workers.ts";

export interface LayersDeps {
  readonly library: Pick<TerritoryLibrary, "path">;
  readonly workers: Pick<Workers, "read">;
}

export function layersEndpoints({ library, workers }: LayersDeps) {
  return new Hono().post("/territories/:name/layer", check("json", LayerRequestSchema), async (context) => {
    const path = library.path(context.req.param("name"));
    return sendPacked(context, await workers.read("layer", path, context.req.valid("json")));
  });
}
