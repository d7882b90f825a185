import { Hono } from "hono";
import { SurveySchema } from "../contract/survey.ts";
import { check } from "../http/check-request.ts";
import { requestLanguage } from "../http/request-language.ts";
import { bytesOf } from "../http/send-json.ts";
import { askedSurvey, type OutingSurveyDeps, outingSurvey, removeSurvey, writeSurvey } from "./outing-survey.ts";
import { surveyCsv } from "./survey-csv.ts";

export type SurveysDeps = OutingSurveyDeps;

/** What is asked on an outing, and how often what was answered. */
export function surveysEndpoints(deps: SurveysDeps) {
  return new Hono()
    .get("/outings/:outingId/survey", async (context) => {
      context.header("Cache-Control", "no-store");
      return context.json(await outingSurvey(context.req.param("outingId"), deps));
    })
    .put("/outings/:outingId/survey", check("json", SurveySchema), async (context) =>
      context.json(await writeSurvey(context.req.param("outingId"), context.req.valid("json"), deps)),
    )
    .delete("/outings/:outingId/survey", async (context) =>
      context.json(await removeSurvey(context.req.param("outingId"), deps)),
    )
    .get("/outings/:outingId/survey.csv", async (context) => {
      const { survey, figures } = await askedSurvey(context.req.param("outingId"), deps);
      const language = requestLanguage(context);
      context.header("Content-Type", "text/csv; charset=utf-8");
      context.header("Content-Disposition", `attachment; filename="${FILE_NAMES[language]}.csv"`);
      context.header("Cache-Control", "no-store");
      return context.body(bytesOf(Buffer.from(surveyCsv(survey, figures, language))));
    });
}

const FILE_NAMES = { fr: "questionnaire", en: "survey" } as const;
