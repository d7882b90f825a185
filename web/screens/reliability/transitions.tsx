import { createMemo, For, Match, Show, Switch } from "solid-js";
import type { TransitionReport } from "../../../server/contract/transitions.ts";
import { createLoad } from "../../api/create-load.ts";
import { Choice } from "../../design/choice.tsx";
import { ProblemNotice } from "../../design/notice.tsx";
import { Section } from "../../design/section.tsx";
import type { ElectionNames } from "../../i18n/election-names.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { classedPart } from "../../workspace/hand.ts";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import type { ReliabilityView } from "../../workspace/workspace-state.ts";
import styles from "./transitions.module.css";

/** Shares are told in steps of this size: the method knows no better. */
const STEP = 0.05;
/** The choice of no station. */
const EVERYWHERE = "";

/** Who went where between two elections, over the territory or at one station. */
export function Transitions(props: { readonly elections: ElectionNames }) {
  const workspace = useWorkspace();
  const { t } = useLanguage();
  // Rounds come latest first with their candidates.
  const known = createLoad(() => ({ name: workspace.territoryName() }), workspace.questions.candidates);
  const rounds = createMemo(() =>
    (known.value()?.elections ?? [])
      .filter(({ election, candidates }) => election.round === 1 && candidates.length > 0)
      .map(({ election }) => election),
  );
  return (
    <Section title={t("transitions.title")}>
      <p class={styles.words}>{t("transitions.intro")}</p>
      <Switch>
        <Match when={known.problem()}>{(problem) => <ProblemNotice problem={problem()} onRetry={known.retry} />}</Match>
        <Match when={rounds().length > 1}>
          <Between rounds={rounds().map(({ id }) => id)} elections={props.elections} />
        </Match>
        <Match when={known.value()}>
          <p class={styles.words}>{t("transitions.few")}</p>
        </Match>
        <Match when={true}>
          <p class={styles.words}>{t("transitions.loading")}</p>
        </Match>
      </Switch>
    </Section>
  );
}

function Between(props: { readonly rounds: readonly string[]; readonly elections: ElectionNames }) {
  const workspace = useWorkspace();
  const { t } = useLanguage();
  const view = () => workspace.state().reliability;
  const read = (part: Partial<ReliabilityView>) => workspace.move({ type: "reliability-read", view: part });
  // What is not there is told of above the tabs.
  const among = (round: string | null, place: number) =>
    props.rounds.find((one) => one === round) ?? props.rounds[place] ?? "";
  const from = createMemo(() => among(view().from, 1));
  const to = createMemo(() => among(view().to, 0));
  const stationId = createMemo(() => {
    const { movedAt } = view();
    return movedAt !== null && workspace.rowOf(movedAt) !== null ? movedAt : EVERYWHERE;
  });
  const report = createLoad(() => {
    const choice = workspace.camps.choice();
    if (choice === null || from() === to()) return null;
    const place = stationId() === EVERYWHERE ? {} : { stationId: stationId() };
    const request = { choice: classedPart(choice), from: from(), to: to(), ...place };
    return { name: workspace.territoryName(), request };
  }, workspace.questions.transitions);
  const rounds = () => props.rounds.map((id) => ({ value: id, label: props.elections.withoutRound(id) }));
  return (
    <>
      <div class={styles.fields}>
        <Choice
          label={t("transitions.from")}
          labelPlace="above"
          value={from()}
          options={rounds()}
          onChange={(round) => read({ from: round })}
        />
        <Choice
          label={t("transitions.to")}
          labelPlace="above"
          value={to()}
          options={rounds()}
          onChange={(round) => read({ to: round })}
        />
        <Choice
          label={t("transitions.place")}
          labelPlace="above"
          value={stationId()}
          options={[
            { value: EVERYWHERE, label: t("transitions.everywhere") },
            ...workspace.rows().map((row) => ({ value: row.stationId, label: row.name })),
          ]}
          onChange={(chosen) => read({ movedAt: chosen === EVERYWHERE ? null : chosen })}
        />
      </div>
      <div aria-live="polite" aria-busy={report.status() === "loading"}>
        <Switch>
          <Match when={from() === to()}>
            <p class={styles.words}>{t("transitions.same")}</p>
          </Match>
          <Match when={report.problem()}>
            {(problem) => (
              <ProblemNotice problem={problem()} heading={t("transitions.failed")} onRetry={report.retry} />
            )}
          </Match>
          <Match when={report.status() === "ready" && report.value()?.rows.length === 0}>
            <p class={styles.words}>
              {t(stationId() === EVERYWHERE ? "transitions.nobody" : "transitions.nobodyHere")}
            </p>
          </Match>
          <Match when={report.status() === "ready" && report.value()}>{(known) => <Rows report={known()} />}</Match>
          <Match when={true}>
            <p class={styles.words}>{t("transitions.loading")}</p>
          </Match>
        </Switch>
      </div>
    </>
  );
}

function Rows(props: { readonly report: TransitionReport }) {
  const { t, formats } = useLanguage();
  return (
    <>
      <ul class={styles.rows}>
        <For each={props.report.rows}>
          {(row) => (
            <li>
              <h4 class={styles.origin}>
                {t("transitions.row", t(`transitions.standing.${row.standing}`), formats().integer(row.voters))}
              </h4>
              <Destinations row={row} standings={props.report.standings} />
            </li>
          )}
        </For>
      </ul>
      <p class={styles.words}>
        {props.report.rows.some(({ intervals }) => intervals !== null)
          ? t("transitions.stations", props.report.stations, formats().integer(props.report.stations))
          : t("transitions.oneStation")}{" "}
        <Show when={props.report.stationsLeftOut > 0 && props.report.rows.some(({ intervals }) => intervals !== null)}>
          {t("transitions.leftOut", props.report.stationsLeftOut, formats().integer(props.report.stationsLeftOut))}
        </Show>
      </p>
      <p class={styles.words}>{t("transitions.method")}</p>
    </>
  );
}

function Destinations(props: {
  readonly row: TransitionReport["rows"][number];
  readonly standings: TransitionReport["standings"];
}) {
  const { t, formats } = useLanguage();
  const told = createMemo(() =>
    props.standings
      .map((standing, place) => ({
        standing,
        share: props.row.shares[place] ?? 0,
        interval: props.row.intervals?.[place] ?? null,
      }))
      .filter(({ share }) => share >= STEP)
      .toSorted((a, b) => b.share - a.share),
  );
  const rest = () => 1 - told().reduce((sum, { share }) => sum + share, 0);
  const rounded = (share: number) => formats().share(Math.round(share / STEP) * STEP, 0);
  return (
    <>
      <ul class={styles.destinations}>
        <For each={told()}>
          {(one) => (
            <li>
              <span>
                {t("transitions.share", t(`transitions.standing.${one.standing}`), rounded(one.share))}
                <Show when={one.interval}>
                  {(interval) => (
                    <small>
                      {t(
                        "transitions.interval",
                        formats().share(interval().low, 0),
                        formats().share(interval().high, 0),
                      )}
                    </small>
                  )}
                </Show>
              </span>
              <span class={styles.bar} aria-hidden="true">
                <Show when={one.interval}>
                  {(interval) => (
                    <i
                      class={styles.range}
                      style={{
                        left: `${100 * interval().low}%`,
                        width: `${100 * (interval().high - interval().low)}%`,
                      }}
                    />
                  )}
                </Show>
                <i class={styles.fill} style={{ width: `${100 * one.share}%` }} />
              </span>
            </li>
          )}
        </For>
      </ul>
      <Show when={rest() >= STEP / 2}>
        <p class={styles.words}>{t("transitions.rest", rounded(rest()))}</p>
      </Show>
    </>
  );
}
