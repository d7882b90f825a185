import { createSignal, createUniqueId, For, Show } from "solid-js";
import type { Survey, SurveyFault } from "../../../server/contract/survey.ts";
import { useApi } from "../../api/api-context.tsx";
import type { ApiProblem } from "../../api/api-problem.ts";
import { asProblem, createLoad } from "../../api/create-load.ts";
import { Button } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
import { ProblemNotice } from "../../design/notice.tsx";
import { Announcement } from "../../design/spoken.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { randomWord } from "../../workspace/random-word.ts";
import styles from "./survey-editor.module.css";
import { SurveyEditor } from "./survey-editor.tsx";
import { newSurvey } from "./survey-edits.ts";

interface SurveyPartProps {
  readonly territoryName: string;
  /** The outing that it is for, once there is one: it is not offered to be copied from. */
  readonly outingId: string | null;
  readonly survey: Survey | null;
  readonly fault: SurveyFault | null;
  readonly onChange: (survey: Survey | null) => void;
}

/** Asks nothing until somebody wants it to: then a survey of one's own, or that of an earlier outing. */
export function SurveyPart(props: SurveyPartProps) {
  const { t } = useLanguage();
  return (
    <section class={styles.part}>
      <h3 class={styles.heading}>{t("survey.title")}</h3>
      <p class={styles.soft}>{t("survey.hint")}</p>
      <Show when={props.survey} fallback={<Begin {...props} />}>
        {(survey) => (
          <>
            <SurveyEditor survey={survey()} fault={props.fault} onChange={props.onChange} />
            <div>
              <Button size="small" onClick={() => props.onChange(null)}>
                <Icon name="trash" />
                {t("survey.withdraw")}
              </Button>
            </div>
          </>
        )}
      </Show>
    </section>
  );
}

function Begin(props: SurveyPartProps) {
  const api = useApi();
  const { t } = useLanguage();
  const id = createUniqueId();
  const [problem, setProblem] = createSignal<ApiProblem | null>(null);
  const [told, setTold] = createSignal("");
  const outings = createLoad(
    () => props.territoryName,
    (name, signal) => api.outings(name, signal),
  );
  const earlier = () =>
    (outings.value() ?? []).flatMap((outing) =>
      outing.surveyTitle === null || outing.id === props.outingId ? [] : [{ ...outing, title: outing.surveyTitle }],
    );
  const copy = async (outingId: string) => {
    if (outingId === "") return;
    setProblem(null);
    try {
      const { survey } = await api.outingSurvey(outingId);
      setTold(t("survey.copied"));
      props.onChange(survey);
    } catch (failure) {
      setProblem(asProblem(failure));
    }
  };
  return (
    <>
      <div class={styles.begin}>
        <Button onClick={() => props.onChange(newSurvey(randomWord))}>
          <Icon name="plus" />
          {t("survey.add")}
        </Button>
      </div>
      <Show when={earlier().length > 0}>
        <div class={styles.copy}>
          <label for={id}>{t("survey.copy")}</label>
          <select id={id} onChange={(event) => void copy(event.currentTarget.value)}>
            <option value="">{t("survey.copyNone")}</option>
            <For each={earlier()}>
              {(outing) => <option value={outing.id}>{t("survey.copyOf", outing.title, outing.name)}</option>}
            </For>
          </select>
        </div>
      </Show>
      <Show when={problem()}>{(failed) => <ProblemNotice problem={failed()} />}</Show>
      <Announcement words={told()} />
    </>
  );
}
