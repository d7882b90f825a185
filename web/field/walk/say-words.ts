import type { FieldTranslate } from "../field-language.tsx";
import type { SaidEvent } from "../keep/field-store.ts";

/** What an event says, in the volunteer's words: "Absent × 3". */
export function wordsOf(event: SaidEvent, t: FieldTranslate): string {
  switch (event.kind) {
    case "knock":
      return t("said.line", t(`outcome.${event.outcome}`), event.doors);
    case "stop-finished":
      return t("said.finished");
    case "route-begun":
      return t("said.begun");
    case "route-ended":
      return t("said.ended");
    case "note":
      return t("said.note");
    case "contact":
      return t("said.contact");
    case "survey-answers":
      return t("said.survey");
    case "undo":
      return t("said.undone");
  }
}
