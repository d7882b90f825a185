import { createSignal, For, Match, Show, Switch } from "solid-js";
import type { OutingMoves, OutingRouteDetail } from "../../../server/contract/outing-moves.ts";
import type { Outing } from "../../../server/contract/outings.ts";
import { useApi } from "../../api/api-context.tsx";
import { createLoad } from "../../api/create-load.ts";
import { Button } from "../../design/button.tsx";
import { Choice } from "../../design/choice.tsx";
import { ProblemNotice } from "../../design/notice.tsx";
import { Skeleton } from "../../design/skeleton.tsx";
import { Toggle } from "../../design/toggle.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import type { OpenOuting } from "./create-outing.ts";
import styles from "./dialog.module.css";

interface GiveStopsProps {
  readonly open: Pick<OpenOuting, "move" | "problem" | "isBusy">;
  readonly outing: Outing;
  readonly routeId: string;
  readonly onDone: () => void;
}

/** Some stops of a route, or all that is left of it, go to another, to somebody new, or to nobody. */
export function GiveStops(props: GiveStopsProps) {
  const api = useApi();
  const detail = createLoad(
    () => props.routeId,
    (routeId, signal) => api.outingRoute(props.outing.id, routeId, signal),
  );
  return (
    <Switch>
      <Match when={detail.problem()}>{(problem) => <ProblemNotice problem={problem()} onRetry={detail.retry} />}</Match>
      <Match when={detail.value()}>{(known) => <GiveForm {...props} detail={known()} />}</Match>
      <Match when={true}>
        <Skeleton lines={5} />
      </Match>
    </Switch>
  );
}

function GiveForm(props: GiveStopsProps & { readonly detail: OutingRouteDetail }) {
  const { t } = useLanguage();
  // Of the outing that was looked at, whatever somebody else does while the dialog is open.
  const { revision } = props.outing;
  const [chosen, setChosen] = createSignal<ReadonlySet<string>>(new Set());
  const [goal, setGoal] = createSignal("new");
  const [takesBegun, setTakesBegun] = createSignal(false);
  const finished = new Set(props.detail.finishedStops);
  const begun = new Set(props.detail.begunStops);
  const mayMove = (id: string) => !finished.has(id) && (takesBegun() || !begun.has(id));
  const stops = () => props.detail.route.stops;
  const movable = () => stops().flatMap(({ id }) => (mayMove(id) ? [id] : []));
  const given = () => movable().filter((id) => chosen().has(id));
  const hasBegun = () => stops().some(({ id }) => begun.has(id) && !finished.has(id));
  const state = (id: string) =>
    finished.has(id) ? t("outings.isFinished") : begun.has(id) ? t("outings.isBegun") : null;
  const goals = () => [
    { value: "new", label: t("outings.toNew") },
    ...props.outing.outingRoutes
      .filter(({ id, state: itsState }) => id !== props.routeId && itsState !== "taken-back")
      .map(({ id, routeId, firstName }) => ({
        value: id,
        label: t("outings.toRoute", routeId, firstName ?? t("outings.noOne")),
      })),
    { value: "nobody", label: t("outings.toNobody") },
  ];
  const walker = (): OutingMoves["moves"][number]["to"] => {
    if (goal() === "new") return { kind: "new", number: 1 };
    return goal() === "nobody" ? { kind: "nobody" } : { kind: "route", id: goal() };
  };
  const toggle = (id: string) =>
    setChosen((before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]));
  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    const stopIds = given();
    if (stopIds.length === 0) return;
    const moves = {
      revision,
      moves: [{ stopIds, to: walker() }],
      orders: [],
      movesBegun: takesBegun(),
    };
    if (await props.open.move(moves, t("outings.given", stopIds.length))) props.onDone();
  };
  return (
    <form class={styles.form} onSubmit={send}>
      <fieldset>
        <legend class={styles.legend}>{t("outings.giveWhich")}</legend>
        <Show when={movable().length > 0} fallback={<p class={styles.soft}>{t("outings.giveNothing")}</p>}>
          <div class={styles.quick}>
            <Button size="small" onClick={() => setChosen(new Set(movable()))}>
              {t("outings.giveAll")}
            </Button>
            <Button size="small" onClick={() => setChosen(new Set(movable().slice(Math.ceil(movable().length / 2))))}>
              {t("outings.giveHalf")}
            </Button>
            <Button size="small" onClick={() => setChosen(new Set<string>())}>
              {t("outings.giveNone")}
            </Button>
          </div>
        </Show>
        <ul class={styles.list}>
          <For each={stops()}>
            {(stop) => (
              <li>
                <label class={styles.tick}>
                  <input
                    type="checkbox"
                    disabled={!mayMove(stop.id)}
                    checked={mayMove(stop.id) && chosen().has(stop.id)}
                    onChange={() => toggle(stop.id)}
                  />
                  <span>{stop.address}</span>
                  <small>{state(stop.id) ?? `${stop.doors} ${t("home.doors", stop.doors)}`}</small>
                </label>
              </li>
            )}
          </For>
        </ul>
      </fieldset>
      <Show when={hasBegun()}>
        <Toggle
          label={t("outings.giveBegun")}
          hint={t("outings.giveBegunHint")}
          isOn={takesBegun()}
          onChange={setTakesBegun}
        />
      </Show>
      <Choice label={t("outings.giveTo")} labelPlace="above" value={goal()} options={goals()} onChange={setGoal} />
      <Show when={props.open.problem()}>{(problem) => <ProblemNotice problem={problem()} />}</Show>
      <div class={styles.buttons}>
        <Button onClick={() => props.onDone()}>{t("app.cancel")}</Button>
        <Button type="submit" look="primary" disabled={given().length === 0} isBusy={props.open.isBusy()}>
          {t("outings.giveGo", given().length)}
        </Button>
      </div>
    </form>
  );
}
