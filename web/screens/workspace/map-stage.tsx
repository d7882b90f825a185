import { createEffect, createMemo, createSignal, on, Show } from "solid-js";
import { boxAround } from "../../../geodata/geometry/position.ts";
import type { TerritorySummary } from "../../../server/contract/territories.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { MapView } from "../../map/map-view.tsx";
import type { MapTarget, PointedDoor, TerritoryMap } from "../../map/territory-map.ts";
import { toggleStation } from "../../workspace/area.ts";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import { useZones } from "../../zones/zones-context.tsx";
import { createZonesOnMap } from "../zones/create-zones-on-map.ts";
import { Attribution } from "./attribution.tsx";
import type { Layout } from "./create-layout.ts";
import { createStationMarks } from "./create-station-marks.ts";
import { AreaDrawing, loadLaterParts, ZoneStage } from "./later-parts.ts";
import { Legend } from "./legend.tsx";
import { LegendNews } from "./legend-news.tsx";
import { MapControls } from "./map-controls.tsx";
import { MapCross } from "./map-cross.tsx";
import styles from "./map-stage.module.css";
import { MapTools } from "./map-tools.tsx";
import { RouteHand } from "./route-hand.tsx";
import { StationTip } from "./station-tip.tsx";

interface MapStageProps {
  readonly summary: TerritorySummary;
  readonly layout: Layout;
  readonly map: TerritoryMap | null;
  readonly onMap: (map: TerritoryMap | null) => void;
  readonly onHelp: () => void;
  readonly onCopyLink: () => void;
  readonly onPrint: () => void;
}

/** Joins the map, which knows no rules, to the workspace, which knows no map. */
export function MapStage(props: MapStageProps) {
  const workspace = useWorkspace();
  const { t } = useLanguage();
  const [pointer, setPointer] = createSignal<readonly [number, number]>([0, 0]);
  const [door, setDoor] = createSignal<PointedDoor | null>(null);

  const zones = useZones();
  const routes = createMemo(() =>
    workspace.state().tab === "routes" ? (workspace.plan.plan()?.plan?.routes ?? []) : [],
  );
  const { marks, circles } = createStationMarks(workspace, {
    hasLegend: () => routes().length === 0 && !workspace.isZoning(),
    hasColours: () => !workspace.isZoning(),
  });
  /** Until the scores are there, or without results, there are layers alone to colour by. */
  const hasColours = () =>
    workspace.state().layer !== null || (workspace.camps.scores.value() !== null && workspace.rows().length > 0);
  const zone = createMemo(() => {
    const area = workspace.area();
    return area.kind === "zone" && workspace.tool() !== "draw" ? area.ring : null;
  });

  const onClick = (target: MapTarget, _: readonly [number, number], isAdding: boolean) => {
    if (workspace.tool() === "draw" || workspace.isZoning()) return;
    if (target.kind === "route") workspace.move({ type: "route-opened", routeId: target.routeId });
    if (target.kind !== "station") return;
    const row = workspace.rows()[target.index];
    if (row === undefined) return;
    if (workspace.tool() === "pick" || isAdding) workspace.changeArea(toggleStation(workspace.area(), row.stationId));
    else if (routes().length === 0) workspace.move({ type: "station-opened", stationId: row.stationId });
  };
  const onHover = (target: MapTarget | null, point: readonly [number, number]) => {
    setPointer(point);
    if (workspace.isDragging()) return;
    const isQuiet = target === null || workspace.tool() === "draw" || workspace.isZoning();
    const station = !isQuiet && target.kind === "station" ? target : null;
    workspace.setHoveredStation(station?.index ?? null);
    setDoor(station?.door ?? null);
    workspace.setHoveredRoute(!isQuiet && target.kind === "route" ? target.routeId : null);
    workspace.setHoveredStop(!isQuiet && target.kind === "stop" ? target.stopId : null);
  };

  const cursor = () => {
    if (workspace.isZoning())
      return ["look", "merge"].includes(zones()?.pen.tool() ?? "look") ? "pointer" : "crosshair";
    if (workspace.tool() === "draw") return "crosshair";
    if (workspace.isEditing() && workspace.hoveredStop() !== null) return "grab";
    return workspace.hoveredStation() === null ? "" : "pointer";
  };
  createZonesOnMap(() => props.map, zones);
  createEffect(() => followOpened(props.map));
  createEffect(
    on(
      () => workspace.state().camera,
      (camera) => {
        // A camera that the map did not report itself comes from going back or forward.
        const centre = props.map?.map.getCenter();
        if (camera === null || centre === undefined || props.map === null || props.map.map.isMoving()) return;
        const isElsewhere =
          Math.abs(centre.lng - camera.longitude) > 2e-5 ||
          Math.abs(centre.lat - camera.latitude) > 2e-5 ||
          Math.abs(props.map.map.getZoom() - camera.zoom) > 0.02;
        if (isElsewhere) props.map.jumpTo(camera);
      },
      { defer: true },
    ),
  );

  /** Brings the routes of a plan, or the one just opened, into view. A view that came with the address stays. */
  let followed: string | null = null;
  function followOpened(map: TerritoryMap | null) {
    const shown = routes();
    const opened = shown.find((one) => one.id === workspace.state().routeId);
    const key = shown.length === 0 ? "" : `${workspace.state().planId}/${opened?.id ?? ""}`;
    if (map === null || key === followed) return;
    const isFirst = followed === null;
    followed = key;
    const wanted = opened === undefined ? shown : [opened];
    if (wanted.length === 0 || (isFirst && workspace.state().camera !== null)) return;
    map.fit(boxAround(wanted.flatMap((route) => route.osrm.geometry.coordinates)), props.layout.padding());
  }

  return (
    <section class={styles.stage} aria-label={t("map.region")}>
      <MapView
        territoryName={props.summary.name}
        box={props.summary.box}
        camera={workspace.state().camera}
        padding={props.layout.padding()}
        areStationsShown
        marks={marks()}
        areStationsBehind={workspace.isZoning()}
        circles={circles()}
        zone={workspace.isZoning() ? null : zone()}
        routes={routes()}
        openedRouteId={workspace.state().routeId}
        hoveredRouteId={workspace.hoveredRoute()}
        hoveredStopId={workspace.hoveredStop()}
        isEditing={workspace.isEditing()}
        place={workspace.profilePlace() ?? workspace.pointedPlace()}
        cursor={cursor()}
        onMap={(map) => {
          if (map !== null) workspace.setIsMapless(false);
          props.onMap(map);
        }}
        onDrawn={() => void loadLaterParts()}
        onFailed={() => {
          workspace.setIsMapless(true);
          void loadLaterParts();
        }}
        onClick={onClick}
        onHover={onHover}
        onCamera={(camera) => workspace.move({ type: "camera-moved", camera })}
      />
      <Show when={workspace.isZoning()} fallback={<MapTools onHelp={props.onHelp} onCopyLink={props.onCopyLink} />}>
        <Show when={workspace.isMapless() ? null : zones()}>
          {(known) => (
            <ZoneStage
              zones={known()}
              map={props.map}
              isNarrow={props.layout.isNarrow()}
              coveredAt={props.layout.coveredAt}
              onHelp={props.onHelp}
              onCopyLink={props.onCopyLink}
            />
          )}
        </Show>
      </Show>
      <RouteHand map={props.map} coveredAt={props.layout.coveredAt} />
      <MapCross map={props.map} padding={props.layout.padding()} />
      <Show when={workspace.tool() === "draw" ? props.map : null}>{(map) => <AreaDrawing map={map()} />}</Show>
      <Show when={!workspace.isMapless()}>
        <MapControls map={props.map} summary={props.summary} layout={props.layout} onPrint={props.onPrint} />
      </Show>
      <Show when={routes().length === 0 && hasColours() && !workspace.isZoning()}>
        <Legend isNarrow={props.layout.isNarrow()} />
        <LegendNews />
      </Show>
      <StationTip point={pointer()} door={door()} isShown={!props.layout.isNarrow()} />
      <Attribution sources={props.summary.sources} isNarrow={props.layout.isNarrow()} />
    </section>
  );
}
