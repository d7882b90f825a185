import { createMemo, Show } from "solid-js";
import { useLanguage } from "../../i18n/language.tsx";
import { layerName, layerValueText } from "../../i18n/layer-words.ts";
import { crossedWords, measureName, measureText } from "../../i18n/measure-words.ts";
import type { PointedDoor } from "../../map/territory-map.ts";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import styles from "./station-tip.module.css";

interface StationTipProps {
  readonly point: readonly [number, number];
  /** The address under the pointer, once addresses are seen. */
  readonly door: PointedDoor | null;
  readonly isShown: boolean;
}

/** What the pointer is on, in two lines. The lists say the same to those who do not point. */
export function StationTip(props: StationTipProps) {
  const workspace = useWorkspace();
  const { t, formats, language } = useLanguage();
  const isPointed = () => props.isShown && props.point[0] > 0;
  const words = createMemo(() => {
    if (!isPointed()) return null;
    const route = workspace.plan.plan()?.plan?.routes.find((one) => one.id === workspace.hoveredRoute());
    if (route !== undefined) {
      return {
        title: t("routes.name", route.id),
        text: `${t("routes.stops", route.stops.length, formats().integer(route.stops.length))} · ${formats().duration(route.durationSeconds)}`,
      };
    }
    const row = workspace.rows().find((one) => one.index === workspace.hoveredStation());
    if (row === undefined) return null;
    if (props.door !== null) {
      const { number, street, doors } = props.door;
      const address = `${number} ${street}`.trim() || t("routes.noStreet");
      return { title: address, text: `${t("stations.doors", doors, formats().integer(doors))} · ${row.name}` };
    }
    const { measure, layer } = workspace.state();
    if (layer !== null) {
      const view = workspace.layer.view();
      const known = view?.valueOf.get(row.stationId);
      const isFaded = workspace.colours.isFaded(row.stationId);
      const name = layerName({ t, language: language(), territory: workspace.territory.value() }, layer);
      const value =
        view === null || known === undefined
          ? t(workspace.layer.problem() === null ? "layers.loading" : "layers.failed")
          : layerValueText(t, formats(), view.answer.unit, known, isFaded);
      return { title: row.name, text: `${name} · ${value}` };
    }
    const value = workspace.ranking.valueOf(row.stationId);
    const place = workspace.colours.scheme() === "crossed" ? workspace.ranking.classOf(row.stationId) : null;
    const unsure = workspace.colours.isFaded(row.stationId) ? ` (${t("layers.unsure")})` : "";
    const crossing = place === null ? "" : ` · ${crossedWords(t, place)}`;
    return {
      title: row.name,
      text:
        value === null
          ? t("map.noScore")
          : `${measureName(t, formats(), measure, workspace.hand.hand().mix)} ${measureText(t, formats(), measure, value.shown)}${unsure}${crossing}`,
    };
  });
  return (
    <Show when={words()}>
      {(shown) => (
        <div
          class={styles.tip}
          aria-hidden="true"
          style={{ transform: `translate(${props.point[0] + 16}px, ${props.point[1] + 16}px)` }}
        >
          <strong>{shown().title}</strong>
          <span>{shown().text}</span>
        </div>
      )}
    </Show>
  );
}
