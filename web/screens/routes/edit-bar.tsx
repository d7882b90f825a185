import { Show } from "solid-js";
import type { PlanRoute } from "../../../server/contract/plan.ts";
import { Button } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
import { UndoButtons } from "../../design/undo-buttons.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import styles from "./edit-bar.module.css";

/** What can be done with the edits of a plan: back, again, repair; and with a route when one is open. */
export function EditBar(props: { readonly route: PlanRoute | null }) {
  const workspace = useWorkspace();
  const { t } = useLanguage();
  const { handEdits } = workspace;
  const isLocked = (id: string) => workspace.plan.plan()?.plan?.edited?.lockedRoutes.includes(id) ?? false;
  return (
    <div class={styles.bar} role="toolbar" aria-label={t("edit.heading")}>
      <UndoButtons steps={handEdits} undoLabel={t("edit.undo")} redoLabel={t("edit.redo")} />
      <Show when={props.route}>
        {(route) => (
          <>
            <Button
              size="small"
              title={t("edit.reverseHint")}
              onClick={() => handEdits.send({ kind: "reverse", routeId: route().id })}
            >
              <Icon name="reverse" />
              <span class={styles.words}>{t("edit.reverse")}</span>
            </Button>
            <Button
              size="small"
              title={t("edit.lockHint")}
              aria-pressed={isLocked(route().id)}
              aria-label={t("edit.lockWholeRoute", route().id)}
              onClick={() =>
                handEdits.send({ kind: "lock-route", routeId: route().id, isLocked: !isLocked(route().id) })
              }
            >
              <Icon name={isLocked(route().id) ? "unlock" : "lock"} />
              <span class={styles.words}>{isLocked(route().id) ? t("edit.unlockRoute") : t("edit.lockRoute")}</span>
            </Button>
          </>
        )}
      </Show>
      <Button
        size="small"
        title={t("edit.repairHint")}
        isBusy={handEdits.isRepairing()}
        onClick={() => handEdits.send({ kind: "repair" })}
      >
        <Icon name="repair" />
        {handEdits.isRepairing() ? t("edit.repairing") : t("edit.repair")}
      </Button>
    </div>
  );
}
