import { createMemo, For, Match, Show, Switch } from "solid-js";
import type { Layer } from "../../../server/contract/layers.ts";
import { Button } from "../../design/button.tsx";
import { Choice } from "../../design/choice.tsx";
import { EmptyNote } from "../../design/empty-note.tsx";
import { Notice, ProblemNotice } from "../../design/notice.tsx";
import { Skeleton } from "../../design/skeleton.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { layerName } from "../../i18n/layer-words.ts";
import { measureName, mixWords } from "../../i18n/measure-words.ts";
import type { TerritoryMap } from "../../map/territory-map.ts";
import { areaOfStations, NO_AREA } from "../../workspace/area.ts";
import { createDebounced } from "../../workspace/create-debounced.ts";
import { createStationFilter } from "../../workspace/create-station-filter.ts";
import { workspaceImportAddress } from "../../workspace/import-address.ts";
import { offeredMeasures } from "../../workspace/layer-choices.ts";
import {
  filterStationRows,
  SORT_KEYS,
  type SortKey,
  type StationRow,
  searchTexts,
  sortStationRows,
} from "../../workspace/station-rows.ts";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import { MEASURES, STATION_SORTS } from "../../workspace/workspace-state.ts";
import { CompareTray } from "../compare/compare-tray.tsx";
import { ScreenGuide } from "../guide/screen-guide.tsx";
import type { Layout } from "../workspace/create-layout.ts";
import { StationPanel } from "../workspace/later-parts.ts";
import { ReliabilityLink } from "../workspace/signal-note.tsx";
import { WalksNote } from "../workspace/walks-note.tsx";
import { FirstStations } from "./first-stations.tsx";
import { SelectionBar } from "./selection-bar.tsx";
import { StationList } from "./station-list.tsx";
import styles from "./stations-tab.module.css";
import { Weighting } from "./weighting.tsx";

interface StationsTabProps {
  readonly map: TerritoryMap | null;
  readonly layout: Layout;
}

/** Where to go: the stations, best first, and the choice among them. */
export function StationsTab(props: StationsTabProps) {
  const workspace = useWorkspace();
  /** A station that the territory does not have is told of above the tabs. */
  const openId = () => {
    const { stationId } = workspace.state();
    const isLost = workspace.rows().length > 0 && workspace.rows().every((row) => row.stationId !== stationId);
    return isLost ? null : stationId;
  };
  return (
    <>
      <div class={styles.scroll}>
        <Show when={openId()} keyed fallback={<StationChooser />}>
          {(stationId) => <StationPanel stationId={stationId} map={props.map} layout={props.layout} />}
        </Show>
      </div>
      <CompareTray />
      <SelectionBar />
    </>
  );
}

/** The entry of the order by the layer on the map. */
const LAYER_SORT = "layer";

function StationChooser() {
  const workspace = useWorkspace();
  const { t, formats, language } = useLanguage();
  /** Null follows the measure of the map. */
  const ownSort = () => workspace.state().stationSort;
  const hasResults = () => (workspace.territory.value()?.elections.length ?? 1) > 0;
  /** Scores were asked for and no station has one: nobody is ours yet, or nothing can be compared. */
  const isUnscored = () => workspace.hasVotes() && workspace.camps.scores.value()?.stations.length === 0;
  const isScored = () => workspace.hasVotes() && !isUnscored();
  const layer = () => workspace.state().layer;
  const sort = () => ownSort() ?? (layer() !== null ? LAYER_SORT : isScored() ? workspace.state().measure : "doors");
  const ranked = (row: StationRow) => workspace.ranking.valueOf(row.stationId)?.ranked ?? null;
  // In a task of its own: thousands of stations are coloured first, and put in order right after.
  const order = createDebounced(
    createMemo(() => ({ key: sort(), layer: workspace.layer.drawn()?.valueOf, measured: workspace.ranking.values() })),
    0,
  );
  const sorted = createMemo(() => {
    const { key, layer: drawn, measured } = order();
    if (key === "name") return sortStationRows(workspace.rows(), null);
    if (key === "registered" || key === "doors") return sortStationRows(workspace.rows(), (row) => row[key]);
    const known = key === LAYER_SORT ? (id: string) => drawn?.get(id)?.value : (id: string) => measured.get(id)?.ranked;
    return sortStationRows(workspace.rows(), ({ stationId }) => known(stationId) ?? null);
  });
  /** Made when somebody first looks for a name. */
  let texts: { readonly of: unknown; readonly texts: readonly string[] } | null = null;
  const searched = () => {
    const stations = workspace.stations.value() ?? [];
    if (texts?.of !== stations) texts = { of: stations, texts: searchTexts(stations) };
    return texts.texts;
  };
  const filter = createStationFilter({
    kept: () => workspace.state().stationFilter,
    keep: (text) => workspace.move({ type: "stations-filtered", text }),
    texts: () => (workspace.rows().length === 0 ? null : searched),
  });
  const shown = createMemo(() => filterStationRows(sorted(), filter.text(), searched));
  const chooseBest = () => {
    const scored = sortStationRows(workspace.rows(), ranked).filter((row) => ranked(row) !== null);
    // Doors that help the other side are not among the best, however few are better.
    const worth = scored
      .slice(0, Math.ceil(scored.length / 5))
      .filter((row) => workspace.state().measure !== "hourly" || (ranked(row) ?? 0) >= 0);
    workspace.changeArea(areaOfStations(worth.map((row) => row.stationId)));
  };
  const layerTitle = (open: Layer) =>
    layerName({ t, language: language(), territory: workspace.territory.value() }, open);
  const sortName = (one: SortKey) => {
    if (one === "registered") return t("stations.sortRegistered");
    if (one === "doors") return t("stations.sortDoors");
    if (one === "name") return t("stations.sortName");
    return measureName(t, formats(), one, workspace.hand.hand().mix);
  };
  const sorts = (): readonly { readonly value: SortKey | typeof LAYER_SORT; readonly label: string }[] => {
    const open = layer();
    const measures = isScored() ? offeredMeasures(workspace.hasStreets(), workspace.state().measure) : [];
    const hasDoors = (workspace.territory.value()?.summary.counts.addresses ?? 1) > 0;
    const isThere = (key: SortKey) =>
      key === sort() || (key === "doors" ? hasDoors : key === "registered" || key === "name" || measures.includes(key));
    const keys = SORT_KEYS.filter(isThere).map((value) => ({ value, label: sortName(value) }));
    return open === null ? keys : [{ value: LAYER_SORT, label: layerTitle(open) }, ...keys];
  };
  const chooseSort = (chosen: SortKey | typeof LAYER_SORT) => {
    const measure = MEASURES.find((one) => one === chosen);
    if (measure !== undefined) workspace.move({ type: "measure-chosen", measure });
    workspace.move({ type: "stations-sorted", by: STATION_SORTS.find((one) => one === chosen) ?? null });
  };

  return (
    <section class={styles.chooser} aria-labelledby="stations-heading">
      <div class={styles.headline}>
        <div class={styles.titled}>
          <h2 id="stations-heading">{t("stations.heading")}</h2>
          <ScreenGuide screen="stations" />
        </div>
        <div class={styles.quick}>
          <Button size="small" title={t("stations.selectBestHint")} disabled={!isScored()} onClick={chooseBest}>
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
      <Show
        when={workspace.hasVotes()}
        fallback={
          <EmptyNote action={t("empty.addResults")} href={workspaceImportAddress(workspace)}>
            <p>{t(hasResults() ? "empty.noVotes" : "empty.noResults")}</p>
          </EmptyNote>
        }
      >
        <Show when={isUnscored() && layer() === null}>
          <EmptyNote action={t("empty.toCamps")} onAction={() => workspace.move({ type: "tab-chosen", tab: "camps" })}>
            <p>{t("empty.scores")}</p>
            <For each={workspace.camps.scores.value()?.notes}>{(note) => <p>{note[language()]}</p>}</For>
          </EmptyNote>
        </Show>
        <p class={styles.meaning} hidden={isUnscored()}>
          <Show when={layer() === null} fallback={t("layers.meaning")}>
            {t(`measure.${workspace.state().measure}Meaning`)}
            <Show when={workspace.state().measure === "mix"}>
              {" "}
              {t("measure.mixIs", mixWords(t, formats(), workspace.hand.hand().mix))}
            </Show>
          </Show>
        </p>
        <Show when={layer() === null && workspace.ranking.isHidden()}>
          <Notice kind="warning">
            <strong>{t("measure.noSignal")}</strong>
            <p>{t("measure.noSignalList")}</p>
            <ReliabilityLink />
          </Notice>
        </Show>
        <Show when={!isUnscored()}>
          <Weighting />
        </Show>
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
          value={filter.text()}
          onInput={(event) => filter.type(event.currentTarget.value)}
          onChange={filter.settle}
        />
        <Choice
          label={t("stations.sortBy")}
          labelPlace="hidden"
          value={sort()}
          options={sorts()}
          onChange={chooseSort}
        />
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
      <Show when={layer() === null && isScored() && ownSort() === null && !workspace.ranking.isHidden()}>
        <Show when={workspace.state().measure === "hourly"} fallback={<FirstStations />}>
          <WalksNote />
        </Show>
      </Show>
      <Switch>
        <Match when={workspace.stations.problem()}>
          {(problem) => <ProblemNotice problem={problem()} onRetry={workspace.stations.retry} />}
        </Match>
        <Match when={workspace.stations.value() === null}>
          <Skeleton lines={8} />
        </Match>
        <Match when={shown().length === 0}>
          <EmptyNote action={t("empty.allStations")} onAction={filter.clear}>
            <p>{t("stations.noneMatch")}</p>
          </EmptyNote>
        </Match>
        <Match when={true}>
          <StationList rows={shown()} />
        </Match>
      </Switch>
    </section>
  );
}
