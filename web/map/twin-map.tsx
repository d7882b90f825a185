import "maplibre-gl/dist/maplibre-gl.css";
import "./map-worker.ts";
import { Map as MapLibreMap } from "maplibre-gl";
import { createEffect, createSignal, onCleanup, onMount, Show, untrack } from "solid-js";
import type { PlanRoute } from "../../server/contract/plan.ts";
import { useTheme } from "../design/theme.tsx";
import { useLanguage } from "../i18n/language.tsx";
import { cannotDraw } from "./cannot-draw.ts";
import { DRAWN_ZONE_FILL, type DrawnZone, showDrawnZones } from "./drawn-zone-layers.ts";
import { FIT_PIXELS, type LinkedCameras } from "./link-cameras.ts";
import { addImages, applyLook, mapStyle } from "./map-style.ts";
import { paletteOf } from "./palette.ts";
import { ROUTE_START, showRoutes } from "./route-layers.ts";
import { NO_COLUMNS, type StationMarks } from "./station-columns.ts";
import { markStations, type ShownMarks } from "./station-layers.ts";
import styles from "./twin-map.module.css";

interface TwinMapProps {
  readonly territoryName: string;
  readonly title: string;
  /** What is seen at first. */
  readonly box: readonly [number, number, number, number];
  readonly cameras: LinkedCameras;
  /** Of the whole territory. */
  readonly territoryBox: readonly [number, number, number, number];
  /** Null until the stations are known. */
  readonly marks: StationMarks | null;
  readonly zones: readonly DrawnZone[];
  readonly routes: readonly PlanRoute[];
}

/** The colours of the stations must be seen through what is compared. */
const ZONE_STRENGTH = 0.12;
const START_LAYERS = [ROUTE_START, "route-start-number"];

/** A small map beside others, all with one camera. Nothing on it can be clicked. */
export function TwinMap(props: TwinMapProps) {
  const { theme } = useTheme();
  const { t } = useLanguage();
  const [shown, setShown] = createSignal<MapLibreMap | null>(null);
  const [state, setState] = createSignal<"drawing" | "drawn" | "failed">("drawing");
  let container: HTMLDivElement | undefined;
  let marked: ShownMarks | null = null;
  const look = () => ({ palette: paletteOf(theme()), areStationsShown: true, areStationsDimmed: false });

  onMount(() => {
    if (container === undefined) return;
    try {
      begin(container);
    } catch (failure) {
      if (!cannotDraw(failure)) throw failure;
      setState("failed");
    }
  });

  function begin(container: HTMLElement): void {
    const map = new MapLibreMap({
      container,
      style: mapStyle(props.territoryName, props.territoryBox, look()),
      bounds: [...props.box],
      fitBoundsOptions: { padding: FIT_PIXELS },
      attributionControl: false,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      minZoom: 8,
      maxZoom: 20,
      fadeDuration: 0,
      locale: { "Map.Title": props.title },
    });
    map.touchZoomRotate.disableRotation();
    map.keyboard.disableRotation();
    const unlink = props.cameras.add(map);
    // Tests reach the map as a property of its container.
    Object.assign(container, { arpentMap: map });
    map.on("style.load", () => {
      addImages(map, look().palette);
      // At this size the marks of the starts would hide the routes.
      for (const layer of START_LAYERS) map.removeLayer(layer);
      setShown(map);
    });
    map.once("idle", () => setState("drawn"));
    onCleanup(() => {
      setShown(null);
      unlink();
      map.remove();
    });
  }

  createEffect(() => shown()?.getCanvas().setAttribute("aria-label", props.title));
  createEffect(() => {
    const map = shown();
    if (map === null) return;
    applyLook(map, look(), marked?.columns ?? NO_COLUMNS);
    map.setPaintProperty(DRAWN_ZONE_FILL, "fill-opacity", ZONE_STRENGTH);
  });
  createEffect(() => {
    const map = shown();
    const marks = props.marks;
    if (map !== null && marks !== null) marked = markStations(map, untrack(look), marked, marks);
  });
  createEffect(() => {
    const map = shown();
    if (map !== null) showDrawnZones(map, props.zones);
  });
  createEffect(() => {
    const map = shown();
    if (map !== null) showRoutes(map, props.routes);
  });

  return (
    <div class={styles.twin}>
      <div class={styles.map} ref={container} />
      <Show when={state() !== "drawn"}>
        <p class={styles.waiting}>{state() === "failed" ? t("map.cannotDrawShort") : t("map.isDrawing")}</p>
      </Show>
    </div>
  );
}
