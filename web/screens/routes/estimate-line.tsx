import { createMemo, Show } from "solid-js";
import { useLanguage } from "../../i18n/language.tsx";
import { estimatePlan } from "../../workspace/estimate-plan.ts";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import styles from "./estimate-line.module.css";

/** What the form comes to, before anything is computed. */
export function EstimateLine() {
  const workspace = useWorkspace();
  const { t, formats } = useLanguage();
  const estimate = createMemo(() => estimatePlan(workspace.planForm(), workspace.counts.value()));
  return (
    <Show when={estimate()}>
      {(guess) => (
        <p class={styles.estimate} aria-live="polite">
          <span class={styles.word}>{t("plan.estimate")}</span>
          <strong>{t("plan.estimateDoors", formats().integer(roughly(guess().doors)))}</strong>
          <Show when={guess().share}>
            {(share) => (
              <>
                {", "}
                {share() >= 1 ? t("plan.estimateAll") : t("plan.estimateShare", formats().share(share(), 0))}
                {", "}
                {t("plan.estimateConversations", formats().integer(roughly(guess().conversations)))}.
              </>
            )}
          </Show>
          <Show when={guess().share !== null && (guess().share ?? 1) < 1 ? guess().volunteersForAll : null}>
            {(volunteers) => <> {t("plan.estimateVolunteers", formats().integer(volunteers()))}</>}
          </Show>
        </p>
      )}
    </Show>
  );
}

/** Two figures: a guess must not look like a count. */
function roughly(value: number): number {
  if (value < 20) return Math.round(value);
  const unit = 10 ** (Math.floor(Math.log10(value)) - 1);
  return Math.round(value / unit) * unit;
}
