import { createMemo, createSignal, For, Match, Show, Switch } from "solid-js";
import type { Side } from "../../../server/contract/scores.ts";
import type { CandidatesResponse, Election } from "../../../server/contract/territories.ts";
import { useApi } from "../../api/api-context.tsx";
import { createLoad } from "../../api/create-load.ts";
import { Button } from "../../design/button.tsx";
import { Notice, ProblemNotice } from "../../design/notice.tsx";
import { Section } from "../../design/section.tsx";
import { Skeleton } from "../../design/skeleton.tsx";
import { electionName } from "../../i18n/election-words.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import styles from "./camps-tab.module.css";
import { CandidateList } from "./candidate-list.tsx";

/** Which candidates are ours, near or far. Every change recolours the map. */
export function CampsTab() {
  const api = useApi();
  const workspace = useWorkspace();
  const { t } = useLanguage();
  const candidates = createLoad(workspace.territoryName, (name, signal) => api.candidates(name, signal));
  return (
    <div class={styles.tab}>
      <h2>{t("camps.heading")}</h2>
      <p class={styles.intro}>{t("camps.intro")}</p>
      <SaveState />
      <Switch>
        <Match when={candidates.problem() ?? workspace.camps.kept.problem()}>
          {(problem) => (
            <ProblemNotice
              problem={problem()}
              onRetry={() => {
                candidates.retry();
                workspace.camps.kept.retry();
              }}
            />
          )}
        </Match>
        <Match when={candidates.value()?.elections.length === 0}>
          <p>{t("camps.none")}</p>
        </Match>
        <Match when={candidates.value()}>{(known) => <Choice known={known()} />}</Match>
        <Match when={true}>
          <Skeleton lines={6} />
        </Match>
      </Switch>
    </div>
  );
}

function SaveState() {
  const { camps } = useWorkspace();
  const { t } = useLanguage();
  const counts = createMemo(() => {
    const sides = Object.values(camps.choice()?.sides ?? {});
    const count = (side: Side) => sides.filter((one) => one === side).length;
    return t("camps.counts", count("ours"), count("near"), count("far"));
  });
  return (
    <p class={styles.state} role="status">
      <span>{counts()}.</span>
      <Switch>
        <Match when={camps.saving() === "failed"}>
          <span class={styles.bad}>
            {t("camps.saveFailed")}{" "}
            <Button size="small" look="quiet" onClick={camps.saveAgain}>
              {t("app.retry")}
            </Button>
          </span>
        </Match>
        <Match when={camps.saving() === "saving"}>
          <span>{t("camps.saving")}</span>
        </Match>
        <Match when={true}>
          <span>{t("camps.saved")}</span>
        </Match>
      </Switch>
    </p>
  );
}

function Choice(props: { readonly known: CandidatesResponse }) {
  const { camps } = useWorkspace();
  const { t, language } = useLanguage();
  const [electionId, setElectionId] = createSignal(props.known.elections[0]?.election.id ?? "");
  const shown = createMemo(() => props.known.elections.find((one) => one.election.id === electionId()));
  return (
    <>
      <Section title={t("camps.presets")}>
        <div class={styles.presets}>
          <For each={props.known.presets}>
            {(preset) => (
              <Button
                size="small"
                aria-pressed={
                  camps.choice()?.name === preset.name.fr || camps.choice()?.name === preset.name[language()]
                }
                class={styles.preset ?? ""}
                onClick={() => camps.setChoice({ name: preset.name[language()], sides: preset.sides })}
              >
                {preset.name[language()]}
              </Button>
            )}
          </For>
        </div>
        <p class={styles.intro}>{t("camps.presetsHint")}</p>
      </Section>
      <Section title={t("camps.candidates")}>
        <label class={styles.election}>
          <span>{t("camps.election")}</span>
          <select value={electionId()} onChange={(event) => setElectionId(event.currentTarget.value)}>
            <For each={props.known.elections}>
              {(one) => <option value={one.election.id}>{electionName(t, one.election)}</option>}
            </For>
          </select>
        </label>
        <Show when={shown()}>{(one) => <CandidateList candidates={one().candidates} />}</Show>
      </Section>
      <Basis elections={props.known.elections.map((one) => one.election)} />
    </>
  );
}

function Basis(props: { readonly elections: readonly Election[] }) {
  const { camps } = useWorkspace();
  const { t, formats, language } = useLanguage();
  const name = (id: string | null) => {
    const election = props.elections.find((one) => one.id === id);
    return election === undefined ? (id ?? t("camps.basisNone")) : electionName(t, election);
  };
  return (
    <Show when={camps.scores.value()} fallback={<ScoresProblem />}>
      {(report) => (
        <Section title={t("camps.used")}>
          <dl class={styles.basis}>
            <div>
              <dt>{t("camps.basisLow")}</dt>
              <dd>{name(report().basis.low)}</dd>
            </div>
            <div>
              <dt>{t("camps.basisHigh")}</dt>
              <dd>{name(report().basis.high)}</dd>
            </div>
            <div>
              <dt>{t("camps.basisPersuasion")}</dt>
              <dd>
                {report().basis.persuasion.length === 0
                  ? t("camps.basisNone")
                  : formats().list(report().basis.persuasion.map(name))}
              </dd>
            </div>
          </dl>
          <For each={report().notes}>{(note) => <Notice>{note[language()]}</Notice>}</For>
        </Section>
      )}
    </Show>
  );
}

function ScoresProblem() {
  const { camps } = useWorkspace();
  const { t } = useLanguage();
  return (
    <Show when={camps.scores.problem()}>
      {(problem) => (
        <ProblemNotice problem={problem()} heading={t("stations.scoresFailed")} onRetry={camps.scores.retry} />
      )}
    </Show>
  );
}
