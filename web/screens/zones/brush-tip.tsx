import { createMemo, For, Show } from "solid-js";
import { useLanguage } from "../../i18n/language.tsx";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import type { Zones } from "../../zones/create-zones.ts";
import styles from "../workspace/station-tip.module.css";
import type { PointedAt } from "./draw-strokes.ts";

interface BrushTipProps {
  readonly zones: Zones;
  readonly at: PointedAt | null;
  /** What the stroke changes, or would. */
  readonly words: readonly string[];
}

/** The address that counts is the nearest, up to here. */
const NEAR_METRES = 120;

/**
 * Beside the pointer: the station or census area that the brush would take here, and the doors that the stroke changes.
 * When it ends, all are told the same; by name, the list finds as much for those who do not point.
 */
export function BrushTip(props: BrushTipProps) {
  const workspace = useWorkspace();
  const { t } = useLanguage();
  const isBrush = () => props.zones.pen.tool() === "brush" || props.zones.pen.tool() === "erase";
  const nearest = createMemo(() => {
    const [index, at] = [props.zones.index(), props.at];
    return index === null || at === null || !isBrush() ? null : index.nearest(at.position, NEAR_METRES);
  });
  const name = createMemo(() => {
    const [index, place, unit] = [props.zones.index(), nearest(), props.zones.pen.unit()];
    if (index === null || place === null || (unit !== "station" && unit !== "area")) return null;
    if (unit === "area") return index.areaNameOf(place) ?? t("zones.outside.area");
    const stationId = index.ground.stationIds[index.ground.stations[place] ?? -1];
    const station = workspace.rows().find((row) => row.stationId === stationId);
    return station?.name ?? t("zones.outside.station");
  });
  /** Clear of the ring around the pointer. */
  const away = () => (isBrush() ? props.zones.pen.radiusPixels() + 8 : 18);
  return (
    <Show when={name() !== null || props.words.length > 0 ? props.at : null}>
      {(at) => (
        <div
          class={styles.tip}
          aria-hidden="true"
          style={{ transform: `translate(${at().point[0] + away()}px, ${at().point[1] + 8}px)` }}
        >
          <Show when={name()}>{(known) => <strong>{known()}</strong>}</Show>
          <For each={props.words}>{(words) => <span>{words}</span>}</For>
        </div>
      )}
    </Show>
  );
}
