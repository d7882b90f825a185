import { Show } from "solid-js";
import { useLanguage } from "../../i18n/language.tsx";
import { DOORS_FROM_ZOOM } from "../../map/door-layers.ts";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import styles from "./legend.module.css";

/** What the dots at street level are. */
export function DoorsNote() {
  const workspace = useWorkspace();
  const { t } = useLanguage();
  const isShown = () =>
    (workspace.state().camera?.zoom ?? 0) >= DOORS_FROM_ZOOM &&
    (workspace.territory.value()?.summary.counts.addresses ?? 0) > 0;
  return (
    <Show when={isShown()}>
      <p class={styles.unit}>{t("layers.doors")}</p>
    </Show>
  );
}
