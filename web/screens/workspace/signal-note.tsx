import { For, Match, Show, Switch } from "solid-js";
import { Button } from "../../design/button.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import { RELIABILITY_TAB } from "../../workspace/workspace-state.ts";
import styles from "./signal-note.module.css";

/** How far the open measure can be trusted, when that is less than one would think from a coloured map. */
export function SignalNote() {
  const { ranking } = useWorkspace();
  const { t, language } = useLanguage();
  return (
    <Switch>
      <Match when={ranking.signal()?.level === "none"}>
        <div class={styles.note}>
          <Show
            when={ranking.isHidden()}
            fallback={
              <>
                <p class={styles.caution}>{t("measure.shownAnyway")}</p>
                <Button size="small" onClick={() => ranking.showAnyway(false)}>
                  {t("measure.hideAgain")}
                </Button>
              </>
            }
          >
            <strong>{t("measure.noSignal")}</strong>
            <For each={ranking.signal()?.sentences}>{(sentence) => <p>{sentence[language()]}</p>}</For>
            <Button size="small" onClick={() => ranking.showAnyway(true)}>
              {t("measure.showAnyway")}
            </Button>
          </Show>
          <ReliabilityLink />
        </div>
      </Match>
      <Match when={ranking.signal()?.level === "weak"}>
        <p class={styles.caution}>
          {t("measure.weakSignal")} <ReliabilityLink />
        </p>
      </Match>
    </Switch>
  );
}

export function ReliabilityLink() {
  const workspace = useWorkspace();
  const { t } = useLanguage();
  return (
    <Show when={RELIABILITY_TAB}>
      {(tab) => (
        <button type="button" class={styles.link} onClick={() => workspace.move({ type: "tab-chosen", tab: tab() })}>
          {t("measure.toReliability")}
        </button>
      )}
    </Show>
  );
}
