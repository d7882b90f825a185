import {
  createComputed,
  createEffect,
  createMemo,
  createSignal,
  on,
  onCleanup,
  onMount,
  Show,
  untrack,
} from "solid-js";
import type { PlanRoute } from "../../server/contract/plan.ts";
import { useTheme } from "../design/theme.tsx";
import { useLanguage } from "../i18n/language.tsx";
import { cannotDraw } from "./cannot-draw.ts";
import { type CountCircle, showCircles } from "./circle-layers.ts";
import styles from "./map-view.module.css";
import { paletteOf } from "./palette.ts";
import { showPlace } from "./place-layers.ts";
import { showRouteEnds } from "./route-end-layers.ts";
import { markRoutes, showRoutes } from "./route-layers.ts";
import { areSameLines, areSameStops } from "./same-walks.ts";
import { NO_COLUMNS, type StationMarks } from "./station-columns.ts";
import { markStations, type ShownMarks } from "./station-layers.ts";
import { markStop, showStops } from "./stop-layers.ts";
import {
  createTerritoryMap,
  type MapCamera,
  type MapEvents,
  type MapPadding,
  type TerritoryMap,
} from "./territory-map.ts";
import { showZone } from "./zone-layers.ts";

interface MapViewProps {
  readonly territoryName: string;
  readonly box: readonly [number, number, number, number];
  readonly camera: MapCamera | null;
  readonly padding: MapPadding;
  readonly areStationsShown: boolean;
  /** Null until the stations are known. */
  readonly marks: StationMarks | null;
  /** Stations step back for what is drawn over them. */
  readonly areStationsBehind: boolean;
  readonly circles: readonly CountCircle[];
  readonly zone: readonly (readonly [number, number])[] | null;
  readonly routes: readonly PlanRoute[];
  readonly openedRouteId: string | null;
  readonly hoveredRouteId: string | null;
  readonly hoveredStopId: string | null;
  /** Whether the open route can be taken hold of. */
  readonly isEditing: boolean;
  readonly place: readonly [number, number] | null;
  readonly cursor: string;
  readonly onMap: (map: TerritoryMap | null) => void;
  /** Drawn for the first time, with its colours. */
  readonly onDrawn?: () => void;
  /** This browser cannot draw maps; `onMap` gives none then. */
  readonly onFailed?: () => void;
  readonly onClick: MapEvents["onClick"];
  readonly onHover: MapEvents["onHover"];
  readonly onCamera: MapEvents["onCamera"];
}

/** The map's one owner. It draws what its props say; it decides nothing. */
export function MapView(props: MapViewProps) {
  const { theme } = useTheme();
  const { t } = useLanguage();
  const [shown, setShown] = createSignal<TerritoryMap | null>(null);
  const [state, setState] = createSignal<"drawing" | "drawn" | "failed">("drawing");
  let container: HTMLDivElement | undefined;
  let marked: ShownMarks | null = null;

  const look = createMemo(() => ({
    palette: paletteOf(theme()),
    areStationsShown: props.areStationsShown,
    areStationsDimmed: props.routes.length > 0 || props.areStationsBehind,
  }));
  const sides = () => props.padding;
  // An edit is shown before its path is known, and its figures after its order: what is on the map already stays.
  const lines = createMemo(() => props.routes, undefined, { equals: areSameLines });
  const opened = createMemo(
    () => {
      const at = props.routes.findIndex((route) => route.id === props.openedRouteId);
      return { route: props.routes[at] ?? null, at: Math.max(0, at) };
    },
    undefined,
    { equals: (one, other) => one.at === other.at && areSameStops(one.route, other.route) },
  );

  onMount(() => {
    if (container === undefined) return;
    try {
      begin(container);
    } catch (failure) {
      if (!cannotDraw(failure)) throw failure;
      setState("failed");
      props.onFailed?.();
    }
  });

  function begin(container: HTMLElement): void {
    const territoryMap = createTerritoryMap(
      {
        container,
        territoryName: props.territoryName,
        box: props.box,
        camera: props.camera,
        padding: props.padding,
        look: look(),
        title: t("map.title"),
        hasColours: () => marked !== null || !props.areStationsShown,
      },
      {
        onReady: () => {
          setShown(territoryMap);
          props.onMap(territoryMap);
        },
        onClick: (target, position, isAdding) => props.onClick(target, position, isAdding),
        onHover: (target, point) => props.onHover(target, point),
        onCamera: (camera) => props.onCamera(camera),
        onIdle: () => {
          if (state() === "drawn" || (props.marks === null && props.areStationsShown)) return;
          setState("drawn");
          props.onDrawn?.();
        },
      },
    );
    onCleanup(() => {
      setShown(null);
      props.onMap(null);
      territoryMap.remove();
    });
  }

  createEffect(on(look, (now) => shown()?.applyLook(now, marked?.columns ?? NO_COLUMNS), { defer: true }));
  createEffect(() => shown()?.setTitle(t("map.title")));
  createEffect(() => shown()?.setCursor(props.cursor));

  createEffect(() => {
    const marks = props.marks;
    const map = shown()?.map;
    if (map !== undefined && marks !== null) marked = markStations(map, untrack(look), marked, marks);
  });
  createEffect(() => {
    const map = shown()?.map;
    if (map !== undefined) showCircles(map, props.circles);
  });
  createEffect(() => {
    const map = shown()?.map;
    if (map !== undefined) showZone(map, props.zone);
  });
  // Not an effect, which would wait until the lists beside the map are made anew: its worker begins meanwhile.
  createComputed(() => {
    const map = shown()?.map;
    if (map !== undefined) showRoutes(map, lines());
  });
  createEffect(() => {
    const map = shown()?.map;
    if (map !== undefined) markRoutes(map, lines(), props.openedRouteId, props.hoveredRouteId);
  });
  createEffect(() => {
    const map = shown()?.map;
    const { route, at } = opened();
    if (map === undefined) return;
    showStops(map, route, at);
    showRouteEnds(map, route, at, props.isEditing);
  });
  createEffect(() => {
    const map = shown()?.map;
    if (map !== undefined) markStop(map, opened().route, props.hoveredStopId);
  });
  createEffect(() => {
    const map = shown()?.map;
    if (map !== undefined) showPlace(map, props.place);
  });

  return (
    <div class={styles.frame}>
      <div class={styles.map} ref={container} data-testid="map" />
      <div
        class={styles.waiting}
        role="status"
        style={{ inset: `${sides().top}px ${sides().right}px ${sides().bottom}px ${sides().left}px` }}
      >
        <Show when={state() !== "drawn"}>
          <p>{state() === "failed" ? t("map.cannotDraw") : t("map.isDrawing")}</p>
        </Show>
      </div>
    </div>
  );
}
