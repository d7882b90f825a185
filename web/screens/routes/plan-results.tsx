import { createMemo, createSignal, For, Show } from "solid-js";
import type { Plan } from "../../../server/contract/plan.ts";
import type { PlanState } from "../../../server/contract/territories.ts";
import { tellWarnings } from "../../../server/contract/told-plan.ts";
import type { ApiProblem } from "../../api/api-problem.ts";
import { asProblem } from "../../api/create-load.ts";
import { Button } from "../../design/button.tsx";
import { Figures } from "../../design/figures.tsx";
import { Icon } from "../../design/icon.tsx";
import { Modal } from "../../design/modal.tsx";
import { Notice, ProblemNotice } from "../../design/notice.tsx";
import { Section } from "../../design/section.tsx";
import tab from "../../design/tab.module.css";
import { useLanguage } from "../../i18n/language.tsx";
import { useSession } from "../../people/session-context.tsx";
import { unchangedRoutes } from "../../workspace/plan-changes.ts";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import { CompareButton } from "../compare/compare-button.tsx";
import { ScreenGuide } from "../guide/screen-guide.tsx";
import { MakeOuting } from "../outings/make-outing.tsx";
import { BestChoice } from "./best-choice.tsx";
import { ChangeReport } from "./change-report.tsx";
import { ChangeSection } from "./change-section.tsx";
import { EditBar } from "./edit-bar.tsx";
import { EditNotices, EditProblem } from "./edit-notices.tsx";
import { PlanQuality } from "./plan-quality.tsx";
import styles from "./plan-results.module.css";
import { RouteList } from "./route-list.tsx";
import { SheetLinks } from "./sheet-links.tsx";
import { TakenOut } from "./taken-out.tsx";

/** The routes of a plan, what they come to, what they leave out and why. */
export function PlanResults(props: { readonly state: PlanState; readonly onRemoved: () => void }) {
  return <Show when={props.state.plan}>{(plan) => <Results {...props} plan={plan()} />}</Show>;
}

function Results(props: { readonly state: PlanState; readonly plan: Plan; readonly onRemoved: () => void }) {
  const { allowed } = useSession();
  const workspace = useWorkspace();
  const { t, formats, language } = useLanguage();
  const totals = () => props.plan.totals;
  const figures = () => [
    { name: t("routes.doorsLabel"), value: formats().integer(totals().doors) },
    { name: t("routes.stopsLabel"), value: formats().integer(totals().stops) },
    { name: t("routes.distance"), value: formats().distance(totals().distanceMetres) },
    { name: t("routes.conversations"), value: formats().integer(totals().expectedConversations) },
  ];
  return (
    <>
      <div class={styles.head}>
        <Button look="quiet" size="small" onClick={() => workspace.move({ type: "plan-closed" })}>
          <Icon name="back" />
          {t("plan.again")}
        </Button>
        <Show when={allowed().organizes}>
          <RemovePlan planId={props.state.id} onRemoved={() => props.onRemoved()} />
        </Show>
      </div>
      <div>
        <div class={tab.titled}>
          <h2>{t("routes.count", totals().routes)}</h2>
          <ScreenGuide screen="routes" />
        </div>
        <p class={styles.made}>{t("routes.made", formats().dateTime(props.state.createdAt))}</p>
      </div>
      <Show when={props.plan.routes.length > 0}>
        <CompareButton
          subject={{ kind: "plan", planId: props.state.id }}
          add={t("compare.addPlan")}
          remove={t("compare.remove")}
        />
      </Show>
      <Show when={props.plan.change}>{(report) => <ChangeReport report={report()} plan={props.plan} />}</Show>
      <Figures figures={figures()} />
      <Show when={props.plan.warnings.length > 0}>
        <Notice kind="warning">
          <For each={tellWarnings(props.plan, language())}>
            {(told) => <p lang={told.language ?? undefined}>{told.words}</p>}
          </For>
        </Notice>
      </Show>
      {/* Who has taken out the last stop of a plan finds here the way back. */}
      <Show when={allowed().organizes && props.plan.edited}>
        <EditBar route={null} />
      </Show>
      <EditProblem />
      <EditNotices routeId={null} />
      <Show when={allowed().organizes}>
        <TakenOut routeId={null} />
      </Show>
      <Show when={props.plan.routes.length > 0} fallback={<NoRoutes plan={props.plan} />}>
        <Show when={allowed().organizes}>
          <MakeOuting planId={props.state.id} plan={props.plan} />
        </Show>
        <SheetLinks planId={props.state.id} routeId={null} />
        <Show when={allowed().organizes}>
          <ChangeSection planId={props.state.id} plan={props.plan} />
        </Show>
        <RouteList routes={props.plan.routes} unchanged={unchangedRoutes(props.plan, workspace.changes().before)} />
        <PlanQuality plan={props.plan} />
      </Show>
      <Show when={props.plan.choice}>{(choice) => <BestChoice choice={choice()} />}</Show>
      <Unserved plan={props.plan} />
    </>
  );
}

/** Routes that a hand has emptied are told of one by one, as warnings. */
function NoRoutes(props: { readonly plan: Plan }) {
  const { t } = useLanguage();
  return (
    <Show when={!props.plan.edited}>
      <Notice kind="danger">{t("routes.none")}</Notice>
    </Show>
  );
}

function Unserved(props: { readonly plan: Plan }) {
  const { t, formats } = useLanguage();
  const reasons = createMemo(() => {
    const counts = new Map<Plan["unserved"][number]["code"], number>();
    for (const one of props.plan.unserved) counts.set(one.code, (counts.get(one.code) ?? 0) + 1);
    return [...counts].sort(([, a], [, b]) => b - a);
  });
  const count = () => props.plan.unserved.length;
  return (
    <Show when={count() > 0}>
      <Section title={t("routes.unserved", count(), formats().integer(count()))}>
        <ul class={styles.reasons}>
          <For each={reasons()}>
            {([code, number]) => (
              <li>
                <strong>{formats().integer(number)}</strong> {t(`routes.reasons.${code}`)}
              </li>
            )}
          </For>
        </ul>
      </Section>
    </Show>
  );
}

function RemovePlan(props: { readonly planId: string; readonly onRemoved: () => void }) {
  const workspace = useWorkspace();
  const { t } = useLanguage();
  const [isAsking, setIsAsking] = createSignal(false);
  const [problem, setProblem] = createSignal<ApiProblem | null>(null);
  const remove = async () => {
    try {
      await workspace.plan.remove(props.planId);
      setIsAsking(false);
      workspace.move({ type: "plan-closed" });
      props.onRemoved();
    } catch (failure) {
      setProblem(asProblem(failure));
    }
  };
  return (
    <>
      <Button
        look="quiet"
        size="small"
        aria-label={t("plan.remove")}
        title={t("plan.remove")}
        onClick={() => setIsAsking(true)}
      >
        <Icon name="trash" />
      </Button>
      <Modal title={t("plan.remove")} isOpen={isAsking()} onClose={() => setIsAsking(false)}>
        <p>{t("plan.removeSure")}</p>
        <Show when={problem()}>{(known) => <ProblemNotice problem={known()} />}</Show>
        <div class={styles.sure}>
          <Button onClick={() => setIsAsking(false)}>{t("app.cancel")}</Button>
          <Button look="danger" onClick={remove}>
            {t("plan.remove")}
          </Button>
        </div>
      </Modal>
    </>
  );
}
