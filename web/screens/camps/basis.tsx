import { For, Show } from "solid-js";
import type { Election } from "../../../server/contract/territories.ts";
import facts from "../../design/facts.module.css";
import { Notice, ProblemNotice } from "../../design/notice.tsx";
import { Section } from "../../design/section.tsx";
import { electionName } from "../../i18n/election-words.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { useWorkspace } from "../../workspace/workspace-context.tsx";

/** The rounds that the scores compare, and what to know of them. */
export function Basis(props: { readonly elections: readonly Election[] }) {
  const { camps } = useWorkspace();
  const { t, formats, language } = useLanguage();
  const name = (id: string | null) => {
    const election = props.elections.find((one) => one.id === id);
    return election === undefined ? (id ?? t("camps.basisNone")) : electionName(t, election);
  };
  return (
    <Show when={camps.scores.value()} fallback={<ScoresProblem />}>
      {(report) => (
        <Section title={t("camps.used")}>
          <dl class={facts.facts}>
            <div>
              <dt>{t("camps.basisLow")}</dt>
              <dd>{name(report().basis.low)}</dd>
            </div>
            <div>
              <dt>{t("camps.basisHigh")}</dt>
              <dd>{name(report().basis.high)}</dd>
            </div>
            <div>
              <dt>{t("camps.basisPersuasion")}</dt>
              <dd>
                {report().basis.persuasion.length === 0
                  ? t("camps.basisNone")
                  : formats().list(report().basis.persuasion.map(name))}
              </dd>
            </div>
          </dl>
          <For each={report().notes}>{(note) => <Notice>{note[language()]}</Notice>}</For>
        </Section>
      )}
    </Show>
  );
}

function ScoresProblem() {
  const { camps } = useWorkspace();
  const { t } = useLanguage();
  return (
    <Show when={camps.scores.problem()}>
      {(problem) => (
        <ProblemNotice problem={problem()} heading={t("stations.scoresFailed")} onRetry={camps.scores.retry} />
      )}
    </Show>
  );
}
