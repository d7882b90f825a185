import { createMemo, createSignal, Show } from "solid-js";
import { useApi } from "../../api/api-context.tsx";
import type { ApiProblem } from "../../api/api-problem.ts";
import { asProblem } from "../../api/create-load.ts";
import { Button } from "../../design/button.tsx";
import { ProblemNotice } from "../../design/notice.tsx";
import { NumberField } from "../../design/number-field.tsx";
import { Segmented } from "../../design/segmented.tsx";
import tab from "../../design/tab.module.css";
import { Toggle } from "../../design/toggle.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import {
  LIMITS,
  type NumberField as NumberFieldName,
  type PlanForm,
  planRequest,
  readNumber,
} from "../../workspace/plan-form.ts";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import { ScreenGuide } from "../guide/screen-guide.tsx";
import { createLeaveOut, LeaveOutDone } from "../progress/leave-out-done.tsx";
import { EstimateLine } from "./estimate-line.tsx";
import { FORM_HEADING } from "./headings.ts";
import styles from "./plan-form-view.module.css";
import { RouteEndFields } from "./route-end-fields.tsx";
import { TeamLimits } from "./team-limits.tsx";
import { WhereLine } from "./where-line.tsx";

/** Who walks, for how long, from where, to what end. Every field has a default that works. */
export function PlanFormView() {
  const api = useApi();
  const workspace = useWorkspace();
  const { t, formats, language } = useLanguage();
  const [isSending, setIsSending] = createSignal(false);
  const [problem, setProblem] = createSignal<ApiProblem | null>(null);
  const form = workspace.planForm;
  const change = (part: Partial<PlanForm>) => workspace.setPlanForm({ ...form(), ...part });
  const leaveOut = createLeaveOut(workspace.territoryName);
  const request = createMemo(() => planRequest(form(), workspace.selection(), workspace.pointedPlace(), language()));
  const hasElevation = () => workspace.territory.value()?.summary.hasElevation ?? true;
  const invalid = (field: NumberFieldName) =>
    readNumber(form(), field) === null
      ? t(
          "plan.invalid",
          formats().decimal(LIMITS[field].low, LIMITS[field].low % 1 === 0 ? 0 : 1),
          formats().integer(LIMITS[field].high),
        )
      : undefined;

  const teamTitle = () => {
    const title = form().pairs ? t("plan.teamOfPairs") : t("plan.team");
    const count = form().team.length;
    return count === 0 ? title : t("plan.teamCount", title, formats().integer(count));
  };

  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    const asked = request();
    if (asked === null || isSending()) return;
    setIsSending(true);
    setProblem(null);
    try {
      const { planId } = await api.startPlan(workspace.territoryName(), { ...asked, ...leaveOut.asked() });
      workspace.move({ type: "plan-opened", planId });
    } catch (failure) {
      setProblem(asProblem(failure));
    } finally {
      setIsSending(false);
    }
  };

  return (
    <form id="plan-form" class={styles.form} onSubmit={send} novalidate>
      <div class={tab.titled}>
        <h2 id={FORM_HEADING} tabindex="-1">
          {t("plan.heading")}
        </h2>
        <ScreenGuide screen="routes" />
      </div>
      <WhereLine />
      <div class={styles.pair}>
        <NumberField
          label={t("plan.volunteers")}
          value={form().volunteers}
          limits={LIMITS.volunteers}
          problem={invalid("volunteers")}
          onChange={(volunteers) => change({ volunteers })}
        />
        <NumberField
          label={t("plan.minutes")}
          suffix={t("plan.minutesSuffix")}
          value={form().minutes}
          limits={LIMITS.minutes}
          problem={invalid("minutes")}
          onChange={(minutes) => change({ minutes })}
        />
      </div>
      <Toggle
        label={t("plan.pairs")}
        hint={t("plan.pairsHint")}
        isOn={form().pairs}
        onChange={(pairs) => change({ pairs })}
      />
      <LeaveOutDone choice={leaveOut} />
      <Segmented
        label={t("plan.goal")}
        value={form().goal}
        options={[
          { value: "cover", label: t("plan.goalCover"), hint: t("plan.goalCoverHint") },
          { value: "value", label: t("plan.goalValue"), hint: t("plan.goalValueHint") },
        ]}
        onChange={(goal) => change({ goal })}
      />
      <RouteEndFields form={form()} hasElevation={hasElevation()} onChange={change} />
      <details class={styles.more}>
        <summary>{teamTitle()}</summary>
        <TeamLimits form={form()} hasElevation={hasElevation()} onChange={(team) => change({ team })} />
      </details>
      <details class={styles.more}>
        <summary>{t("plan.advanced")}</summary>
        <div class={styles.moreFields}>
          <NumberField
            label={t("plan.minutesPerDoor")}
            suffix={t("plan.minutesSuffix")}
            hint={t("plan.minutesPerDoorHint")}
            value={form().minutesPerDoor}
            limits={LIMITS.minutesPerDoor}
            problem={invalid("minutesPerDoor")}
            onChange={(minutesPerDoor) => change({ minutesPerDoor })}
          />
          <NumberField
            label={t("plan.speed")}
            suffix={t("plan.speedSuffix")}
            hint={t("plan.speedHint")}
            value={form().speed}
            limits={LIMITS.speed}
            problem={invalid("speed")}
            onChange={(speed) => change({ speed })}
          />
          <NumberField
            label={t("plan.seconds")}
            suffix={t("plan.secondsSuffix")}
            hint={t("plan.secondsHint")}
            value={form().seconds}
            limits={LIMITS.seconds}
            problem={invalid("seconds")}
            onChange={(seconds) => change({ seconds })}
          />
        </div>
      </details>
      <EstimateLine />
      <Show when={problem()}>{(known) => <ProblemNotice problem={known()} heading={t("plan.failed")} />}</Show>
      <Button type="submit" look="primary" disabled={request() === null} isBusy={isSending()}>
        {isSending() ? t("plan.starting") : t("plan.go")}
      </Button>
    </form>
  );
}
