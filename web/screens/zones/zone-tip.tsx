import { Show } from "solid-js";
import { useLanguage } from "../../i18n/language.tsx";
import type { Zones } from "../../zones/create-zones.ts";
import styles from "../workspace/station-tip.module.css";

interface ZoneTipProps {
  readonly zones: Zones;
  readonly hovered: { readonly id: string; readonly point: readonly [number, number] } | null;
}

/** The zone that the pointer is on. The list says the same to those who do not point. */
export function ZoneTip(props: ZoneTipProps) {
  const { t, formats } = useLanguage();
  const shown = () => {
    const { hovered } = props;
    const zone = props.zones.shown.zones().find(({ id }) => id === hovered?.id);
    if (hovered === null || zone === undefined) return null;
    const doors = props.zones.index()?.doorsOf(props.zones.shown.members().get(zone.id) ?? []) ?? 0;
    return { zone, point: hovered.point, text: t("zones.doors", doors, formats().integer(doors)) };
  };
  return (
    <Show when={shown()}>
      {(known) => (
        <div
          class={styles.tip}
          aria-hidden="true"
          style={{ transform: `translate(${known().point[0] + 16}px, ${known().point[1] + 16}px)` }}
        >
          <strong>{known().zone.name}</strong>
          <span>{known().zone.isLocked ? `${known().text} · ${t("zones.locked")}` : known().text}</span>
        </div>
      )}
    </Show>
  );
}
