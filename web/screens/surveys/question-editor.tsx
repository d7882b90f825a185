import { createUniqueId, For, Index, Show } from "solid-js";
import { QUESTION_KINDS, type Question, SURVEY_BOUNDS } from "../../../server/contract/survey.ts";
import { Button } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
import { IconButton } from "../../design/icon-button.tsx";
import { TextField } from "../../design/text-field.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { randomWord } from "../../workspace/random-word.ts";
import styles from "./survey-editor.module.css";
import { newChoice, ofKind } from "./survey-edits.ts";

interface QuestionEditorProps {
  readonly question: Question;
  readonly place: number;
  readonly count: number;
  readonly hasFault: boolean;
  readonly onChange: (question: Question) => void;
  readonly onDrop: () => void;
  readonly onUp: () => void;
  readonly onDown: () => void;
}

/** One question: its words, what may be answered, and its place among the others. */
export function QuestionEditor(props: QuestionEditorProps) {
  const { t } = useLanguage();
  const kindId = createUniqueId();
  const number = () => props.place + 1;
  const scale = () => (props.question.kind === "scale" ? props.question : null);
  return (
    <fieldset class={styles.question} data-fault={props.hasFault ? "" : undefined}>
      <legend>{t("survey.question", number())}</legend>
      <TextField
        label={t("survey.text")}
        maxlength={SURVEY_BOUNDS.questionLetters}
        value={props.question.text}
        onInput={(text) => props.onChange({ ...props.question, text })}
      />
      <div class={styles.kind}>
        <label for={kindId}>{t("survey.kind")}</label>
        <select
          id={kindId}
          onChange={(event) => {
            const kind = QUESTION_KINDS.find((one) => one === event.currentTarget.value);
            if (kind !== undefined) props.onChange(ofKind(props.question, kind, randomWord));
          }}
        >
          <For each={QUESTION_KINDS}>
            {(kind) => (
              <option value={kind} selected={kind === props.question.kind}>
                {t(`survey.kinds.${kind}`)}
              </option>
            )}
          </For>
        </select>
      </div>
      <Show when={scale()} fallback={<Choices question={props.question} onChange={props.onChange} />}>
        {(known) => (
          <div class={styles.ends}>
            <For each={["low", "high"] as const}>
              {(end) => (
                <TextField
                  label={t(`survey.${end}`)}
                  maxlength={SURVEY_BOUNDS.endLetters}
                  isOptional
                  value={known()[end]}
                  onInput={(words) => props.onChange({ ...known(), [end]: words })}
                />
              )}
            </For>
          </div>
        )}
      </Show>
      <div class={styles.tools}>
        <Button
          size="small"
          look="quiet"
          disabled={props.place === 0}
          aria-label={t("survey.moveUp", number())}
          onClick={() => props.onUp()}
        >
          ↑
        </Button>
        <Button
          size="small"
          look="quiet"
          disabled={props.place === props.count - 1}
          aria-label={t("survey.moveDown", number())}
          onClick={() => props.onDown()}
        >
          ↓
        </Button>
        <IconButton icon="trash" label={t("survey.dropQuestion", number())} onClick={props.onDrop} />
      </div>
    </fieldset>
  );
}

function Choices(props: { readonly question: Question; readonly onChange: (question: Question) => void }) {
  const { t } = useLanguage();
  const choices = () => (props.question.kind === "scale" ? [] : props.question.choices);
  const change = (changed: ReturnType<typeof choices>) => {
    if (props.question.kind !== "scale") props.onChange({ ...props.question, choices: changed });
  };
  return (
    <fieldset class={styles.choices}>
      <legend>{t("survey.choices")}</legend>
      <Index each={choices()}>
        {(choice, place) => (
          <div class={styles.choice}>
            <input
              type="text"
              aria-label={t("survey.choice", place + 1)}
              maxlength={SURVEY_BOUNDS.choiceLetters}
              value={choice().text}
              onInput={(event) => {
                const text = event.currentTarget.value;
                change(choices().map((one, at) => (at === place ? { ...one, text } : one)));
              }}
            />
            <IconButton
              icon="close"
              label={t("survey.dropChoice", place + 1)}
              disabled={choices().length <= 2}
              onClick={() => change(choices().filter((_, at) => at !== place))}
            />
          </div>
        )}
      </Index>
      <div>
        <Button
          size="small"
          disabled={choices().length >= SURVEY_BOUNDS.choices}
          onClick={() => change([...choices(), newChoice(randomWord)])}
        >
          <Icon name="plus" />
          {t("survey.addChoice")}
        </Button>
      </div>
    </fieldset>
  );
}
