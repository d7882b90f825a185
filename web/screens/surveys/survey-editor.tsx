import { createEffect, Index, Show } from "solid-js";
import { SURVEY_BOUNDS, type Survey, type SurveyFault } from "../../../server/contract/survey.ts";
import { Button } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
import { TextField } from "../../design/text-field.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { randomWord } from "../../workspace/random-word.ts";
import { QuestionEditor } from "./question-editor.tsx";
import styles from "./survey-editor.module.css";
import { movedUp, newQuestion, withoutQuestion, withQuestion } from "./survey-edits.ts";

interface SurveyEditorProps {
  readonly survey: Survey;
  readonly fault: SurveyFault | null;
  readonly onChange: (survey: Survey) => void;
}

/** What an outing asks, as it is written. Questions keep their place on the page while they are typed. */
export function SurveyEditor(props: SurveyEditorProps) {
  const { t } = useLanguage();
  const count = () => props.survey.questions.length;
  const faultWords = () => {
    const { fault } = props;
    if (fault === null) return "";
    return t("survey.where", fault.question === null ? null : fault.question + 1, t(`survey.fault.${fault.kind}`));
  };
  let told: HTMLParagraphElement | undefined;
  // It may stand below what is seen of a long form.
  createEffect(() => {
    if (props.fault !== null) told?.scrollIntoView({ block: "nearest" });
  });
  return (
    <div class={styles.editor}>
      <TextField
        label={t("survey.name")}
        hint={t("survey.nameHint")}
        maxlength={SURVEY_BOUNDS.titleLetters}
        problem={props.fault?.kind === "no-title" ? t("survey.fault.no-title") : undefined}
        value={props.survey.title}
        onInput={(title) => props.onChange({ ...props.survey, title })}
      />
      <Index each={props.survey.questions}>
        {(question, place) => (
          <QuestionEditor
            question={question()}
            place={place}
            count={count()}
            hasFault={props.fault?.question === place}
            onChange={(changed) => props.onChange(withQuestion(props.survey, place, changed))}
            onDrop={() => props.onChange(withoutQuestion(props.survey, place))}
            onUp={() => props.onChange(movedUp(props.survey, place))}
            onDown={() => props.onChange(movedUp(props.survey, place + 1))}
          />
        )}
      </Index>
      <div class={styles.add}>
        <Button
          disabled={count() >= SURVEY_BOUNDS.questions}
          onClick={() =>
            props.onChange({ ...props.survey, questions: [...props.survey.questions, newQuestion(randomWord)] })
          }
        >
          <Icon name="plus" />
          {t("survey.addQuestion")}
        </Button>
        <small>{t("survey.most", SURVEY_BOUNDS.questions)}</small>
      </div>
      <p class={styles.soft}>{t("survey.noOpinions")}</p>
      <p ref={told} class={styles.fault} role="alert">
        <Show when={faultWords()}>{faultWords()}</Show>
      </p>
    </div>
  );
}
