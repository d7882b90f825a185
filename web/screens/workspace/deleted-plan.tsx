import { Show } from "solid-js";
import { Button } from "../../design/button.tsx";
import { Notice } from "../../design/notice.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { useSession } from "../../people/session-context.tsx";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import { EARLIER_PLANS, FORM_HEADING } from "../routes/headings.ts";
import styles from "./deleted-plan.module.css";

/** The open plan was deleted, by somebody else or in another window: its routes are on the map no more, whatever tab is open. */
export function DeletedPlan(props: { readonly toRoutes: () => void }) {
  const workspace = useWorkspace();
  const { t } = useLanguage();
  const { allowed } = useSession();
  const goTo = (heading: string) => {
    // One page further, not one for the plan and one for the tab.
    const state = { ...workspace.state(), tab: "routes", planId: null, routeId: null, stationId: null } as const;
    workspace.move({ type: "restored", state });
    props.toRoutes();
    queueMicrotask(() => document.getElementById(heading)?.focus());
  };
  return (
    <Show when={workspace.plan.isDeleted()}>
      <div class={styles.deleted} role="alert">
        <Notice kind="warning">
          <strong>{t("plan.deleted")}</strong>
          <p>{t("plan.deletedText")}</p>
          <div class={styles.buttons}>
            <Show when={allowed().organizes}>
              <Button size="small" onClick={() => goTo(FORM_HEADING)}>
                {t("plan.deletedNew")}
              </Button>
            </Show>
            <Button size="small" onClick={() => goTo(EARLIER_PLANS)}>
              {t("plan.deletedOther")}
            </Button>
          </div>
        </Notice>
      </div>
    </Show>
  );
}
