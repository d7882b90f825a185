import { createMemo, createSignal } from "solid-js";
import type { Outcome } from "../../../server/contract/field-events.ts";
import type { Answer } from "../../../server/contract/survey-answers.ts";
import type { Field } from "../create-field.ts";
import type { FieldTranslate } from "../field-language.tsx";
import type { SaidEvent } from "../keep/field-store.ts";
import { randomId } from "../keep/random-id.ts";
import { isSaidBegun, isSaidEnded, saidLines } from "./said-lines.ts";
import { wordsOf } from "./say-words.ts";
import { nextStopId } from "./walk-progress.ts";

/** What a volunteer does while walking, and what is read out to them after each of it. */
export function createWalk(field: Field, t: FieldTranslate) {
  const [spoken, setSpokenWords] = createSignal("");
  // Words that are the same as before would not be read out again.
  const setSpoken = (words: string): void => {
    setSpokenWords((before) => (before === words ? `${words}\u00a0` : words));
  };
  const current = () => field.progress()[field.current()] ?? null;
  const stops = () => field.sheet()?.route.stops ?? [];
  const lines = createMemo(() => {
    const sheet = field.sheet();
    return sheet === null ? [] : saidLines(sheet, field.said());
  });
  /** With what comes first when nothing was said yet. */
  const begun = () => (isSaidBegun(field.said()) ? [] : [{ kind: "route-begun" as const }]);
  const addressOf = (stopId: string | null) => stops().find(({ id }) => id === stopId)?.address ?? "";
  const tellNext = (stopId: string | null) =>
    stopId === null ? t("said.spokenOver") : t("said.spokenNext", addressOf(stopId));

  return {
    spoken,
    current,
    lines,
    isEnded: createMemo(() => isSaidEnded(field.said())),
    /** The last report that stands, to be undone at once. */
    last: createMemo(() => lines().find(({ said, isUndone }) => !isUndone && isOfDoors(said.event)) ?? null),

    /** Once the last door of an address is told, on to the next address: a row of houses is one tap each. */
    async report(stopId: string, outcome: Outcome, doors: number): Promise<void> {
      await field.goTo(stopId);
      if (!(await field.say(...begun(), { kind: "knock", stopId, outcome, doors }))) return;
      const words = t("said.spoken", t("said.line", t(`outcome.${outcome}`), doors), addressOf(stopId));
      const isDone = field.progress().find(({ stop }) => stop.id === stopId)?.state === "done";
      if (!isDone) return setSpoken(words);
      const next = nextStopId(field.progress(), stopId);
      await field.goTo(next);
      setSpoken(`${words} ${tellNext(next)}`);
    },

    async finish(stopId: string): Promise<void> {
      if (!(await field.say(...begun(), { kind: "stop-finished", stopId }))) return;
      const next = nextStopId(field.progress(), stopId);
      await field.goTo(next);
      setSpoken(`${t("said.spoken", t("said.finished"), addressOf(stopId))} ${tellNext(next)}`);
    },

    /** Answers of somebody, together and without a word of where. True once the phone has them. */
    async answer(surveyId: string, answers: readonly Answer[]): Promise<boolean> {
      const answered = answers.map(({ questionId, choiceIds }) => ({ questionId, choiceIds: [...choiceIds] }));
      const sheetId = randomId();
      const saying = { kind: "survey-answers" as const, surveyId, sheetId, answers: answered };
      if (!(await field.say(...begun(), saying))) return false;
      setSpoken(t("survey.saved"));
      return true;
    },

    async undo(id: string): Promise<void> {
      const line = lines().find(({ said }) => said.id === id);
      if (line === undefined || !(await field.undo(id))) return;
      setSpoken(t("said.spokenUndo", wordsOf(line.said.event, t)));
      // Back to the address that has something left again.
      if ("stopId" in line.said.event) await field.goTo(line.said.event.stopId);
    },

    async goBy(step: number): Promise<void> {
      const from = field.current() < 0 ? stops().length : field.current();
      const stop = stops()[from + step];
      if (stop === undefined) return;
      await field.goTo(stop.id);
      setSpoken(t("said.spokenNext", stop.address));
    },

    async end(): Promise<void> {
      if (await field.say(...begun(), { kind: "route-ended" })) setSpoken(t("stop.ended"));
    },
  };
}

/** What the volunteer may want to take back at once: beginnings and ends of the route are elsewhere. */
function isOfDoors(event: SaidEvent): boolean {
  return "stopId" in event || event.kind === "survey-answers";
}

export type Walk = ReturnType<typeof createWalk>;
