import { createEffect, createMemo, createSignal, For, on, onMount, Show } from "solid-js";
import { Icon } from "../../design/icon.tsx";
import { Spoken } from "../../design/spoken.tsx";
import { useTheme } from "../../design/theme.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { layerValueText } from "../../i18n/layer-words.ts";
import { crossedWords, measureText } from "../../i18n/measure-words.ts";
import { paletteOf } from "../../map/palette.ts";
import { isSelected, toggleStation } from "../../workspace/area.ts";
import type { StationRow } from "../../workspace/station-rows.ts";
import { THREE_CLASSES } from "../../workspace/three-classes.ts";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import { classColour } from "../workspace/class-colour.ts";
import { createRowWindow } from "./create-row-window.ts";
import styles from "./station-list.module.css";

/** The map's stations as a list box: arrows move, Space chooses, Enter opens. Hovering works both ways. */
export function StationList(props: { readonly rows: readonly StationRow[] }) {
  const workspace = useWorkspace();
  const { t, formats } = useLanguage();
  const [focused, setFocused] = createSignal(workspace.lastStationId());
  const placeOf = createMemo(() => new Map(props.rows.map((row, place) => [row.index, place])));
  const placeOfStation = (stationId: string | null) => {
    const row = stationId === null ? null : workspace.rowOf(stationId);
    return row === null ? undefined : placeOf().get(row.index);
  };
  /** The one line that Tab reaches: it is drawn wherever the list has been scrolled to. */
  const reachable = createMemo(() => placeOfStation(focused()) ?? 0);
  const [sought, setSought] = createSignal(-1);
  const toggle = (row: StationRow) => workspace.changeArea(toggleStation(workspace.area(), row.stationId));
  const open = (row: StationRow) => workspace.move({ type: "station-opened", stationId: row.stationId });
  let list: HTMLDivElement | undefined;
  const rowWindow = createRowWindow(
    () => props.rows,
    () => [reachable(), sought()],
  );
  const drawnOf = createMemo(() => new Map(rowWindow.drawn().map((drawn) => [drawn.row.index, drawn])));

  const onKeyDown = (event: KeyboardEvent) => {
    const place = reachable();
    const row = props.rows[place];
    if (row === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const goTo = (next: number) => {
      const to = Math.max(0, Math.min(props.rows.length - 1, next));
      const target = props.rows[to];
      if (target === undefined) return;
      setFocused(target.stationId);
      document.getElementById(rowId(target))?.focus();
      workspace.setHoveredStation(target.index);
    };
    if (event.key === "ArrowDown") goTo(place + 1);
    else if (event.key === "ArrowUp") goTo(place - 1);
    else if (event.key === "PageDown") goTo(place + 8);
    else if (event.key === "PageUp") goTo(place - 8);
    else if (event.key === "Home") goTo(0);
    else if (event.key === "End") goTo(props.rows.length - 1);
    else if (event.key === " ") toggle(row);
    else if (event.key === "Enter") open(row);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  onMount(() => {
    if (list !== undefined) rowWindow.follow(list);
    const row = props.rows[placeOfStation(workspace.lastStationId()) ?? -1];
    if (row === undefined) return;
    document.getElementById(rowId(row))?.scrollIntoView({ block: "center" });
    document.getElementById(rowId(row))?.focus({ preventScroll: true });
    workspace.setLastStationId(null);
  });
  createEffect(
    on(workspace.hoveredStation, (index) => {
      const place = (index === null ? undefined : placeOf().get(index)) ?? -1;
      const row = props.rows[place];
      if (row === undefined || list === undefined || list.matches(":hover") || list.contains(document.activeElement))
        return;
      setSought(place);
      document.getElementById(rowId(row))?.scrollIntoView({ block: "nearest" });
    }),
  );

  return (
    <>
      <p class={styles.hint} id="station-list-hint">
        {t("stations.count", props.rows.length, formats().integer(props.rows.length))}. {t("stations.listHint")}
      </p>
      <div
        class={styles.list}
        role="listbox"
        aria-multiselectable="true"
        aria-label={t("stations.list")}
        aria-describedby="station-list-hint"
        ref={list}
        style={{ "padding-bottom": `${rowWindow.after() * rowWindow.rowHeight()}px` }}
        onKeyDown={onKeyDown}
        onPointerLeave={() => workspace.setHoveredStation(null)}
        onFocusOut={() => workspace.setHoveredStation(null)}
      >
        {/* By station: the line that has the focus keeps it while others come and go around it. */}
        <For each={rowWindow.drawn().map(({ row }) => row.index)}>
          {(index) => (
            <Show when={drawnOf().get(index)}>
              {(drawn) => (
                <StationLine
                  row={drawn().row}
                  place={drawn().place}
                  roomBefore={drawn().gap * rowWindow.rowHeight()}
                  count={props.rows.length}
                  isReachable={drawn().place === reachable()}
                  onFocus={() => setFocused(drawn().row.stationId)}
                  onToggle={() => toggle(drawn().row)}
                  onOpen={() => open(drawn().row)}
                />
              )}
            </Show>
          )}
        </For>
      </div>
    </>
  );
}

interface StationLineProps {
  readonly row: StationRow;
  /** In the whole list, of which only a part is drawn. */
  readonly place: number;
  /** Pixels of the lines before it that are not drawn. */
  readonly roomBefore: number;
  readonly count: number;
  readonly isReachable: boolean;
  readonly onFocus: () => void;
  readonly onToggle: () => void;
  readonly onOpen: () => void;
}

function StationLine(props: StationLineProps) {
  const workspace = useWorkspace();
  const { t, formats } = useLanguage();
  const { theme } = useTheme();
  const isChosen = () => isSelected(workspace.area(), props.row.stationId);
  const value = () => workspace.ranking.valueOf(props.row.stationId);
  const place = () => workspace.colours.classOf(props.row.stationId);
  const classCount = () => workspace.colours.colouring().classes.length;
  const isScoring = () => workspace.camps.scores.value() === null && workspace.camps.scores.problem() === null;
  const isLayer = () => workspace.state().layer !== null;
  const isInThree = () => !isLayer() && workspace.state().classCount === 3;
  /** A reason stands where a value would; it is said softly. */
  const isWithoutValue = () => workspace.layer.view()?.valueOf.get(props.row.stationId)?.reason !== null;
  const layerText = () => {
    const view = workspace.layer.view();
    const known = view?.valueOf.get(props.row.stationId);
    return view === null || known === undefined ? null : layerValueText(t, formats(), view.answer.unit, known, false);
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list box handles the keys of its options.
    // biome-ignore lint/a11y/useFocusableInteractive: one option at a time can be reached, by its tabindex below.
    <div
      id={rowId(props.row)}
      role="option"
      class={styles.line}
      classList={{ [styles.hovered ?? ""]: workspace.hoveredStation() === props.row.index }}
      style={{ "margin-top": `${props.roomBefore}px` }}
      tabindex={props.isReachable ? 0 : -1}
      aria-selected={isChosen()}
      aria-posinset={props.place + 1}
      aria-setsize={props.count}
      onFocus={() => props.onFocus()}
      onPointerEnter={() => workspace.setHoveredStation(props.row.index)}
      onClick={() => props.onOpen()}
    >
      <span
        class={styles.box}
        aria-hidden="true"
        title={t("stations.select", props.row.name)}
        onClick={(event) => {
          event.stopPropagation();
          props.onToggle();
        }}
      >
        <span>
          <Show when={isChosen()}>
            <Icon name="check" />
          </Show>
        </span>
      </span>
      <span
        class={styles.swatch}
        aria-hidden="true"
        style={{
          "background-color": classColour(paletteOf(theme()), place(), classCount(), workspace.colours.scheme()),
        }}
      />
      <span class={styles.words}>
        <strong>{props.row.name}</strong>
        <small>
          {props.row.registered === null
            ? t("app.unknown")
            : t("stations.registered", props.row.registered, formats().integer(props.row.registered))}
          {/* Where no address is known nobody has counted the doors. */}
          <Show when={workspace.territory.value()?.summary.counts.addresses !== 0}>
            {" · "}
            {t("stations.doors", props.row.doors, formats().integer(props.row.doors))}
          </Show>
        </small>
      </span>
      <span class={styles.value}>
        <Show
          when={!isLayer()}
          fallback={
            <Show when={isWithoutValue()} fallback={layerText()}>
              <small>{layerText()}</small>
            </Show>
          }
        >
          <Show when={value()} fallback={<small>{t(isScoring() ? "stations.scoring" : "stations.noScore")}</small>}>
            {(known) => <>{measureText(t, formats(), workspace.state().measure, known().shown)}</>}
          </Show>
        </Show>
        <Show when={workspace.colours.isFaded(props.row.stationId)}>
          <small>{t("layers.unsure")}</small>
        </Show>
        <Show when={place() !== null}>
          <Show
            when={isInThree()}
            fallback={
              <Spoken>
                ,{" "}
                {workspace.colours.scheme() === "crossed"
                  ? crossedWords(t, place() ?? 0)
                  : t("stations.classOf", (place() ?? 0) + 1, classCount())}
              </Spoken>
            }
          >
            <small>{t(`measure.class.${THREE_CLASSES[place() ?? 0] ?? "rest"}`)}</small>
          </Show>
        </Show>
      </span>
    </div>
  );
}

function rowId(row: StationRow): string {
  return `station-line-${row.index}`;
}
