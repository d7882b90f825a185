import { Show } from "solid-js";
import { Button } from "../../design/button.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { closeComparison } from "../../workspace/compare-subjects.ts";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import styles from "./compare-tray.module.css";

/** How many neighbourhoods are compared, and the way to the table, wherever stations are chosen. */
export function CompareTray() {
  const workspace = useWorkspace();
  const { t, formats } = useLanguage();
  const comparison = () => workspace.state().comparison;
  const toggle = () => {
    const now = comparison();
    const toggled = now.isOpen ? closeComparison(now) : { ...now, isOpen: true };
    workspace.move({ type: "comparison-changed", comparison: toggled });
  };
  return (
    <Show when={comparison().subjects.length > 0}>
      <div class={styles.tray}>
        <span>{t("compare.tray", formats().integer(comparison().subjects.length))}</span>
        <Button size="small" look={comparison().isOpen ? "plain" : "primary"} onClick={toggle}>
          {comparison().isOpen ? t("compare.close") : t("compare.open")}
        </Button>
      </div>
    </Show>
  );
}
