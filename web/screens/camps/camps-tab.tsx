import { createMemo, Match, Switch } from "solid-js";
import type { CandidatesResponse } from "../../../server/contract/territories.ts";
import { createLoad } from "../../api/create-load.ts";
import { EmptyNote } from "../../design/empty-note.tsx";
import { ProblemNotice } from "../../design/notice.tsx";
import { Skeleton } from "../../design/skeleton.tsx";
import tab from "../../design/tab.module.css";
import { useLanguage } from "../../i18n/language.tsx";
import { workspaceImportAddress } from "../../workspace/import-address.ts";
import { indexCandidates } from "../../workspace/review-sides.ts";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import { ScreenGuide } from "../guide/screen-guide.tsx";
import { Basis } from "./basis.tsx";
import styles from "./camps-tab.module.css";
import { ChoiceConflict } from "./choice-conflict.tsx";
import { ChoiceFile } from "./choice-file.tsx";
import { ChoiceVersions } from "./choice-versions.tsx";
import { ElectionReview } from "./election-review.tsx";
import { PresetButtons } from "./preset-buttons.tsx";
import { SaveState } from "./save-state.tsx";

/** Where each candidate stands, from ours to hostile. Every change recolours the map. */
export function CampsTab() {
  const workspace = useWorkspace();
  const { t } = useLanguage();
  const candidates = createLoad(() => ({ name: workspace.territoryName() }), workspace.questions.candidates);
  return (
    <div class={`${tab.tab} ${styles.tab}`}>
      <div class={tab.titled}>
        <h2>{t("camps.heading")}</h2>
        <ScreenGuide screen="camps" />
      </div>
      <p class={tab.intro}>{t("camps.intro")}</p>
      <Switch>
        <Match
          when={candidates.problem() ?? (workspace.camps.choice() === null ? workspace.camps.kept.problem() : null)}
        >
          {(problem) => (
            <ProblemNotice
              problem={problem()}
              onRetry={() => {
                candidates.retry();
                workspace.camps.kept.retry();
              }}
            />
          )}
        </Match>
        <Match when={candidates.value()?.elections.every(({ candidates }) => candidates.length === 0)}>
          <EmptyNote action={t("empty.addResults")} href={workspaceImportAddress(workspace)}>
            <p>{t("empty.candidates")}</p>
          </EmptyNote>
        </Match>
        <Match when={workspace.camps.choice() === null ? null : candidates.value()}>
          {(known) => <Choice known={known()} />}
        </Match>
        <Match when={true}>
          <Skeleton lines={6} />
        </Match>
      </Switch>
    </div>
  );
}

function Choice(props: { readonly known: CandidatesResponse }) {
  const index = createMemo(() => indexCandidates(props.known.elections));
  return (
    <>
      <SaveState />
      <ChoiceConflict index={index()} />
      <PresetButtons presets={props.known.presets} />
      <ElectionReview elections={props.known.elections} index={index()} />
      <Basis elections={props.known.elections.map((one) => one.election)} />
      <ChoiceVersions index={index()} />
      <ChoiceFile index={index()} />
    </>
  );
}
