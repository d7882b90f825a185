import { For, onCleanup, Show } from "solid-js";
import { answerIds, type Question } from "../../../server/contract/survey.ts";
import type { SurveyFigures as Figures, QuestionFigures } from "../../../server/contract/survey-answers.ts";
import { useApi } from "../../api/api-context.tsx";
import { createLoad } from "../../api/create-load.ts";
import { LinkButton } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
import { ProblemNotice } from "../../design/notice.tsx";
import { Section } from "../../design/section.tsx";
import { Skeleton } from "../../design/skeleton.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import styles from "./survey-figures.module.css";

/** Figures move by eleven people at a time: nobody waits for the second. */
const AGAIN_MS = 30_000;

/** What was answered on an outing, question by question. */
export function SurveyFigures(props: { readonly outingId: string; readonly title: string }) {
  const api = useApi();
  const { t, formats } = useLanguage();
  const load = createLoad(
    () => `${props.outingId}\n${props.title}`,
    (_, signal) => api.outingSurvey(props.outingId, signal),
  );
  const timer = setInterval(() => document.visibilityState === "visible" && load.retry(), AGAIN_MS);
  onCleanup(() => clearInterval(timer));
  const figures = () => load.value()?.figures ?? null;
  return (
    <Section title={t("survey.figures.heading", props.title)} level={2}>
      <Show when={load.value() === null && load.problem()}>
        {(problem) => <ProblemNotice problem={problem()} onRetry={load.retry} />}
      </Show>
      <Show when={figures()} fallback={load.problem() ? null : <Skeleton lines={3} />}>
        {(known) => (
          <>
            <p>{peopleWords(known())}</p>
            <Show when={known().sheets !== null}>
              <div class={styles.questions}>
                <For each={load.value()?.survey?.questions}>
                  {(question) => (
                    <QuestionTable
                      question={question}
                      figures={known().questions.find(({ questionId }) => questionId === question.id) ?? null}
                    />
                  )}
                </For>
              </div>
            </Show>
            <Show when={!known().isFinal}>
              <p class={styles.soft}>{t("survey.figures.steps")}</p>
            </Show>
            <Show when={known().sheets !== null}>
              <div class={styles.copy}>
                <LinkButton href={api.surveyCsvAddress(props.outingId)} download="" rel="external">
                  <Icon name="download" />
                  {t("survey.figures.csv")}
                </LinkButton>
                <span class={styles.soft}>{t("survey.figures.csvHint")}</span>
              </div>
            </Show>
          </>
        )}
      </Show>
    </Section>
  );

  function peopleWords({ sheets }: Figures): string {
    return sheets === null ? t("survey.figures.few") : t("survey.figures.people", sheets, formats().integer(sheets));
  }
}

function QuestionTable(props: { readonly question: Question; readonly figures: QuestionFigures | null }) {
  const { t, formats } = useLanguage();
  const answers = () => props.figures?.answers ?? null;
  const countOf = (id: string) => props.figures?.counts?.[id] ?? 0;
  const share = (id: string) => countOf(id) / (answers() || 1);
  return (
    <Show
      when={answers()}
      fallback={
        <div class={styles.few}>
          <h3>{props.question.text}</h3>
          <p class={styles.soft}>{t("survey.figures.fewAnswers")}</p>
        </div>
      }
    >
      {(people) => (
        <table class={styles.table}>
          <caption>
            {props.question.text}
            <small>
              {t("survey.figures.answers", people(), formats().integer(people()))}
              {props.question.kind === "several" ? ` · ${t("survey.figures.several")}` : ""}
            </small>
          </caption>
          <thead>
            <tr>
              <th scope="col">{t("survey.figures.answer")}</th>
              <th scope="col">{t("survey.figures.count")}</th>
              <th scope="col">{t("survey.figures.share")}</th>
            </tr>
          </thead>
          <tbody>
            <For each={answerIds(props.question)}>
              {(id) => (
                <tr>
                  <th scope="row">
                    {choiceWords(props.question, id)}
                    <span class={styles.bar} aria-hidden="true">
                      <span style={{ width: `${100 * share(id)}%` }} />
                    </span>
                  </th>
                  <td>{formats().integer(countOf(id))}</td>
                  <td>{formats().share(share(id), 0)}</td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      )}
    </Show>
  );
}

function choiceWords(question: Question, id: string): string {
  if (question.kind !== "scale") return question.choices.find((choice) => choice.id === id)?.text ?? id;
  const end = id === "1" ? question.low : id === "5" ? question.high : "";
  return end === "" ? id : `${id} · ${end}`;
}
