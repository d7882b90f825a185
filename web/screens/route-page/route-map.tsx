import { createSignal, Show } from "solid-js";
import type { PlanRoute } from "../../../server/contract/plan.ts";
import { IconButton } from "../../design/icon-button.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { SmallMap } from "../../map/small-map.tsx";
import type { TerritoryMap } from "../../map/territory-map.ts";
import styles from "./route-map.module.css";

const PADDING = { top: 36, right: 72, bottom: 36, left: 36 };

interface RouteMapProps {
  readonly territoryName: string;
  readonly route: PlanRoute;
  readonly box: readonly [number, number, number, number];
  readonly stopId: string | null;
  readonly onStop: (stopId: string) => void;
}

/** The map of one route. The volunteer's own position is shown only when asked for, and never leaves the phone. */
export function RouteMap(props: RouteMapProps) {
  const { t } = useLanguage();
  const [map, setMap] = createSignal<TerritoryMap | null>(null);
  const [here, setHere] = createSignal<readonly [number, number] | null>(null);
  const [isLost, setIsLost] = createSignal(false);
  const locate = () =>
    navigator.geolocation.getCurrentPosition(
      (found) => {
        const position = [found.coords.longitude, found.coords.latitude] as const;
        setIsLost(false);
        setHere(position);
        map()?.flyTo(position, PADDING);
      },
      () => setIsLost(true),
      { enableHighAccuracy: true, timeout: 10_000 },
    );
  return (
    <SmallMap
      territoryName={props.territoryName}
      label={t("map.region")}
      box={props.box}
      padding={PADDING}
      route={props.route}
      stopId={props.stopId}
      place={here()}
      onMap={setMap}
      onStop={props.onStop}
      buttons={<IconButton icon="locate" side="left" label={t("map.locate")} onClick={locate} />}
    >
      <Show when={isLost()}>
        <p class={styles.lost} role="alert">
          {t("map.locateFailed")}
        </p>
      </Show>
    </SmallMap>
  );
}
