import { createEffect, createSignal, For, Match, on, Show, Switch } from "solid-js";
import { answerIds, type Question, type Survey, surveyFault } from "../../../server/contract/survey.ts";
import { useApi } from "../../api/api-context.tsx";
import { createLoad } from "../../api/create-load.ts";
import { Button } from "../../design/button.tsx";
import { Notice, ProblemNotice } from "../../design/notice.tsx";
import { Skeleton } from "../../design/skeleton.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import dialog from "../outings/dialog.module.css";
import { createAttempt } from "../people/create-attempt.ts";
import styles from "./survey-editor.module.css";
import { trimmed } from "./survey-edits.ts";
import { SurveyPart } from "./survey-part.tsx";

interface EditSurveyProps {
  readonly outingId: string;
  readonly territoryName: string;
  /** Leaves the dialog; with words when something was done. */
  readonly onDone: (told: string | null) => void;
}

/** The survey of an outing that was made already: written until the first answer, then only read, or withdrawn. */
export function EditSurvey(props: EditSurveyProps) {
  const api = useApi();
  const load = createLoad(
    () => props.outingId,
    (id, signal) => api.outingSurvey(id, signal),
  );
  return (
    <Switch fallback={<Skeleton lines={5} />}>
      <Match when={load.problem()}>{(problem) => <ProblemNotice problem={problem()} onRetry={load.retry} />}</Match>
      <Match when={load.value()?.isFixed && load.value()?.survey}>
        {(survey) => <Fixed {...props} survey={survey()} />}
      </Match>
      <Match when={load.value()}>{(known) => <Write {...props} known={known().survey} />}</Match>
    </Switch>
  );
}

function Write(props: EditSurveyProps & { readonly known: Survey | null }) {
  const api = useApi();
  const { t } = useLanguage();
  const [survey, setSurvey] = createSignal<Survey | null>(null);
  const [isTold, setIsTold] = createSignal(false);
  const { problem, isBusy, attempt } = createAttempt();
  createEffect(
    on(
      () => props.known,
      (known) => setSurvey(known),
    ),
  );
  const fault = () => {
    const now = survey();
    return isTold() && now !== null ? surveyFault(now) : null;
  };
  const save = (event: SubmitEvent) => {
    event.preventDefault();
    const now = survey();
    setIsTold(true);
    if (now !== null && surveyFault(now) !== null) return;
    void attempt(async () => {
      if (now !== null) await api.writeSurvey(props.outingId, trimmed(now));
      else if (props.known !== null) await api.removeSurvey(props.outingId);
      props.onDone(now === null ? (props.known === null ? null : t("survey.removed")) : t("survey.saved"));
    });
  };
  return (
    <form class={dialog.form} onSubmit={save} novalidate>
      <SurveyPart {...props} survey={survey()} fault={fault()} onChange={setSurvey} />
      <Show when={problem()}>{(failed) => <ProblemNotice problem={failed()} />}</Show>
      <div class={dialog.buttons}>
        <Button onClick={() => props.onDone(null)}>{t("app.cancel")}</Button>
        <Button type="submit" look="primary" isBusy={isBusy()}>
          {t("survey.save")}
        </Button>
      </div>
    </form>
  );
}

function Fixed(props: EditSurveyProps & { readonly survey: Survey }) {
  const api = useApi();
  const { t, formats } = useLanguage();
  const { problem, isBusy, attempt } = createAttempt();
  const wordsOf = (question: Question) =>
    question.kind === "scale"
      ? [question.low, question.high].filter((end) => end !== "").join(" … ")
      : formats().list(question.choices.map(({ text }) => text));
  const remove = () =>
    attempt(async () => {
      await api.removeSurvey(props.outingId);
      props.onDone(t("survey.removed"));
    });
  return (
    <div class={dialog.form}>
      <Notice>{t("survey.fixed")}</Notice>
      <h3 class={styles.heading}>{props.survey.title}</h3>
      <ol class={styles.asked}>
        <For each={props.survey.questions}>
          {(question) => (
            <li>
              {question.text}
              <small>
                {t(`survey.kinds.${question.kind}`)}
                {wordsOf(question) === "" || answerIds(question).length === 0 ? "" : ` : ${wordsOf(question)}`}
              </small>
            </li>
          )}
        </For>
      </ol>
      <p class={dialog.soft}>{t("survey.removeSure")}</p>
      <Show when={problem()}>{(failed) => <ProblemNotice problem={failed()} />}</Show>
      <div class={dialog.buttons}>
        <Button onClick={() => props.onDone(null)}>{t("app.close")}</Button>
        <Button look="danger" isBusy={isBusy()} onClick={remove}>
          {t("survey.removeGo")}
        </Button>
      </div>
    </div>
  );
}
