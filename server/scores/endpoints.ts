import { Hono } from "hono";
import { CampChoiceSchema } from "../contract/scores.ts";
import { TransitionsRequestSchema } from "../contract/transitions.ts";
import { check } from "../http/check-request.ts";
import { sendPacked } from "../http/send-json.ts";
import type { TerritoryLibrary } from "../territories/territory-library.ts";
import type { Workers } from "../work/create-workers.ts";

export interface ScoresDeps {
  readonly library: Pick<TerritoryLibrary, "path">;
  readonly workers: Pick<Workers, "read">;
}

export function scoresEndpoints({ library, workers }: ScoresDeps) {
  return new Hono()
    .post("/territories/:name/scores", check("json", CampChoiceSchema), async (context) => {
      const path = library.path(context.req.param("name"));
      return sendPacked(context, await workers.read("scores", path, context.req.valid("json")));
    })
    .post("/territories/:name/score-columns", check("json", CampChoiceSchema), async (context) => {
      const path = library.path(context.req.param("name"));
      return sendPacked(context, await workers.read("scoreColumns", path, context.req.valid("json")));
    })
    .post("/territories/:name/stations/:stationId/score", check("json", CampChoiceSchema), async (context) => {
      const { name, stationId } = context.req.param();
      const input = { stationId, choice: context.req.valid("json") };
      return sendPacked(context, await workers.read("stationScore", library.path(name), input));
    })
    .post("/territories/:name/back-tests", check("json", CampChoiceSchema), async (context) => {
      const path = library.path(context.req.param("name"));
      return sendPacked(context, await workers.read("backTests", path, context.req.valid("json")));
    })
    .post("/territories/:name/transitions", check("json", TransitionsRequestSchema), async (context) => {
      const path = library.path(context.req.param("name"));
      return sendPacked(context, await workers.read("transitions", path, context.req.valid("json")));
    });
}
