import { createSignal, For, Match, Show, Switch } from "solid-js";
import type { ChoiceVersion } from "../../../server/contract/choice-versions.ts";
import { useApi } from "../../api/api-context.tsx";
import type { ApiProblem } from "../../api/api-problem.ts";
import { asProblem, createLoad } from "../../api/create-load.ts";
import { Button } from "../../design/button.tsx";
import { Disclosure } from "../../design/disclosure.tsx";
import { EmptyNote } from "../../design/empty-note.tsx";
import { ProblemNotice } from "../../design/notice.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { changedSides } from "../../workspace/choice-state.ts";
import type { CandidateIndex } from "../../workspace/review-sides.ts";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import { ChoiceDifferences } from "./choice-differences.tsx";
import styles from "./choice-versions.module.css";

/** Every choice that was saved, latest first; one can be looked at and taken up again. */
export function ChoiceVersions(props: { readonly index: CandidateIndex }) {
  const api = useApi();
  const workspace = useWorkspace();
  const { t } = useLanguage();
  const [isOpen, setIsOpen] = createSignal(false);
  const [opened, setOpened] = createSignal<number | null>(null);
  const versions = createLoad(
    // Asked again after every save.
    () => (isOpen() ? { name: workspace.territoryName(), version: workspace.camps.version() } : null),
    ({ name }, signal) => api.choiceVersions(name, signal),
  );
  return (
    <Disclosure title={t("camps.versions.heading")} onToggle={setIsOpen}>
      <p class={styles.note}>{t("camps.versions.intro")}</p>
      <Switch>
        <Match when={versions.problem()}>
          {(problem) => <ProblemNotice problem={problem()} onRetry={versions.retry} />}
        </Match>
        <Match when={versions.value()?.length === 0}>
          <EmptyNote
            action={t("empty.toPresets")}
            onAction={() => document.querySelector<HTMLElement>("#camps-presets button")?.focus()}
          >
            <p>{t("empty.versions")}</p>
          </EmptyNote>
        </Match>
        <Match when={versions.value()}>
          {(known) => (
            <ol class={styles.list} aria-label={t("camps.versions.heading")}>
              <For each={known()}>
                {(version) => (
                  <VersionLine
                    version={version}
                    all={known()}
                    index={props.index}
                    isOpen={opened() === version.version}
                    onOpen={(isWanted) => setOpened(isWanted ? version.version : null)}
                  />
                )}
              </For>
            </ol>
          )}
        </Match>
        <Match when={isOpen()}>
          <p class={styles.note}>{t("app.loading")}</p>
        </Match>
      </Switch>
    </Disclosure>
  );
}

interface LineProps {
  readonly version: ChoiceVersion;
  readonly all: readonly ChoiceVersion[];
  readonly index: CandidateIndex;
  readonly isOpen: boolean;
  readonly onOpen: (isWanted: boolean) => void;
}

function VersionLine(props: LineProps) {
  const { camps } = useWorkspace();
  const { t, formats } = useLanguage();
  const when = () => formats().dateTime(props.version.savedAt);
  const how = () => {
    const from = props.all.find(({ version }) => version === props.version.restoredFrom);
    return from === undefined
      ? t(`camps.versions.kind.${props.version.kind}`)
      : t("camps.versions.restoredFrom", formats().dateTime(from.savedAt));
  };
  const counts = () => {
    const { ours, near, neutral, far, hostile } = props.version.counts;
    const written = formats().integer;
    return t("camps.counts", written(ours), written(near), written(neutral), written(far), written(hostile));
  };
  const isCurrent = () => props.version.version === camps.version();
  return (
    <li>
      <button
        type="button"
        class={styles.line}
        aria-expanded={props.isOpen}
        onClick={() => props.onOpen(!props.isOpen)}
      >
        <strong>{props.version.name || t("camps.conflict.untitled")}</strong>
        <span>{isCurrent() ? `${when()} · ${t("camps.versions.current")}` : when()}</span>
        <small>
          {how()} · {counts()}
        </small>
      </button>
      <Show when={props.isOpen}>
        <OpenedVersion version={props.version.version} index={props.index} onClose={() => props.onOpen(false)} />
      </Show>
    </li>
  );
}

function OpenedVersion(props: {
  readonly version: number;
  readonly index: CandidateIndex;
  readonly onClose: () => void;
}) {
  const api = useApi();
  const workspace = useWorkspace();
  const { camps } = workspace;
  const { t } = useLanguage();
  const [problem, setProblem] = createSignal<ApiProblem | null>(null);
  const then = createLoad(
    () => props.version,
    (version, signal) => api.choiceVersion(workspace.territoryName(), version, signal),
  );
  const restore = () => {
    setProblem(null);
    camps.restore(props.version).then(props.onClose, (failure: unknown) => setProblem(asProblem(failure)));
  };
  return (
    <div class={styles.opened}>
      <Show when={then.problem() ?? problem()}>
        {(known) => <ProblemNotice problem={known()} onRetry={then.problem() ? then.retry : restore} />}
      </Show>
      <Show when={then.value()}>
        {(choice) => (
          <Show when={camps.choice()}>
            {(now) => (
              <Show
                when={changedSides(now(), choice()).size > 0}
                fallback={<p class={styles.note}>{t("camps.versions.same")}</p>}
              >
                <p class={styles.note}>{t("camps.versions.differences")}</p>
                <ChoiceDifferences from={now()} to={choice()} index={props.index} />
              </Show>
            )}
          </Show>
        )}
      </Show>
      <div class={styles.ways}>
        <Button size="small" look="primary" isBusy={camps.saving() !== "saved"} onClick={restore}>
          {t("camps.versions.restore")}
        </Button>
        <Button size="small" look="quiet" onClick={() => props.onClose()}>
          {t("camps.versions.closeVersion")}
        </Button>
      </div>
    </div>
  );
}
