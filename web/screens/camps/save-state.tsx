import { createMemo, Match, Switch } from "solid-js";
import { countSides } from "../../../server/contract/choice-versions.ts";
import { Button } from "../../design/button.tsx";
import { IconButton } from "../../design/icon-button.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import styles from "./save-state.module.css";

/** How many candidates are on each side, whether that is saved, and taking the last change back. */
export function SaveState() {
  const { camps } = useWorkspace();
  const { t, formats } = useLanguage();
  const counts = createMemo(() => {
    const { ours, near, neutral, far, hostile } = countSides(camps.choice()?.sides ?? {});
    const written = formats().integer;
    return t("camps.counts", written(ours), written(near), written(neutral), written(far), written(hostile));
  });
  return (
    <div class={styles.bar}>
      <p class={styles.state}>
        <span>{counts()}.</span>{" "}
        <span role="status">
          <Switch>
            <Match when={camps.saving() === "failed"}>
              <span class={styles.bad}>
                {t("camps.saveFailed")}{" "}
                <Button size="small" look="quiet" onClick={camps.saveAgain}>
                  {t("app.retry")}
                </Button>
              </span>
            </Match>
            <Match when={camps.saving() === "conflict"}>
              <span class={styles.bad}>{t("camps.waits")}.</span>
            </Match>
            <Match when={camps.saving() !== "saved"}>{t("camps.saving")}</Match>
            <Match when={camps.version() === 0}>{t("camps.unsaved")}.</Match>
            <Match when={true}>{t("camps.saved")}.</Match>
          </Switch>
        </span>
      </p>
      <span class={styles.undo}>
        <IconButton
          icon="undo"
          label={t("camps.undo")}
          hint="Ctrl Z"
          disabled={!camps.canUndo()}
          onClick={camps.undo}
        />
        <IconButton
          icon="redo"
          label={t("camps.redo")}
          hint="Ctrl Y"
          disabled={!camps.canRedo()}
          onClick={camps.redo}
        />
      </span>
    </div>
  );
}
