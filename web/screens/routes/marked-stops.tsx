import { Show } from "solid-js";
import type { PlanRoute } from "../../../server/contract/plan.ts";
import { Button } from "../../design/button.tsx";
import { Toggle } from "../../design/toggle.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { lockedStops } from "../../workspace/change-form.ts";
import { countMarks, NO_MARKS } from "../../workspace/stop-marks.ts";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import styles from "./marked-stops.module.css";

/** How many stops are marked, and what goes with it. */
export function MarkedStops(props: { readonly routes: readonly PlanRoute[] }) {
  const workspace = useWorkspace();
  const { t } = useLanguage();
  const form = () => workspace.changes().form;
  const count = createMarksCount();
  return (
    <div class={styles.marks}>
      <p class={styles.line}>
        <strong>{t("change.marks")}</strong>
        <span>{count()}</span>
      </p>
      <Show when={lockedStops(form(), props.routes).length > 0}>
        <Toggle
          label={t("change.keepsOrder")}
          hint={t("change.keepsOrderHint")}
          isOn={form().keepsOrder}
          onChange={(keepsOrder) => workspace.editChanges({ type: "form-edited", part: { keepsOrder } })}
        />
      </Show>
      <Show when={form().marks.size > 0}>
        <div>
          <Button
            size="small"
            onClick={() => workspace.editChanges({ type: "form-edited", part: { marks: NO_MARKS, keepsOrder: false } })}
          >
            {t("change.marksClear")}
          </Button>
        </div>
      </Show>
    </div>
  );
}

/** "4 adresses faites, 2 retirées, 3 gardées". */
export function createMarksCount(): () => string {
  const workspace = useWorkspace();
  const { t } = useLanguage();
  return () => {
    const { marks } = workspace.changes().form;
    const { done, skipped, locked } = countMarks(marks);
    return marks.size === 0 ? t("change.marksNone") : t("change.marksCount", done, skipped, locked);
  };
}
