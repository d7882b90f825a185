import { createEffect, on, Show } from "solid-js";
import type { PlanRoute } from "../../../server/contract/plan.ts";
import { reportOf } from "../../../server/contract/route-report.ts";
import { Button } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
import { Section } from "../../design/section.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import styles from "./edit-bar.module.css";
import { EditBar } from "./edit-bar.tsx";
import { EditEnds } from "./edit-ends.tsx";
import { EditNotices, EditProblem } from "./edit-notices.tsx";
import { EditOrder } from "./edit-order.tsx";
import { NearbyStops } from "./nearby-stops.tsx";
import { TakenOut } from "./taken-out.tsx";

const BEGIN = "begin-editing";

/** The open route in the organizer's hands. */
export function EditRoute(props: { readonly route: PlanRoute }) {
  const workspace = useWorkspace();
  const { t, formats } = useLanguage();
  const state = () => {
    // Then it says so itself: nothing is computed any more.
    if (workspace.handEdits.problem() !== null) return "";
    if (workspace.handEdits.isBusy()) return t("edit.busy");
    if (workspace.handEdits.isOthers()) return t("edit.savedByOthers");
    return workspace.plan.plan()?.plan?.edited?.canUndo ? t("edit.saved") : "";
  };
  const end = () => {
    workspace.setIsEditing(false);
    // What had the focus is gone: it goes back to where editing began.
    queueMicrotask(() => document.getElementById(BEGIN)?.focus());
  };
  let notices: HTMLDivElement | undefined;
  // Nobody asks for a repair without wanting to know what it moved: on a phone that stands above the list.
  createEffect(
    on(
      workspace.handEdits.repair,
      (report) => report !== null && queueMicrotask(() => notices?.scrollIntoView({ block: "nearest" })),
      { defer: true },
    ),
  );
  const warnings = () =>
    (workspace.plan.plan()?.plan?.edited?.warnings ?? []).filter(({ routeId }) => routeId === props.route.id).length;
  return (
    <Section title={t("edit.heading")}>
      <div class={styles.sticky}>
        <div class={styles.held}>
          <div class={styles.top}>
            <p class={styles.hint}>
              <strong>{formats().duration(props.route.durationSeconds)}</strong> {state()}
            </p>
            <Show when={warnings() > 0}>
              <Button
                size="small"
                class={styles.toNotices}
                aria-label={t("edit.seeWarnings", warnings())}
                onClick={() => notices?.scrollIntoView({ block: "center" })}
              >
                <Icon name="warning" />
                {warnings()}
              </Button>
            </Show>
            <Button size="small" look="primary" onClick={end}>
              {t("edit.end")}
            </Button>
          </div>
          <EditBar route={props.route} />
          <EditProblem />
        </div>
        <div class={styles.notices} ref={notices}>
          <EditNotices routeId={props.route.id} />
        </div>
      </div>
      <p class={styles.hint}>
        {t("edit.hint")} {t("edit.keys")}
      </p>
      <EditOrder route={props.route} />
      <TakenOut routeId={props.route.id} />
      <EditEnds routeId={props.route.id} />
      <NearbyStops route={props.route} />
    </Section>
  );
}

/** The way into editing; not for routes that another engine drew, whose times ours would contradict. */
export function BeginEditing(props: { readonly route: PlanRoute }) {
  const workspace = useWorkspace();
  const { t } = useLanguage();
  const isOurs = () => reportOf(props.route).crossings !== null;
  return (
    <Show when={isOurs()} fallback={<p class={styles.hint}>{t("edit.otherRouter")}</p>}>
      <div>
        <Button size="small" id={BEGIN} onClick={() => workspace.setIsEditing(true)}>
          {t("edit.begin")}
        </Button>
      </div>
    </Show>
  );
}
