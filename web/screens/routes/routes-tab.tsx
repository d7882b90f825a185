import { createEffect, createMemo, createSignal, Match, on, Show, Switch } from "solid-js";
import type { Plan, PlanRoute } from "../../../server/contract/plan.ts";
import { useApi } from "../../api/api-context.tsx";
import { Button, LinkButton } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
import { Notice, ProblemNotice } from "../../design/notice.tsx";
import { Skeleton } from "../../design/skeleton.tsx";
import { Announcement } from "../../design/spoken.tsx";
import tab from "../../design/tab.module.css";
import { useLanguage } from "../../i18n/language.tsx";
import { useSession } from "../../people/session-context.tsx";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import { CompareTray } from "../compare/compare-tray.tsx";
import { ScreenGuide } from "../guide/screen-guide.tsx";
import { NoStreets } from "../workspace/no-streets.tsx";
import { createChangeWords } from "./change-report.tsx";
import { EarlierPlans } from "./earlier-plans.tsx";
import { FORM_HEADING } from "./headings.ts";
import { MarksBar } from "./marks-bar.tsx";
import { PlanFormView } from "./plan-form-view.tsx";
import { PlanProgressView } from "./plan-progress-view.tsx";
import { PlanResults } from "./plan-results.tsx";
import { RoutePanel } from "./route-panel.tsx";

/** From the form to the routes: one step at a time. */
export function RoutesTab() {
  const workspace = useWorkspace();
  const { t, formats } = useLanguage();
  const { allowed } = useSession();
  const state = () => workspace.plan.plan();
  const route = createMemo(() => state()?.plan?.routes.find((one) => one.id === workspace.state().routeId));
  /** For who waited without seeing: the same view shows how it goes and what came of it. */
  const [made, setMade] = createSignal("");
  const changeWords = createChangeWords();
  const wordsOf = ({ totals, change }: Plan) => {
    const sum = `${t("routes.count", totals.routes)}, ${t("routes.doors", totals.doors, formats().integer(totals.doors))}.`;
    return change ? `${sum} ${changeWords(change)}` : sum;
  };
  createEffect(
    on(
      () => state()?.status ?? null,
      (status, before) => {
        const plan = state()?.plan;
        const isMade = before === "running" && status === "done" && plan;
        setMade(isMade ? wordsOf(plan) : "");
      },
    ),
  );
  // From a plan back to the form: at its beginning, and not at what happens to stand where the button was.
  createEffect(
    on(
      () => workspace.state().planId,
      (planId, before) => {
        if (planId === null && before !== null && document.querySelector("[role=dialog]") === null)
          document.getElementById(FORM_HEADING)?.focus();
      },
      { defer: true },
    ),
  );
  return (
    <>
      <div class={tab.tab}>
        <Announcement words={made()} />
        <Switch>
          <Match when={!workspace.hasStreets()}>
            <NoStreets missing="routes" />
          </Match>
          <Match when={workspace.state().planId === null || workspace.plan.isDeleted()}>
            <Show when={allowed().organizes} fallback={<LookingOnly />}>
              <PlanFormView />
            </Show>
            <EarlierPlans />
            <LinkButton href={`/t/${encodeURIComponent(workspace.territoryName())}/sorties`}>
              <Icon name="walk" />
              {t("outings.open")}
            </LinkButton>
          </Match>
          <Match when={workspace.plan.problem()}>
            {(problem) => (
              <>
                <BackToForm />
                {/* A plan that is not there is told of above the tabs, with the other things a link has lost. */}
                <Show when={problem().code !== "nothing-found"}>
                  <ProblemNotice problem={problem()} onRetry={workspace.plan.retry} />
                </Show>
              </>
            )}
          </Match>
          <Match when={state() === null}>
            <Skeleton lines={6} />
          </Match>
          <Match when={state()?.status === "running"}>
            <PlanProgressView />
          </Match>
          <Match when={state()?.status === "failed" || state()?.status === "cancelled"}>
            <PlanEnded />
          </Match>
          <Match when={route()?.id} keyed>
            {(id) => <OpenedRoute routeId={id} />}
          </Match>
          <Match when={state()}>
            {(done) => <PlanResults state={done()} onRemoved={() => setMade(t("plan.removed"))} />}
          </Match>
        </Switch>
      </div>
      <CompareTray />
      <Show when={allowed().organizes && route()}>
        <MarksBar />
      </Show>
    </>
  );
}

/** Stays the same panel while its route is edited. */
function OpenedRoute(props: { readonly routeId: string }) {
  const workspace = useWorkspace();
  const route = createMemo<PlanRoute | undefined>(
    (before) => workspace.plan.plan()?.plan?.routes.find(({ id }) => id === props.routeId) ?? before,
  );
  return <Show when={route()}>{(known) => <RoutePanel route={known()} />}</Show>;
}

/** For who looks at plans and makes none. */
function LookingOnly() {
  const { t } = useLanguage();
  return (
    <>
      <div class={tab.titled}>
        <h2>{t("tabs.routes")}</h2>
        <ScreenGuide screen="routes" />
      </div>
      <Notice>{t("people.refused.plans")}</Notice>
    </>
  );
}

function BackToForm() {
  const workspace = useWorkspace();
  const { t } = useLanguage();
  return (
    <div>
      <Button look="quiet" size="small" onClick={() => workspace.move({ type: "plan-closed" })}>
        <Icon name="back" />
        {t("plan.again")}
      </Button>
    </div>
  );
}

function PlanEnded() {
  const api = useApi();
  const workspace = useWorkspace();
  const { t } = useLanguage();
  const failure = () => workspace.plan.plan()?.failure ?? null;
  const before = () => workspace.changes().before?.changes.planId ?? null;
  /** Back to where it was asked for: the plan that was to be changed, or the form. */
  const forget = () => {
    const id = workspace.state().planId;
    const back = before();
    workspace.move(back === null ? { type: "plan-closed" } : { type: "plan-opened", planId: back });
    // The ended plan is of no use to anyone: a failure to delete it changes nothing for the reader.
    if (id !== null) api.removePlan(id).catch(() => undefined);
  };
  return (
    <>
      <div role="alert">
        <Notice kind={failure() === null ? "info" : "danger"}>
          <Show when={failure()} fallback={<p>{t("plan.cancelled")}</p>}>
            {(known) => (
              <>
                <strong>{before() === null ? t("plan.failed") : t("change.failed")}</strong>
                <p>{known().message}</p>
              </>
            )}
          </Show>
        </Notice>
      </div>
      <Button look="primary" onClick={forget}>
        {before() === null ? t("plan.again") : t("change.before")}
      </Button>
    </>
  );
}
