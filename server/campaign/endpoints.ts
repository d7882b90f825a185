import { Hono } from "hono";
import { CampChoiceSchema } from "../contract/scores.ts";
import { check } from "../http/check-request.ts";
import { type ChoiceDeps, campaignChoice } from "./campaign-choice.ts";
import { saveChoice } from "./save-choice.ts";

export interface CampaignDeps extends ChoiceDeps {
  readonly now: () => Date;
}

export function campaignEndpoints(deps: CampaignDeps) {
  return new Hono()
    .get("/territories/:name/choice", async (context) => {
      context.header("Cache-Control", "no-store");
      return context.json(await campaignChoice(context.req.param("name"), deps));
    })
    .put("/territories/:name/choice", check("json", CampChoiceSchema), async (context) =>
      context.json(await saveChoice(context.req.param("name"), context.req.valid("json"), deps)),
    );
}
