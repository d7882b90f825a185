import { createSignal, Show } from "solid-js";
import { useApi } from "../../api/api-context.tsx";
import type { ApiProblem } from "../../api/api-problem.ts";
import { asProblem } from "../../api/create-load.ts";
import { Button } from "../../design/button.tsx";
import { Disconnected, ProblemNotice } from "../../design/notice.tsx";
import { Announcement } from "../../design/spoken.tsx";
import tab from "../../design/tab.module.css";
import { useLanguage } from "../../i18n/language.tsx";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import { ScreenGuide } from "../guide/screen-guide.tsx";
import styles from "./plan-progress-view.module.css";

/** What the computation is doing, in words, with a way to stop it. */
export function PlanProgressView() {
  const api = useApi();
  const workspace = useWorkspace();
  const { t, formats } = useLanguage();
  const [problem, setProblem] = createSignal<ApiProblem | null>(null);
  const progress = workspace.plan.progress;
  const share = () => progress()?.share ?? 0;
  const words = () => {
    switch (progress()?.stage) {
      case "durations":
        return t("plan.stageDurations");
      case "routes":
        return t("plan.stageRoutes");
      case "directions":
        return t("plan.stageDirections");
      default:
        return t("plan.stageDoors");
    }
  };
  const sizes = () => {
    const now = progress();
    return [
      now?.stops === undefined ? null : t("routes.stops", now.stops, formats().integer(now.stops)),
      now?.routes === undefined ? null : t("routes.count", now.routes),
    ]
      .filter((one) => one !== null)
      .join(" · ");
  };
  const ask = async (what: (planId: string) => Promise<void>) => {
    const id = workspace.state().planId;
    if (id === null) return;
    try {
      await what(id);
    } catch (failure) {
      setProblem(asProblem(failure));
    }
  };
  const stop = () =>
    ask(async (id) => {
      await api.removePlan(id);
      workspace.plan.retry();
    });
  return (
    <section class={styles.progress} aria-label={t("plan.progress")}>
      <div class={tab.titled}>
        <h2>{t("plan.progress")}</h2>
        <ScreenGuide screen="routes" />
      </div>
      <Disconnected when={!workspace.plan.isConnected()} />
      <progress max="1" value={share()} aria-label={t("plan.progress")} />
      <p class={styles.line}>
        <span>{words()}…</span>
        <span>{formats().share(share(), 0)}</span>
      </p>
      <Show when={sizes() !== ""}>
        <p class={styles.sizes}>{sizes()}</p>
      </Show>
      <Announcement words={words()} isNews />
      <Show when={problem()}>{(known) => <ProblemNotice problem={known()} />}</Show>
      <div class={styles.choices}>
        <Show when={progress()?.stage === "routes"}>
          <Button look="primary" onClick={() => ask(api.finishPlan)}>
            {t("plan.finish")}
          </Button>
        </Show>
        <Button onClick={stop}>{t("plan.stop")}</Button>
      </div>
    </section>
  );
}
