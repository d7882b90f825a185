import { Show } from "solid-js";
import { useLanguage } from "../../i18n/language.tsx";
import type { Zones } from "../../zones/create-zones.ts";
import styles from "./zones-tab.module.css";

/** What the zones that are there are worth as a whole, measured as an automatic cut is. */
export function ZoningScore(props: { readonly zones: Zones }) {
  const { t, formats } = useLanguage();
  const hasDoors = () => [...props.zones.members().values()].some((places) => places.length > 0);
  return (
    <Show when={hasDoors()}>
      <section class={styles.score} aria-label={t("cut.scoreLabel")}>
        <Show when={props.zones.score()} fallback={<p>{t("cut.scorePending")}</p>}>
          {(score) => (
            <>
              <p>
                <strong>{t("cut.score", formats().decimal(score().metresPerDoor))}</strong>
                <Show when={score().zones > 1}>
                  {" · "}
                  {t("cut.scoreWorst", score().worst.name, formats().decimal(score().worst.metresPerDoor))}
                  {" · "}
                  {t(
                    "cut.scoreHeaviest",
                    score().heaviest.name,
                    `${formats().points(score().heaviest.share - 1, 0)}\u00a0%`,
                  )}
                </Show>
              </p>
              <p class={styles.small}>{t("cut.scoreHint")}</p>
            </>
          )}
        </Show>
      </section>
    </Show>
  );
}
