import { createSignal, For, Show } from "solid-js";
import { type Question, SCALE_STEPS, type SheetSurvey } from "../../../server/contract/survey.ts";
import { Button } from "../../design/button.tsx";
import { useFieldLanguage } from "../field-language.tsx";
import type { Walk } from "../walk/create-walk.ts";
import { answersOf, type SurveyDraft, withAnswer, withoutAnswer } from "../walk/survey-draft.ts";
import forms from "./forms.module.css";
import { SheetDialog } from "./sheet-dialog.tsx";
import styles from "./survey.module.css";

/** The questions of the outing, for who takes the time to talk. After a conversation it is what comes next. */
export function SurveyButton(props: { readonly survey: SheetSurvey; readonly walk: Walk; readonly isNext: boolean }) {
  const { t } = useFieldLanguage();
  const [isOpen, setIsOpen] = createSignal(false);
  return (
    <>
      <Button look={props.isNext ? "primary" : "plain"} class={forms.wide} onClick={() => setIsOpen(true)}>
        {t(props.isNext ? "survey.ask" : "survey.open")}
      </Button>
      <Show when={isOpen()}>
        <SurveyForm survey={props.survey} walk={props.walk} onClose={() => setIsOpen(false)} />
      </Show>
    </>
  );
}

/** What is ticked is gone when it is closed: the next person must not see what the one before answered. */
function SurveyForm(props: { readonly survey: SheetSurvey; readonly walk: Walk; readonly onClose: () => void }) {
  const { t } = useFieldLanguage();
  // As it was when it was opened: the sheet is read anew whenever something is sent, and no tap must miss its answer for that.
  const { survey } = props;
  const [draft, setDraft] = createSignal<SurveyDraft>({});
  const [wrong, setWrong] = createSignal("");
  const answers = () => answersOf(survey.questions, draft());
  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    if (answers().length === 0) return setWrong(t("survey.needOne"));
    if (await props.walk.answer(survey.id, answers())) props.onClose();
  };
  return (
    <SheetDialog title={survey.title} onClose={props.onClose}>
      <form class={forms.form} onSubmit={save}>
        <p class={forms.soft}>{t("survey.intro")}</p>
        <For each={survey.questions}>
          {(question, place) => (
            <QuestionBlock
              question={question}
              count={t("survey.count", place() + 1, survey.questions.length)}
              chosen={draft()[question.id] ?? []}
              onChoose={(choiceId) => {
                setWrong("");
                setDraft(withAnswer(draft(), question, choiceId));
              }}
              onClear={() => setDraft(withoutAnswer(draft(), question.id))}
            />
          )}
        </For>
        <p class={forms.wrong} role="alert">
          {wrong()}
        </p>
        <div class={styles.end}>
          <span class={forms.soft} role="status">
            {t("survey.answered", answers().length, survey.questions.length)}
          </span>
          <Button type="submit" look="primary" class={forms.big}>
            {t("survey.save")}
          </Button>
        </div>
      </form>
    </SheetDialog>
  );
}

interface QuestionBlockProps {
  readonly question: Question;
  readonly count: string;
  readonly chosen: readonly string[];
  readonly onChoose: (choiceId: string) => void;
  readonly onClear: () => void;
}

function QuestionBlock(props: QuestionBlockProps) {
  const { t } = useFieldLanguage();
  const { question } = props;
  const option = (id: string, words: string, spoken = words) => (
    <label class={styles.choice}>
      <input
        type={question.kind === "several" ? "checkbox" : "radio"}
        name={question.id}
        checked={props.chosen.includes(id)}
        aria-label={spoken === words ? undefined : spoken}
        onChange={() => props.onChoose(id)}
      />
      <span>{words}</span>
    </label>
  );
  return (
    <fieldset class={styles.block}>
      <legend class={styles.question}>
        <small>{props.count}</small>
        <span>{question.text}</span>
        <Show when={question.kind === "several"}>
          <small>{t("survey.several")}</small>
        </Show>
      </legend>
      {question.kind === "scale" ? (
        <>
          <div class={styles.scale}>
            <For each={SCALE_STEPS}>
              {(step) => option(step, step, t("survey.step", step, endWords(question, step)))}
            </For>
          </div>
          <div class={styles.ends} aria-hidden="true">
            <span>{question.low}</span>
            <span>{question.high}</span>
          </div>
        </>
      ) : (
        <div class={styles.choices}>
          <For each={question.choices}>{(choice) => option(choice.id, choice.text)}</For>
        </div>
      )}
      <Show when={props.chosen.length > 0}>
        <Button
          look="quiet"
          class={styles.clear}
          aria-label={t("survey.clearOf", question.text)}
          onClick={(event) => {
            const first = event.currentTarget.closest("fieldset")?.querySelector("input");
            props.onClear();
            first?.focus();
          }}
        >
          {t("survey.clear")}
        </Button>
      </Show>
    </fieldset>
  );
}

function endWords(question: Question & { readonly kind: "scale" }, step: string): string {
  if (step === SCALE_STEPS[0]) return question.low;
  return step === SCALE_STEPS.at(-1) ? question.high : "";
}
