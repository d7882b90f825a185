import { Show } from "solid-js";
import type { Plan } from "../../../server/contract/plan.ts";
import { Section } from "../../design/section.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import styles from "./route-quality.module.css";

type Judged = Pick<Plan, "metresEquivalentPerDoor" | "search" | "request">;

/** The routes together in one figure, what it means, and how near the best possible they are known to be. */
export function PlanQuality(props: { readonly plan: Judged }) {
  const { t, formats } = useLanguage();
  const gap = () => {
    const proved = props.plan.search?.provedGap ?? null;
    if (proved === null) return null;
    // Rounded up: no more is promised than was proved.
    const share = formats().share(Math.ceil(proved * 100) / 100, 0);
    switch (props.plan.search?.provedOf) {
      case "walk":
        return t("routes.proved", share);
      case "doors":
        return t("routes.provedDoors", share);
      default:
        return t("routes.provedValue", share);
    }
  };
  const effort = () => props.plan.metresEquivalentPerDoor ?? null;
  const isCutShort = () => props.plan.search?.endedBy === "deadline";
  return (
    <Show when={effort() !== null || gap() !== null || isCutShort()}>
      <Section title={t("routes.planQuality")}>
        <div class={styles.sentences}>
          <Show when={effort()}>
            {(metres) => (
              <>
                <p>
                  <strong>{t("routes.zoneEffort", formats().distance(metres()))}</strong>
                </p>
                <p class={styles.meaning}>{t("routes.effortMeaning")}</p>
              </>
            )}
          </Show>
          <Show when={gap()}>{(sentence) => <p>{sentence()}</p>}</Show>
          <Show when={isCutShort()}>
            <p>{t("routes.cutShort")}</p>
          </Show>
        </div>
      </Section>
    </Show>
  );
}
