import { Show } from "solid-js";
import { Button } from "../../design/button.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import { MarksCount } from "./marked-stops.tsx";
import styles from "./marks-bar.module.css";

/** Below an open route: how many stops are marked, and the way to the change that the marks are for. */
export function MarksBar() {
  const workspace = useWorkspace();
  const { t } = useLanguage();
  const toChange = () => {
    workspace.editChanges({ type: "form-shown", isOpen: true });
    workspace.move({ type: "route-closed" });
  };
  return (
    <Show when={workspace.changes().form.marks.size > 0}>
      <div class={styles.bar}>
        <span role="status">
          <MarksCount />
        </span>
        <Button size="small" look="primary" onClick={toChange}>
          {t("change.toChange")}
        </Button>
      </div>
    </Show>
  );
}
