import type { SheetSurvey, Survey } from "../contract/survey.ts";
import { surveyFault } from "../contract/survey.ts";
import type { OutingSurvey, SurveyFigures } from "../contract/survey-answers.ts";
import { closingTime, GRACE_MILLISECONDS } from "../field/link-state.ts";
import { knownOuting, type OutingsDeps, openOuting } from "../outings/outing-deps.ts";
import type { StoredOuting } from "../outings/outing-store.ts";
import { outingEnded } from "../outings/outing-words.ts";
import { type Box, EMPTY_BOX } from "./survey-box.ts";
import { surveyFigures } from "./survey-figures.ts";
import type { SurveyStore } from "./survey-store.ts";
import { fixedSurvey, invalidSurvey, noSurvey } from "./survey-words.ts";

export interface OutingSurveyDeps extends Pick<OutingsDeps, "outings" | "newToken" | "now"> {
  readonly surveys: SurveyStore;
}

/** What is asked on an outing, and what may be told of the answers. Throws Refusal "nothing-found" on an unknown outing. */
export async function outingSurvey(outingId: string, deps: OutingSurveyDeps): Promise<OutingSurvey> {
  const outing = await knownOuting(outingId, deps);
  const found = await deps.surveys.find(outingId);
  if (found === null) return { survey: null, isFixed: false, figures: null };
  const { id: _, ...survey } = found;
  const box = await deps.surveys.box(outingId, survey);
  return { survey, isFixed: box.lines.length > 0, figures: figuresOf(outing, survey, box, deps.now()) };
}

/** Writes what is asked, in the place of what was. Throws Refusal "nothing-found", "outing-ended", "invalid-survey" and "survey-fixed". */
export async function writeSurvey(outingId: string, survey: Survey, deps: OutingSurveyDeps): Promise<OutingSurvey> {
  await openOuting(outingId, deps);
  const written = newSurvey(survey, deps);
  const outcome = await deps.surveys.write(outingId, written);
  if (outcome === "fixed") throw fixedSurvey();
  if (outcome === "ended") throw outingEnded();
  return { survey, isFixed: false, figures: surveyFigures(EMPTY_BOX, survey, false) };
}

/** Takes the survey away, with all answers. Nothing happens when there is none. Throws Refusal "nothing-found" on an unknown outing. */
export async function removeSurvey(outingId: string, deps: OutingSurveyDeps): Promise<OutingSurvey> {
  await knownOuting(outingId, deps);
  await deps.surveys.remove(outingId);
  return { survey: null, isFixed: false, figures: null };
}

/** The figures of an outing's survey. Throws Refusal "nothing-found" where nothing is asked. */
export async function askedSurvey(
  outingId: string,
  deps: OutingSurveyDeps,
): Promise<{ readonly survey: Survey; readonly figures: SurveyFigures }> {
  const { survey, figures } = await outingSurvey(outingId, deps);
  if (survey === null || figures === null) throw noSurvey();
  return { survey, figures };
}

/** A survey that can be asked, under an id of its own. Throws Refusal "invalid-survey". */
export function newSurvey(survey: Survey, { newToken }: Pick<OutingSurveyDeps, "newToken">): SheetSurvey {
  const fault = surveyFault(survey);
  if (fault !== null) throw invalidSurvey(fault);
  return { ...survey, id: newToken() };
}

function figuresOf({ closesAt, endedAt }: StoredOuting, survey: Survey, box: Box, now: Date): SurveyFigures {
  const isFinal = now.getTime() > closingTime({ expiresAt: closesAt, endedAt }) + GRACE_MILLISECONDS;
  return surveyFigures(box, survey, isFinal);
}
