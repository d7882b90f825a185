import { Match, onMount, Show, Switch } from "solid-js";
import { useApi } from "../../api/api-context.tsx";
import { createLoad } from "../../api/create-load.ts";
import { OverTimeChart } from "../../charts/over-time-chart.tsx";
import { Button } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
import { ProblemNotice } from "../../design/notice.tsx";
import { Section } from "../../design/section.tsx";
import { Skeleton } from "../../design/skeleton.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import type { TerritoryMap } from "../../map/territory-map.ts";
import { isSelected, toggleStation } from "../../workspace/area.ts";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import { CompareButton } from "../compare/compare-button.tsx";
import { ScreenGuide } from "../guide/screen-guide.tsx";
import type { Layout } from "../workspace/create-layout.ts";
import { StationAddresses } from "./station-addresses.tsx";
import { StationCensus } from "./station-census.tsx";
import styles from "./station-panel.module.css";
import { StationResults } from "./station-results.tsx";
import { StationScores } from "./station-scores.tsx";

interface StationPanelProps {
  readonly stationId: string;
  readonly map: TerritoryMap | null;
  readonly layout: Layout;
}

/** One station: what it could bring, why, and what is known of it. */
export function StationPanel(props: StationPanelProps) {
  const api = useApi();
  const workspace = useWorkspace();
  const { t, language } = useLanguage();
  const detail = createLoad(
    () => props.stationId,
    (stationId, signal) => api.station(workspace.territoryName(), stationId, signal),
  );
  const row = () => workspace.rowOf(props.stationId);
  const missing = () => workspace.camps.scores.value()?.missing.find((one) => one.stationId === props.stationId);
  const isChosen = () => isSelected(workspace.area(), props.stationId);
  let heading: HTMLHeadingElement | undefined;
  onMount(() => {
    heading?.focus({ preventScroll: true });
    heading?.closest("article")?.parentElement?.scrollTo(0, 0);
    workspace.setLastStationId(props.stationId);
  });

  return (
    <article class={styles.panel}>
      <div class={styles.head}>
        <Button look="quiet" size="small" onClick={() => workspace.move({ type: "station-closed" })}>
          <Icon name="back" />
          {t("app.back")}
        </Button>
        <Show when={row()}>
          {(one) => (
            <Button look="quiet" size="small" onClick={() => props.map?.fit(one().box, props.layout.padding())}>
              <Icon name="fit" />
              {t("page.showMap")}
            </Button>
          )}
        </Show>
        <ScreenGuide screen="station" />
      </div>
      <div>
        <h2 tabindex="-1" ref={heading} class={styles.title}>
          {row()?.name ?? props.stationId}
        </h2>
        <Show when={row()}>
          {(one) => <p class={styles.identity}>{t("station.identity", one().number, one().communeName)}</p>}
        </Show>
      </div>
      <Button
        look={isChosen() ? "plain" : "primary"}
        aria-pressed={isChosen()}
        onClick={() => workspace.changeArea(toggleStation(workspace.area(), props.stationId))}
      >
        <Icon name={isChosen() ? "check" : "plus"} />
        {isChosen() ? t("station.remove") : t("station.add")}
      </Button>
      <CompareButton
        subject={{ kind: "stations", stationIds: [props.stationId] }}
        add={t("compare.add")}
        remove={t("compare.remove")}
      />
      <Show when={row()?.score} fallback={<MissingScore reason={missing()?.reason[language()] ?? null} />}>
        {(score) => <StationScores score={score()} />}
      </Show>
      <Switch>
        <Match when={detail.problem()}>
          {(problem) => <ProblemNotice problem={problem()} onRetry={detail.retry} />}
        </Match>
        <Match when={detail.value()}>
          {(known) => (
            <>
              <Section title={t("station.overTime")}>
                <Show
                  when={known().results.length > 0}
                  fallback={<p class={styles.identity}>{t("station.noResults")}</p>}
                >
                  <OverTimeChart results={known().results} sides={workspace.camps.choice()?.sides ?? {}} />
                </Show>
              </Section>
              <StationResults results={known().results} missingRounds={known().missingRounds} />
              <StationCensus indicators={known().indicators} />
              <StationAddresses stationId={props.stationId} />
            </>
          )}
        </Match>
        <Match when={true}>
          <Skeleton lines={5} />
        </Match>
      </Switch>
    </article>
  );
}

function MissingScore(props: { readonly reason: string | null }) {
  const { t } = useLanguage();
  return (
    <Show when={props.reason}>
      <p class={styles.identity}>
        {t("station.noScore")} {props.reason}
      </p>
    </Show>
  );
}
