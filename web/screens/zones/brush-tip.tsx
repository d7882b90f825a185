import { createMemo, Show } from "solid-js";
import { useLanguage } from "../../i18n/language.tsx";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import type { Zones } from "../../zones/create-zones.ts";
import styles from "../workspace/station-tip.module.css";

/** Where the pointer is, in pixels of the map and in degrees. */
export interface PointedAt {
  readonly point: readonly [number, number];
  readonly position: readonly [number, number];
}

interface BrushTipProps {
  readonly zones: Zones;
  readonly at: PointedAt | null;
}

/** The address that counts is the nearest, up to here. */
const NEAR_METRES = 120;

/**
 * The station or census area that the brush would take here. By name, the list finds the same for those who do not
 * point.
 */
export function BrushTip(props: BrushTipProps) {
  const workspace = useWorkspace();
  const { t, formats } = useLanguage();
  const nearest = createMemo(() => {
    const [index, at] = [props.zones.index(), props.at];
    return index === null || at === null ? null : index.nearest(at.position, NEAR_METRES);
  });
  const shown = createMemo(() => {
    const [index, place, unit] = [props.zones.index(), nearest(), props.zones.pen.unit()];
    if (index === null || place === null || (unit !== "station" && unit !== "area")) return null;
    const stationId = index.ground.stationIds[index.ground.stations[place] ?? -1];
    const station = workspace.rows().find((row) => row.stationId === stationId);
    const name = unit === "area" ? index.areaNameOf(place) : (station?.name ?? null);
    if (name === null) return { name: t(`zones.outside.${unit}`), text: t("zones.outsideTakes") };
    const doors = index.doorsOf(index.unitOf(place, unit));
    return { name, text: `${t(`zones.found.${unit}`)} · ${t("zones.doors", doors, formats().integer(doors))}` };
  });
  return (
    <Show when={props.at}>
      {(at) => (
        <Show when={shown()}>
          {(known) => (
            <div
              class={styles.tip}
              aria-hidden="true"
              style={{
                transform: `translate(${at().point[0] + props.zones.pen.radiusPixels() + 8}px, ${at().point[1] + 8}px)`,
              }}
            >
              <strong>{known().name}</strong>
              <span>{known().text}</span>
            </div>
          )}
        </Show>
      )}
    </Show>
  );
}
