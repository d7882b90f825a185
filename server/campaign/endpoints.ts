import { Hono } from "hono";
import { ChoiceRestoreSchema, ChoiceSaveSchema } from "../contract/choice-versions.ts";
import { check } from "../http/check-request.ts";
import { type ChoiceDeps, campaignChoice } from "./campaign-choice.ts";
import { listVersions } from "./list-versions.ts";
import { choiceVersion, restoreChoice } from "./restore-choice.ts";
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
    .put("/territories/:name/choice", check("json", ChoiceSaveSchema), async (context) =>
      context.json(await saveChoice(context.req.param("name"), context.req.valid("json"), deps)),
    )
    .get("/territories/:name/choice/versions", async (context) => {
      context.header("Cache-Control", "no-store");
      return context.json(await listVersions(context.req.param("name"), deps));
    })
    .get("/territories/:name/choice/versions/:version", async (context) => {
      context.header("Cache-Control", "no-store");
      const { name, version } = context.req.param();
      return context.json(await choiceVersion(name, version, deps));
    })
    .post(
      "/territories/:name/choice/versions/:version/restore",
      check("json", ChoiceRestoreSchema),
      async (context) => {
        const { name, version } = context.req.param();
        return context.json(await restoreChoice(name, version, context.req.valid("json"), deps));
      },
    );
}
