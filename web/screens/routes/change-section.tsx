import { createMemo, createSignal, Show } from "solid-js";
import type { Plan } from "../../../server/contract/plan.ts";
import { useApi } from "../../api/api-context.tsx";
import type { ApiProblem } from "../../api/api-problem.ts";
import { asProblem } from "../../api/create-load.ts";
import { Button } from "../../design/button.tsx";
import { Disclosure } from "../../design/disclosure.tsx";
import { ProblemNotice } from "../../design/notice.tsx";
import { NumberField } from "../../design/number-field.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import {
  CHANGE_LIMITS,
  type ChangeForm,
  readAddedRoutes,
  readChange,
  readMinutes,
} from "../../workspace/change-form.ts";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import { AbsentRoutes } from "./absent-routes.tsx";
import styles from "./change-section.module.css";
import { MarkedStops } from "./marked-stops.tsx";

/** Somebody does not come, somebody joins, time is short, doors are done: the plan made again from there. */
export function ChangeSection(props: { readonly planId: string; readonly plan: Plan }) {
  const workspace = useWorkspace();
  const { t } = useLanguage();
  return (
    <Disclosure
      title={t("change.heading")}
      isOpen={workspace.changes().isOpen}
      onToggle={(isOpen) => workspace.editChanges({ type: "form-shown", isOpen })}
    >
      <ChangeFields planId={props.planId} plan={props.plan} />
    </Disclosure>
  );
}

function ChangeFields(props: { readonly planId: string; readonly plan: Plan }) {
  const api = useApi();
  const workspace = useWorkspace();
  const { t, formats } = useLanguage();
  const [isSending, setIsSending] = createSignal(false);
  const [problem, setProblem] = createSignal<ApiProblem | null>(null);
  const form = () => workspace.changes().form;
  const edit = (part: Partial<ChangeForm>) => workspace.editChanges({ type: "form-edited", part });
  const reading = createMemo(() => readChange(form(), props.plan.routes));
  const obstacle = () => {
    const read = reading();
    return read.ok ? null : t(`change.why.${read.reason}`);
  };
  const range = (field: keyof typeof CHANGE_LIMITS) =>
    t("plan.invalid", formats().integer(CHANGE_LIMITS[field].low), formats().integer(CHANGE_LIMITS[field].high));

  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    const read = reading();
    if (!read.ok || isSending()) return;
    const { planId, plan } = props;
    setIsSending(true);
    setProblem(null);
    try {
      const changed = await api.changePlan(planId, read.change);
      // Who has opened another plan meanwhile finds this one in the list.
      if (workspace.state().planId !== planId) return;
      workspace.editChanges({ type: "change-sent", planId: changed.planId, routes: plan.routes });
      workspace.move({ type: "plan-opened", planId: changed.planId });
    } catch (failure) {
      setProblem(asProblem(failure));
    } finally {
      setIsSending(false);
    }
  };

  return (
    <form class={styles.form} onSubmit={send} novalidate>
      <AbsentRoutes routes={props.plan.routes} />
      <NumberField
        label={props.plan.request.pairs ? t("change.addedPairs") : t("change.added")}
        value={form().addedRoutes}
        limits={CHANGE_LIMITS.addedRoutes}
        problem={readAddedRoutes(form()) === null ? range("addedRoutes") : undefined}
        onChange={(addedRoutes) => edit({ addedRoutes })}
      />
      <NumberField
        label={t("change.minutes")}
        suffix={t("plan.minutesSuffix")}
        hint={t("change.minutesHint")}
        whenEmpty={{ words: t("change.minutesFree"), value: props.plan.request.minutes }}
        value={form().minutes}
        limits={CHANGE_LIMITS.minutes}
        problem={readMinutes(form()) === "unreadable" ? range("minutes") : undefined}
        onChange={(minutes) => edit({ minutes })}
      />
      <MarkedStops routes={props.plan.routes} />
      <Show when={problem()}>{(known) => <ProblemNotice problem={known()} heading={t("change.failed")} />}</Show>
      <div class={styles.go}>
        <Button
          type="submit"
          look="primary"
          disabled={!reading().ok}
          isBusy={isSending()}
          aria-describedby="change-obstacle"
        >
          {isSending() ? t("plan.starting") : t("change.go")}
        </Button>
        <p id="change-obstacle" class={styles.note} aria-live="polite">
          {obstacle() ?? t("change.goHint")}
        </p>
      </div>
    </form>
  );
}
