import { For, Match, Show, Switch } from "solid-js";
import type { PlanListItem } from "../../../server/contract/territories.ts";
import { useApi } from "../../api/api-context.tsx";
import { createLoad } from "../../api/create-load.ts";
import { EmptyNote } from "../../design/empty-note.tsx";
import { ProblemNotice } from "../../design/notice.tsx";
import { Section } from "../../design/section.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import { CompareButton } from "../compare/compare-button.tsx";
import styles from "./earlier-plans.module.css";
import { EARLIER_PLANS } from "./headings.ts";

/** Plans made before in this territory, latest first. */
export function EarlierPlans() {
  const api = useApi();
  const workspace = useWorkspace();
  const { t } = useLanguage();
  const plans = createLoad(workspace.territoryName, (name, signal) => api.plans(name, signal));
  const latestFirst = () => (plans.value() ?? []).toSorted((a, b) => b.createdAt.localeCompare(a.createdAt));
  return (
    <Section title={t("plan.previous")} headingId={EARLIER_PLANS}>
      <Switch>
        <Match when={plans.problem()}>{(problem) => <ProblemNotice problem={problem()} onRetry={plans.retry} />}</Match>
        <Match when={plans.value()?.length === 0}>
          <EmptyNote
            action={t("empty.toTeam")}
            onAction={() => document.querySelector<HTMLElement>("#plan-form input")?.focus()}
          >
            <p>{t("empty.plans")}</p>
          </EmptyNote>
        </Match>
        <Match when={plans.value()}>
          <ul>
            <For each={latestFirst()}>{(plan) => <PlanLine plan={plan} />}</For>
          </ul>
        </Match>
        <Match when={true}>
          <p class={styles.none}>{t("app.loading")}</p>
        </Match>
      </Switch>
    </Section>
  );
}

function PlanLine(props: { readonly plan: PlanListItem }) {
  const workspace = useWorkspace();
  const { t, formats } = useLanguage();
  const state = () => {
    switch (props.plan.status) {
      case "running":
        return t("plan.running");
      case "failed":
        return t("plan.isFailed");
      case "cancelled":
        return t("plan.isCancelled");
      case "done":
        return "";
    }
  };
  return (
    <li class={styles.plan}>
      <button
        type="button"
        class={styles.line}
        onClick={() => workspace.move({ type: "plan-opened", planId: props.plan.id })}
      >
        <strong>{formats().dateTime(props.plan.createdAt)}</strong>
        <span>
          {t("plan.previousLine", formats().integer(props.plan.volunteers), formats().integer(props.plan.minutes))}
          <Show when={props.plan.totals} fallback={` · ${state()}`}>
            {(totals) => <> · {t("routes.doors", totals().doors, formats().integer(totals().doors))}</>}
          </Show>
        </span>
      </button>
      <Show when={props.plan.totals}>
        <CompareButton
          subject={{ kind: "plan", planId: props.plan.id }}
          add={t("compare.add")}
          remove={t("compare.remove")}
          about={t("compare.planOf", formats().dateTime(props.plan.createdAt))}
        />
      </Show>
    </li>
  );
}
