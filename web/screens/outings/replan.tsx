import { createSignal, For, Show } from "solid-js";
import type { LeftToDo, ReplanProposal } from "../../../server/contract/outing-moves.ts";
import type { Outing } from "../../../server/contract/outings.ts";
import { useApi } from "../../api/api-context.tsx";
import type { ApiProblem } from "../../api/api-problem.ts";
import { asProblem } from "../../api/create-load.ts";
import { Button } from "../../design/button.tsx";
import { Notice, ProblemNotice } from "../../design/notice.tsx";
import { Spoken } from "../../design/spoken.tsx";
import { TableScroll } from "../../design/table-scroll.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import type { OpenOuting } from "./create-outing.ts";
import styles from "./dialog.module.css";
import { ReplanFields } from "./replan-fields.tsx";
import { type ReplanForm, readReplanForm } from "./replan-form.ts";

interface ReplanProps {
  readonly open: OpenOuting;
  readonly outing: Outing;
  readonly onDone: () => void;
}

/** Says who is there, looks at what each would get, and agrees or not. */
export function Replan(props: ReplanProps) {
  const api = useApi();
  const { t } = useLanguage();
  const [form, setForm] = createSignal<ReplanForm>(startingForm(props.outing));
  const [proposal, setProposal] = createSignal<ReplanProposal | null>(null);
  const [problem, setProblem] = createSignal<ApiProblem | null>(null);
  const [isWaiting, setIsWaiting] = createSignal(false);
  const reading = () => readReplanForm(form());
  const propose = async (event: SubmitEvent) => {
    event.preventDefault();
    const read = reading();
    if (!read.ok || isWaiting()) return;
    setIsWaiting(true);
    setProblem(null);
    try {
      setProposal(await api.replanOuting(props.outing.id, { ...read.asked, revision: props.outing.revision }));
    } catch (failure) {
      setProblem(asProblem(failure));
      props.open.retry();
    } finally {
      setIsWaiting(false);
    }
  };
  return (
    <Show
      when={proposal()}
      fallback={
        <form class={styles.form} onSubmit={propose} novalidate>
          <p class={styles.soft}>{t("outings.replanHow")}</p>
          <ReplanFields
            outing={props.outing}
            form={form()}
            reading={reading()}
            onChange={(part) => setForm((before) => ({ ...before, ...part }))}
          />
          <Show when={problem()}>{(known) => <ProblemNotice problem={known()} />}</Show>
          <div class={styles.buttons}>
            <Button onClick={() => props.onDone()}>{t("app.cancel")}</Button>
            <Button type="submit" look="primary" disabled={!reading().ok} isBusy={isWaiting()}>
              {isWaiting() ? t("outings.proposing") : t("outings.propose")}
            </Button>
          </div>
        </form>
      }
    >
      {(known) => <Proposal {...props} proposal={known()} onBack={() => setProposal(null)} />}
    </Show>
  );
}

/** Whoever has not finished, and whose link still opens, is taken to go on. */
function startingForm({ outingRoutes }: Outing): ReplanForm {
  const there = outingRoutes.filter(({ state, stops }) => state !== "taken-back" && state !== "ended" && stops > 0);
  return {
    present: new Set(there.map(({ id }) => id)),
    ...{ newcomers: "0", minutes: "", minutesByRoute: {}, movesBegun: false },
  };
}

function Proposal(props: ReplanProps & { readonly proposal: ReplanProposal; readonly onBack: () => void }) {
  const { t, formats } = useLanguage();
  const doorsOf = (count: number) => t("outings.doorsCount", count, formats().integer(count));
  const words = ({ stops, doors, seconds }: LeftToDo) =>
    stops === 0
      ? t("outings.leftNothing")
      : t("outings.left", formats().integer(stops), doorsOf(doors), formats().duration(seconds));
  const free = () => props.proposal.free;
  const apply = async () => {
    const { moves } = props.proposal;
    if (moves && (await props.open.move(moves, t("outings.applied")))) props.onDone();
  };
  return (
    <div class={styles.form}>
      <TableScroll label={t("outings.proposal")}>
        <table class={styles.table}>
          <caption>
            <Spoken>{t("outings.proposal")}</Spoken>
          </caption>
          <thead>
            <tr>
              <th scope="col">{t("outings.routes")}</th>
              <th scope="col">{t("outings.before")}</th>
              <th scope="col">{t("outings.after")}</th>
            </tr>
          </thead>
          <tbody>
            <For each={props.proposal.routes}>
              {(route) => (
                <tr>
                  <th scope="row">
                    {t(route.walker.kind === "new" ? "outings.newRoute" : "outings.route", route.routeId)}
                    <Show when={route.firstName}>
                      <small>{route.firstName}</small>
                    </Show>
                  </th>
                  <td>{words(route.before)}</td>
                  <td>{words(route.after)}</td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </TableScroll>
      <div role="status">
        <Notice kind={free().stops > 0 ? "warning" : "info"}>
          {props.proposal.moves === null
            ? t("outings.unchanged")
            : free().stops > 0
              ? t("outings.freeAfter", free().stops, formats().integer(free().stops), doorsOf(free().doors))
              : t("outings.freeAfterNone")}
        </Notice>
      </div>
      <Show when={props.open.problem()}>{(problem) => <ProblemNotice problem={problem()} />}</Show>
      <div class={styles.buttons}>
        <Button onClick={() => props.onBack()}>{t("outings.adjust")}</Button>
        <Button look="primary" disabled={props.proposal.moves === null} isBusy={props.open.isBusy()} onClick={apply}>
          {t("outings.apply")}
        </Button>
      </div>
    </div>
  );
}
