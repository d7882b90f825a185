import { For, Show } from "solid-js";
import type { HandWarning } from "../../../server/contract/plan-edit.ts";
import { Button } from "../../design/button.tsx";
import { Notice, ProblemNotice } from "../../design/notice.tsx";
import { Announcement } from "../../design/spoken.tsx";
import { differenceWords } from "../../i18n/edit-words.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import styles from "./edit-bar.module.css";

/** What became of the edits: what a repair moved, what somebody else did, and what is worth knowing. */
export function EditNotices(props: {
  /** Warnings of that route alone; null for those of the plan. */
  readonly routeId: string | null;
}) {
  const workspace = useWorkspace();
  const { t, formats } = useLanguage();
  const { handEdits } = workspace;
  const plan = () => workspace.plan.plan()?.plan;
  const warnings = () =>
    (plan()?.edited?.warnings ?? []).filter(({ routeId }) => props.routeId === null || routeId === props.routeId);
  const say = (warning: HandWarning): string => {
    switch (warning.kind) {
      case "too-long":
        return t("edit.warning.too-long", warning.routeId, Math.ceil(warning.extraSeconds / 60));
      case "too-steep":
        return t("edit.warning.too-steep", warning.routeId, Math.ceil(warning.extraMetres));
      case "big-roads":
        return t("edit.warning.big-roads", warning.routeId, warning.crossings, warning.more);
      case "far-start":
      case "far-end":
        return t(`edit.warning.${warning.kind}`, warning.routeId, formats().distance(warning.metres));
      case "far-stop":
        return t("edit.warning.far-stop", warning.routeId, warning.address, formats().distance(warning.metres));
      case "empty-route":
        return t("edit.warning.empty-route", warning.routeId);
    }
  };
  const repaired = () => {
    const report = handEdits.repair();
    if (report === null) return "";
    const { movedStops, addedStops, droppedStops, reorderedRoutes } = report;
    return t("edit.repairedLead", t("edit.repaired", movedStops, addedStops, droppedStops, reorderedRoutes));
  };
  /** A repair leaves a route too long only where what is locked does not fit. */
  const lockedTooLong = () =>
    repaired() !== "" && warnings().some(({ kind }) => kind === "too-long") ? t("edit.lockedTooLong") : "";
  /** For who does not see the figures change. */
  const spoken = () => {
    const last = handEdits.last();
    if (handEdits.isOthers()) return t("edit.byOthers");
    if (handEdits.isBusy() || last === null) return "";
    const { kind, routeIds, differences } = last;
    const lead = kind === "undo" ? t("edit.undone") : kind === "redo" ? t("edit.redone") : "";
    const routes = (plan()?.routes ?? []).filter(({ id }) => routeIds.includes(id));
    const told = routes.map(({ id, durationSeconds, stops }) =>
      t("edit.changed", id, formats().duration(durationSeconds), stops.length),
    );
    const done = [lead, repaired(), ...differenceWords(t, differences), ...told].filter(Boolean);
    if (last.isFoundMade) done.push(t("edit.foundMade"));
    else if (done.length === 0) done.push(t("edit.nothingChanged"));
    return [...done, ...warnings().map(say), lockedTooLong()].filter(Boolean).join(" ");
  };
  return (
    <>
      <Announcement words={spoken()} />
      <Show when={handEdits.isOthers()}>
        <Notice>
          <p>{t("edit.byOthers")}</p>
        </Notice>
      </Show>
      <Show when={repaired() !== ""}>
        <Notice>
          <p>{repaired()}</p>
          <Show when={lockedTooLong()}>{(words) => <p>{words()}</p>}</Show>
        </Notice>
      </Show>
      <Show when={warnings().length > 0}>
        <Notice kind="warning">
          <For each={warnings()}>{(warning) => <p>{say(warning)}</p>}</For>
        </Notice>
      </Show>
    </>
  );
}

/** What could not be done, and the way to try it again: it stays in sight, since what comes after it waits. */
export function EditProblem() {
  const { handEdits } = useWorkspace();
  const { t } = useLanguage();
  return (
    <Show when={handEdits.problem()}>
      {(known) => (
        <Show
          when={known().isOutrun}
          fallback={
            // An answer that never came can be asked for again; what was refused would be refused again.
            <Show
              when={known().isUnanswered}
              fallback={<ProblemNotice problem={known().problem} heading={t("edit.failed")} />}
            >
              <ProblemNotice
                problem={known().problem}
                heading={t("edit.unanswered")}
                onRetry={() => handEdits.retry()}
              />
            </Show>
          }
        >
          <div role="alert">
            <Notice kind="warning">
              <strong>{t("edit.outrun")}</strong>
              <p>{t("edit.outrunHint")}</p>
              <div class={styles.buttons}>
                <Button size="small" onClick={() => handEdits.retry()}>
                  {t("edit.again")}
                </Button>
                <Button size="small" look="quiet" onClick={() => handEdits.dismiss()}>
                  {t("app.close")}
                </Button>
              </div>
            </Notice>
          </div>
        </Show>
      )}
    </Show>
  );
}
