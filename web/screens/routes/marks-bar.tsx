import { Show } from "solid-js";
import { Button } from "../../design/button.tsx";
import { Announcement } from "../../design/spoken.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import { createMarksCount } from "./marked-stops.tsx";
import styles from "./marks-bar.module.css";

/** Below an open route: how many stops are marked, and the way to the change that the marks are for. */
export function MarksBar() {
  const workspace = useWorkspace();
  const { t } = useLanguage();
  const toChange = () => {
    workspace.editChanges({ type: "form-shown", isOpen: true });
    workspace.move({ type: "route-closed" });
  };
  const words = createMarksCount();
  return (
    <>
      <Announcement words={words()} />
      <Show when={workspace.changes().form.marks.size > 0}>
        <div class={styles.bar}>
          <span>{words()}</span>
          <Button size="small" look="primary" onClick={toChange}>
            {t("change.toChange")}
          </Button>
        </div>
      </Show>
    </>
  );
}
