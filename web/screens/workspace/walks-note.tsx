import { Show } from "solid-js";
import { Button } from "../../design/button.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import styles from "./walks-note.module.css";

/** Why votes per hour are not there yet. Nothing once the walks are known. */
export function WalksNote() {
  const { walks, hasStreets } = useWorkspace();
  const { t } = useLanguage();
  return (
    <Show when={walks.value() === null}>
      <p class={styles.note}>
        <Show when={hasStreets()} fallback={t("streets.noHours")}>
          <Show when={walks.problem()} fallback={t("measure.walking")}>
            {t("measure.walksFailed")}{" "}
            <Button size="small" look="quiet" onClick={walks.retry}>
              {t("app.retry")}
            </Button>
          </Show>
        </Show>
      </p>
    </Show>
  );
}
