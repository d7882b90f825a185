import { Match, Show, Switch } from "solid-js";
import type { TerritoryDetail } from "../../../server/contract/territories.ts";
import { EmptyNote } from "../../design/empty-note.tsx";
import { Notice, ProblemNotice } from "../../design/notice.tsx";
import { Section } from "../../design/section.tsx";
import { Skeleton } from "../../design/skeleton.tsx";
import tab from "../../design/tab.module.css";
import { electionName } from "../../i18n/election-words.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { workspaceImportAddress } from "../../workspace/import-address.ts";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import { ScreenGuide } from "../guide/screen-guide.tsx";
import { FindingList } from "./finding-list.tsx";
import { SourceList } from "./source-list.tsx";
import styles from "./sources-tab.module.css";

/** Where every number comes from, what it means and how far to trust it. */
export function SourcesTab() {
  const { territory } = useWorkspace();
  const { t } = useLanguage();
  return (
    <section class={tab.tab} tabindex="0" aria-labelledby="sources-heading">
      <div class={tab.titled}>
        <h2 id="sources-heading">{t("sources.heading")}</h2>
        <ScreenGuide screen="sources" />
      </div>
      <Switch>
        <Match when={territory.problem()}>
          {(problem) => <ProblemNotice problem={problem()} onRetry={territory.retry} />}
        </Match>
        <Match when={territory.value()}>{(known) => <Provenance detail={known()} />}</Match>
        <Match when={true}>
          <Skeleton lines={6} />
        </Match>
      </Switch>
    </section>
  );
}

function Provenance(props: { readonly detail: TerritoryDetail }) {
  const workspace = useWorkspace();
  const { t, formats } = useLanguage();
  const summary = () => props.detail.summary;
  return (
    <>
      <Show when={summary().isInvented}>
        <Notice>{t("sources.isInvented")}</Notice>
      </Show>
      <Section title={t("sources.findings")}>
        <FindingList findings={props.detail.findings} />
      </Section>
      <Section title={t("sources.scores")}>
        <dl class={styles.meanings}>
          <dt>{t("measure.mobilisation")}</dt>
          <dd>{t("measure.mobilisationMeaning")}</dd>
          <dt>{t("measure.persuasion")}</dt>
          <dd>{t("measure.persuasionMeaning")}</dd>
          <dt>{t("sources.doubt")}</dt>
          <dd>{t("sources.doubtText")}</dd>
        </dl>
      </Section>
      <Section title={t("sources.assumptions")}>
        <ul class={styles.assumptions}>
          <li>{t("sources.assumptionConversations")}</li>
          <li>{t("sources.assumptionEffect")}</li>
          <li>{t("sources.assumptionDoors")}</li>
        </ul>
      </Section>
      <Section title={t("sources.files")}>
        <SourceList sources={summary().sources} />
      </Section>
      <Section title={t("sources.elections")}>
        <Show when={props.detail.elections.length === 0}>
          <EmptyNote action={t("empty.addResults")} href={workspaceImportAddress(workspace)}>
            <p>{t("empty.elections")}</p>
          </EmptyNote>
        </Show>
        <ul class={styles.elections}>
          {props.detail.elections.map((election) => (
            <li>
              <span>{electionName(t, election)}</span>
              <small>{t("sources.joined", formats().share(election.joinRate, election.joinRate === 1 ? 0 : 1))}</small>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t("sources.territory")}>
        <dl class={styles.facts}>
          <dt>{t("sources.version")}</dt>
          <dd>{summary().version.slice(0, 12)}</dd>
          <dt>{t("sources.builtAt")}</dt>
          <dd>{formats().date(summary().builtAt)}</dd>
          <dt>{t("sources.streets")}</dt>
          <dd>{formats().distance(summary().counts.walkableKilometres * 1000)}</dd>
        </dl>
      </Section>
    </>
  );
}
