import { createMemo, Show } from "solid-js";
import { Announcement } from "../../design/spoken.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { estimatePlan, type PlanEstimate } from "../../workspace/estimate-plan.ts";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import styles from "./estimate-line.module.css";

/** What the form comes to, before anything is computed. */
export function EstimateLine() {
  const workspace = useWorkspace();
  const { t, formats } = useLanguage();
  const estimate = createMemo(() => estimatePlan(workspace.planForm(), workspace.counts.value()));
  const doors = (guess: PlanEstimate) => t("plan.estimateDoors", formats().integer(roughly(guess.doors)));
  const rest = ({ share, conversations, volunteersForAll }: PlanEstimate) => {
    if (share === null) return "";
    const part = share >= 1 ? t("plan.estimateAll") : t("plan.estimateShare", formats().share(share, 0));
    const talks = t("plan.estimateConversations", formats().integer(roughly(conversations)));
    const isShort = share < 1 && volunteersForAll !== null;
    return `, ${part}, ${talks}.${isShort ? ` ${t("plan.estimateVolunteers", formats().integer(volunteersForAll))}` : ""}`;
  };
  const spoken = () => {
    const guess = estimate();
    return guess === null ? "" : `${t("plan.estimate")} ${doors(guess)}${rest(guess)}`;
  };
  return (
    <>
      <Show when={estimate()}>
        {(guess) => (
          <p class={styles.estimate}>
            <span class={styles.word}>{t("plan.estimate")}</span>
            <strong>{doors(guess())}</strong>
            {rest(guess())}
          </p>
        )}
      </Show>
      <Announcement words={spoken()} />
    </>
  );
}

/** Two figures: a guess must not look like a count. */
function roughly(value: number): number {
  if (value < 20) return Math.round(value);
  const unit = 10 ** (Math.floor(Math.log10(value)) - 1);
  return Math.round(value / unit) * unit;
}
