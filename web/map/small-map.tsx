import { createSignal, type JSX } from "solid-js";
import type { PlanRoute } from "../../server/contract/plan.ts";
import { IconButton } from "../design/icon-button.tsx";
import { useLanguage } from "../i18n/language.tsx";
import { MapView } from "./map-view.tsx";
import styles from "./small-map.module.css";
import type { MapPadding, TerritoryMap } from "./territory-map.ts";

interface SmallMapProps {
  readonly territoryName: string;
  readonly label: string;
  readonly box: readonly [number, number, number, number];
  readonly padding: MapPadding;
  /** One route, opened, with the stop that stands out. */
  readonly route?: PlanRoute;
  readonly stopId?: string | null;
  readonly place?: readonly [number, number] | null;
  readonly onMap: (map: TerritoryMap | null) => void;
  readonly onStop?: (stopId: string) => void;
  /** Beside those that every map has. */
  readonly buttons?: JSX.Element;
  /** What lies over the map. */
  readonly children?: JSX.Element;
}

/** A map as one part of a page: streets without stations, and the buttons that bring it nearer and back. */
export function SmallMap(props: SmallMapProps) {
  const { t } = useLanguage();
  const [map, setMap] = createSignal<TerritoryMap | null>(null);
  return (
    <section class={styles.frame} aria-label={props.label}>
      <MapView
        territoryName={props.territoryName}
        box={props.box}
        camera={null}
        padding={props.padding}
        areStationsShown={false}
        isEditing={false}
        marks={null}
        areStationsBehind={false}
        circles={[]}
        zone={null}
        routes={props.route === undefined ? [] : [props.route]}
        openedRouteId={props.route?.id ?? null}
        hoveredRouteId={null}
        hoveredStopId={props.stopId ?? null}
        place={props.place ?? null}
        cursor=""
        onMap={(made) => {
          setMap(made);
          props.onMap(made);
        }}
        onClick={(target) => {
          if (target.kind === "stop") props.onStop?.(target.stopId);
        }}
        onHover={() => undefined}
        onCamera={() => undefined}
      />
      <div class={styles.buttons}>
        <IconButton icon="plus" side="left" label={t("map.zoomIn")} onClick={() => map()?.zoomBy(1)} />
        <IconButton icon="minus" side="left" label={t("map.zoomOut")} onClick={() => map()?.zoomBy(-1)} />
        <IconButton
          icon="fit"
          side="left"
          label={t("map.fitTerritory")}
          onClick={() => map()?.fit(props.box, props.padding)}
        />
        {props.buttons}
      </div>
      {props.children}
    </section>
  );
}
