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

/** On the side where there is more room, so that no word is cut off by the edge of the window. */
function besidePointer([x, y]: PointedAt["point"], away: number): string {
  const [toLeft, toTop] = [x > window.innerWidth * 0.65, y > window.innerHeight * 0.75];
  const place = `translate(${toLeft ? x - away : x + away}px, ${toTop ? y - 8 : y + 8}px)`;
  return `${place} translate(${toLeft ? "-100%" : "0"}, ${toTop ? "-100%" : "0"})`;
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
  const nearest = createMemo(() => {
    const [index, at] = [props.zones.index(), props.at];
    return index === null || at === null || !props.zones.pen.isBrush() ? null : index.nearest(at.position, NEAR_METRES);
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
  const away = () => (props.zones.pen.isBrush() ? props.zones.pen.radiusPixels() + 8 : 18);
  return (
    <Show when={name() !== null || props.words.length > 0 ? props.at : null}>
      {(at) => (
        <div class={styles.tip} aria-hidden="true" style={{ transform: besidePointer(at().point, away()) }}>
          <Show when={name()}>{(known) => <strong>{known()}</strong>}</Show>
          <For each={props.words}>{(words) => <span>{words}</span>}</For>
        </div>
      )}
    </Show>
  );
}
