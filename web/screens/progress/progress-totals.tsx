import { Show } from "solid-js";
import type { WorkFigures } from "../../../server/contract/progress.ts";
import { useLanguage } from "../../i18n/language.tsx";
import styles from "./outing-progress.module.css";

/** The outing as a whole. */
export function ProgressTotals(props: { readonly total: WorkFigures; readonly expected: number | null }) {
  const { t, formats } = useLanguage();
  const of = (part: number, whole: number) => t("progress.ofDoors", formats().integer(part), formats().integer(whole));
  return (
    <dl class={styles.totals}>
      <div>
        <dt>{t("progress.doors")}</dt>
        <dd>{of(props.total.doorsTried, props.total.doors)}</dd>
      </div>
      <div>
        <dt>{t("progress.addresses")}</dt>
        <dd>{of(props.total.stopsDone, props.total.stops)}</dd>
      </div>
      <div>
        <dt>{t("progress.contact")}</dt>
        <dd>
          <Show when={props.total.answers} fallback={<span class={styles.soft}>{t("progress.few")}</span>}>
            {(answers) => (
              <>
                {formats().share(answers().contactRate, 0)}
                <small>
                  {t(
                    "progress.conversations",
                    answers().counts.conversation,
                    formats().integer(answers().counts.conversation),
                  )}
                </small>
              </>
            )}
          </Show>
          <Show when={props.expected}>
            {(expected) => <small>{t("progress.expected", formats().share(expected(), 0))}</small>}
          </Show>
        </dd>
      </div>
    </dl>
  );
}
