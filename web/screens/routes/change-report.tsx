import { Show } from "solid-js";
import type { Plan } from "../../../server/contract/plan.ts";
import type { ChangeReport as Report } from "../../../server/contract/plan-change.ts";
import { Button } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
import { Notice } from "../../design/notice.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { countLostLocks } from "../../workspace/plan-changes.ts";
import { useWorkspace } from "../../workspace/workspace-context.tsx";

/** What a change has changed, in one sentence, with the way back. */
export function ChangeReport(props: { readonly report: Report; readonly plan: Pick<Plan, "routes"> }) {
  const workspace = useWorkspace();
  const { t } = useLanguage();
  const words = createChangeWords();
  const lost = () => countLostLocks(props.plan, workspace.changes().before);
  return (
    <Notice>
      <p>{words(props.report)}</p>
      <Show when={lost() > 0}>
        <p>
          <strong>{t("change.locksLost", lost())}</strong>
        </p>
      </Show>
      <PlanBefore />
    </Notice>
  );
}

/** What a change has changed, in one sentence. */
export function createChangeWords(): (report: Report) => string {
  const workspace = useWorkspace();
  const { t, formats } = useLanguage();
  return (report) => {
    const removed = [...(workspace.changes().before?.changes.form.removedRoutes ?? [])].toSorted(formats().compare);
    return t("change.report", {
      report,
      integer: formats().integer,
      removedRoutes: formats().list(removed),
      removedCount: removed.length,
    });
  };
}

/** Back to the plan that this one was made from, where that is known. */
export function PlanBefore() {
  const workspace = useWorkspace();
  const { t } = useLanguage();
  return (
    <Show when={workspace.changes().before}>
      {(before) => (
        <Button size="small" onClick={() => workspace.move({ type: "plan-opened", planId: before().changes.planId })}>
          <Icon name="undo" />
          {t("change.before")}
        </Button>
      )}
    </Show>
  );
}
