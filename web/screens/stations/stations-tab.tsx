import { createMemo, createSignal, Match, Show, Switch } from "solid-js";
import { Button } from "../../design/button.tsx";
import { Notice, ProblemNotice } from "../../design/notice.tsx";
import { Skeleton } from "../../design/skeleton.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import type { TerritoryMap } from "../../map/territory-map.ts";
import { areaOfStations, NO_AREA } from "../../workspace/area.ts";
import {
  filterStationRows,
  measureOf,
  SORT_KEYS,
  type SortKey,
  sortStationRows,
} from "../../workspace/station-rows.ts";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import type { Layout } from "../workspace/create-layout.ts";
import { SelectionBar } from "./selection-bar.tsx";
import { StationList } from "./station-list.tsx";
import { StationPanel } from "./station-panel.tsx";
import styles from "./stations-tab.module.css";

interface StationsTabProps {
  readonly map: TerritoryMap | null;
  readonly layout: Layout;
}

/** Where to go: the stations, best first, and the choice among them. */
export function StationsTab(props: StationsTabProps) {
  const workspace = useWorkspace();
  return (
    <>
      <div class={styles.scroll}>
        <Show when={workspace.state().stationId} keyed fallback={<StationChooser />}>
          {(stationId) => <StationPanel stationId={stationId} map={props.map} layout={props.layout} />}
        </Show>
      </div>
      <SelectionBar />
    </>
  );
}

function StationChooser() {
  const workspace = useWorkspace();
  const { t, formats } = useLanguage();
  const [sortKey, setSortKey] = createSignal<SortKey | null>(null);
  const [filter, setFilter] = createSignal("");
  const hasResults = () => (workspace.territory.value()?.elections.length ?? 1) > 0;
  const key = () => sortKey() ?? (hasResults() ? workspace.state().measure : "doors");
  const shown = createMemo(() =>
    sortStationRows(filterStationRows(workspace.rows(), filter()), key(), formats().compare),
  );
  const chooseBest = () => {
    const measure = workspace.state().measure;
    const scored = sortStationRows(workspace.rows(), measure, formats().compare).filter(
      (row) => measureOf(row, measure) !== null,
    );
    workspace.changeArea(areaOfStations(scored.slice(0, Math.ceil(scored.length / 5)).map((row) => row.stationId)));
  };
  const sortName = (one: SortKey) =>
    ({
      mobilisation: t("stations.sortMobilisation"),
      persuasion: t("stations.sortPersuasion"),
      registered: t("stations.sortRegistered"),
      doors: t("stations.sortDoors"),
      name: t("stations.sortName"),
    })[one];
  const chooseSort = (chosen: string) => {
    const next = SORT_KEYS.find((one) => one === chosen) ?? null;
    setSortKey(next);
    if (next === "mobilisation" || next === "persuasion") workspace.move({ type: "measure-chosen", measure: next });
  };

  return (
    <section class={styles.chooser} aria-labelledby="stations-heading">
      <div class={styles.headline}>
        <h2 id="stations-heading">{t("stations.heading")}</h2>
        <div class={styles.quick}>
          <Button size="small" title={t("stations.selectBestHint")} onClick={chooseBest}>
            {t("stations.selectBest")}
          </Button>
          <Button
            size="small"
            onClick={() => workspace.changeArea(areaOfStations(workspace.rows().map((row) => row.stationId)))}
          >
            {t("stations.selectAll")}
          </Button>
          <Button
            size="small"
            look="quiet"
            disabled={workspace.area().kind === "none"}
            onClick={() => workspace.changeArea(NO_AREA)}
          >
            {t("stations.clear")}
          </Button>
        </div>
      </div>
      <Show when={hasResults()} fallback={<Notice>{t("stations.noResults")}</Notice>}>
        <p class={styles.meaning}>{t(`measure.${workspace.state().measure}Meaning`)}</p>
      </Show>
      <Show when={workspace.territory.value()?.summary.stationKind === "communes"}>
        <Notice kind="warning">{t("stations.communes")}</Notice>
      </Show>
      <div class={styles.filters}>
        <input
          type="search"
          class={styles.filter}
          aria-label={t("stations.filter")}
          placeholder={t("stations.filterPlaceholder")}
          value={filter()}
          onInput={(event) => setFilter(event.currentTarget.value)}
        />
        <label class={styles.sort}>
          <span>{t("stations.sortBy")}</span>
          <select value={key()} onChange={(event) => chooseSort(event.currentTarget.value)}>
            {SORT_KEYS.map((one) => (
              <option value={one}>{sortName(one)}</option>
            ))}
          </select>
        </label>
      </div>
      <Show when={workspace.camps.scores.problem()}>
        {(problem) => (
          <ProblemNotice
            problem={problem()}
            heading={t("stations.scoresFailed")}
            onRetry={workspace.camps.scores.retry}
          />
        )}
      </Show>
      <Switch>
        <Match when={workspace.stations.problem()}>
          {(problem) => <ProblemNotice problem={problem()} onRetry={workspace.stations.retry} />}
        </Match>
        <Match when={workspace.stations.value() === null}>
          <Skeleton lines={8} />
        </Match>
        <Match when={shown().length === 0}>
          <p class={styles.none}>{t("stations.noneMatch")}</p>
        </Match>
        <Match when={true}>
          <StationList rows={shown()} />
        </Match>
      </Switch>
    </section>
  );
}
