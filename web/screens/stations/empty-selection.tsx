import { Show } from "solid-js";
import { useLanguage } from "../../i18n/language.tsx";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import styles from "./selection-bar.module.css";

/** Why nobody can knock in what is chosen, and what to do about it. */
export function EmptySelection() {
  const workspace = useWorkspace();
  const { t } = useLanguage();
  const words = () => {
    if (workspace.territory.value()?.summary.counts.addresses === 0) return t("selection.noAddresses");
    switch (workspace.area().kind) {
      case "stations":
      case "best":
        return t("selection.emptyStations");
      case "zones":
        return t("selection.emptyZones");
      default:
        return t("selection.emptyZone");
    }
  };
  return (
    <Show when={workspace.counts.value()?.doors === 0}>
      <p class={styles.problem}>{words()}</p>
    </Show>
  );
}
