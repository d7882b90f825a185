import { createMemo, Match, Show, Switch } from "solid-js";
import type { BackTestReport } from "../../../server/contract/back-test.ts";
import { createLoad } from "../../api/create-load.ts";
import { EmptyNote } from "../../design/empty-note.tsx";
import { ProblemNotice } from "../../design/notice.tsx";
import { Skeleton } from "../../design/skeleton.tsx";
import tab from "../../design/tab.module.css";
import { createElectionNames } from "../../i18n/election-names.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { classedPart } from "../../workspace/hand.ts";
import { workspaceImportAddress } from "../../workspace/import-address.ts";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import type { ReliabilityView } from "../../workspace/workspace-state.ts";
import { ScreenGuide } from "../guide/screen-guide.tsx";
import { CensusVerdict } from "./census-verdict.tsx";
import { ElectionDetail } from "./election-detail.tsx";
import { Glance } from "./glance.tsx";
import { LeftOutList } from "./left-out-list.tsx";
import styles from "./reliability-tab.module.css";
import { ResearchNotes } from "./research-notes.tsx";
import { SignalCards } from "./signal-cards.tsx";
import { Transitions } from "./transitions.tsx";

/** Whether the scores can be trusted for this camp: what they would have been worth at every past election. */
export function ReliabilityTab() {
  const workspace = useWorkspace();
  const { t } = useLanguage();
  const report = createLoad(() => {
    const choice = workspace.camps.choice();
    return choice === null ? null : { name: workspace.territoryName(), choice: classedPart(choice) };
  }, workspace.questions.backTests);
  const campName = () => workspace.camps.choice()?.name;
  return (
    <section class={tab.tab} tabindex="0" aria-labelledby="reliability-heading">
      <div class={tab.titled}>
        <h2 id="reliability-heading">{t("reliability.heading")}</h2>
        <ScreenGuide screen="reliability" />
      </div>
      <p class={tab.intro}>
        {t("reliability.intro")} <Show when={campName()}>{(name) => <>{t("reliability.camp", name())}</>}</Show>
      </p>
      <Switch>
        <Match when={report.problem()}>
          {(problem) => <ProblemNotice problem={problem()} heading={t("reliability.failed")} onRetry={report.retry} />}
        </Match>
        <Match when={workspace.camps.kept.problem()}>
          {(problem) => <ProblemNotice problem={problem()} onRetry={workspace.camps.kept.retry} />}
        </Match>
        <Match when={report.status() === "ready" && report.value()}>{(known) => <Reading report={known()} />}</Match>
        <Match when={true}>
          <Skeleton lines={6} />
        </Match>
      </Switch>
    </section>
  );
}

function Reading(props: { readonly report: BackTestReport }) {
  const workspace = useWorkspace();
  const { t } = useLanguage();
  const elections = createElectionNames(() => workspace.territory.value()?.elections ?? []);
  const choose = (view: Chosen) => workspace.move({ type: "reliability-read", view });
  let detail: HTMLDivElement | undefined;
  const open = (next: Chosen) => {
    choose(next);
    detail?.scrollIntoView({ block: "start" });
    detail?.focus({ preventScroll: true });
  };
  const stationName = createMemo(() => new Map(workspace.rows().map((row) => [row.stationId, row.name])));
  return (
    <>
      <SignalCards report={props.report} />
      <Show
        when={props.report.tests.length > 0}
        fallback={
          <Show
            when={workspace.hasVotes()}
            fallback={
              <EmptyNote action={t("empty.addResults")} href={workspaceImportAddress(workspace)}>
                <p>{t("empty.reliabilityNoVotes")}</p>
              </EmptyNote>
            }
          >
            <EmptyNote
              action={t("empty.toCamps")}
              onAction={() => workspace.move({ type: "tab-chosen", tab: "camps" })}
            >
              <p>{t("empty.reliability")}</p>
            </EmptyNote>
          </Show>
        }
      >
        <Glance
          report={props.report}
          elections={elections}
          territoryName={workspace.territoryName()}
          onOpen={(score, electionId) => open({ score, electionId })}
        />
        <div class={styles.detail} tabindex="-1" ref={detail}>
          <ElectionDetail
            tests={props.report.tests}
            elections={elections}
            chosen={workspace.state().reliability}
            onChoose={choose}
          />
        </div>
      </Show>
      <Transitions elections={elections} />
      <CensusVerdict census={props.report.census} elections={elections} />
      <ResearchNotes />
      <LeftOutList
        leftOut={workspace.camps.scores.value()?.leftOut ?? null}
        elections={elections}
        stationName={(stationId) => stationName().get(stationId) ?? stationId}
      />
    </>
  );
}

/** The back-test that is shown. */
export type Chosen = Pick<ReliabilityView, "score" | "electionId">;
