import { createMemo, For, Match, Show, Switch } from "solid-js";
import { importObstacles } from "../../../server/contract/import-readiness.ts";
import type { ImportProgress, ImportState } from "../../../server/contract/imports.ts";
import type { ApiProblem } from "../../api/api-problem.ts";
import { Button } from "../../design/button.tsx";
import { Disconnected, Notice, ProblemNotice } from "../../design/notice.tsx";
import { Announcement } from "../../design/spoken.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import styles from "./build-panel.module.css";
import type { AskedOfBuild } from "./create-import-actions.ts";
import { obstacleWords } from "./obstacle-words.ts";

interface BuildPanelProps {
  readonly state: ImportState;
  readonly progress: ImportProgress | null;
  readonly isConnected: boolean;
  /** What was asked of the build and is not so yet. */
  readonly asked: AskedOfBuild | null;
  readonly problem: ApiProblem | null;
  readonly onBuild: () => void;
  readonly onCancel: () => void;
}

/** The way to a territory: what still stands in it, then how far the build is. */
export function BuildPanel(props: BuildPanelProps) {
  const { t, formats } = useLanguage();
  const status = () => props.state.build?.status ?? null;
  const obstacles = createMemo(() => (props.state.kind === "demo" ? [] : importObstacles(props.state)));
  return (
    <section class={styles.panel} aria-label={t("imports.building")}>
      <Announcement words={status() === "cancelled" ? t("imports.cancelled") : ""} />
      <Switch>
        <Match when={status() === "waiting" || status() === "running"}>
          <Running {...props} />
        </Match>
        <Match when={true}>
          <Show when={status() === "failed"}>
            <div role="alert">
              <Notice kind="danger">
                <strong>{t("imports.failed")}</strong>
                <p>{props.state.build?.failure?.message}</p>
              </Notice>
            </div>
          </Show>
          <Show when={status() === "cancelled"}>
            <Notice>{t("imports.cancelled")}</Notice>
          </Show>
          <Show when={obstacles().length > 0}>
            <ul class={styles.obstacles}>
              <For each={obstacleWords(t, formats(), props.state, obstacles())}>{(words) => <li>{words}</li>}</For>
            </ul>
          </Show>
          <Show when={props.problem}>{(problem) => <ProblemNotice problem={problem()} />}</Show>
          <Button
            look="primary"
            disabled={obstacles().length > 0}
            isBusy={props.asked !== null}
            onClick={() => props.onBuild()}
          >
            {t(
              props.asked !== null ? "imports.asked.build" : status() === "done" ? "imports.rebuild" : "imports.build",
            )}
          </Button>
        </Match>
      </Switch>
    </section>
  );
}

function Running(props: BuildPanelProps) {
  const { t, formats } = useLanguage();
  const build = () => props.progress?.build ?? null;
  const share = () => build()?.share ?? 0;
  const words = () => {
    const stage = build()?.stage;
    return stage === undefined ? t("imports.waiting", props.progress?.ahead ?? 0) : `${t(`imports.stage.${stage}`)}…`;
  };
  return (
    <>
      <progress class={styles.bar} max="1" value={share()} aria-label={t("imports.building")} />
      <p class={styles.line}>
        <span>{words()}</span>
        <span>
          {formats().share(share(), 0)}
          <Show when={(build()?.remainingSeconds ?? 0) > 60}>
            {" · "}
            {t("imports.remaining", formats().duration(build()?.remainingSeconds ?? 0))}
          </Show>
        </span>
      </p>
      {/* Here too: the head of the page is out of sight. Whether it goes on is known only from the server. */}
      <Disconnected when={!props.isConnected} />
      <Show when={props.isConnected}>
        <p class={styles.soft}>{t("imports.pageMayClose")}</p>
      </Show>
      <Announcement words={words()} isNews />
      <Show when={props.problem}>{(problem) => <ProblemNotice problem={problem()} />}</Show>
      <Button isBusy={props.asked !== null} onClick={() => props.onCancel()}>
        {t(props.asked !== null ? "imports.asked.cancel" : "imports.cancelBuild")}
      </Button>
    </>
  );
}
