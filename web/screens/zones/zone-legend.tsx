import { For, Show } from "solid-js";
import { useTheme } from "../../design/theme.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { paletteOf, zoneColour } from "../../map/palette.ts";
import type { Zones } from "../../zones/create-zones.ts";
import legend from "../workspace/legend.module.css";
import styles from "./zone-stage.module.css";

/** Beyond these the list of the panel says it better. */
const MOST_LINES = 12;

/** Which colour is which zone. */
export function ZoneLegend(props: { readonly zones: Zones; readonly isNarrow: boolean }) {
  const { t, formats } = useLanguage();
  const { theme } = useTheme();
  const palette = () => paletteOf(theme());
  const shown = () => props.zones.shown.zones().slice(0, MOST_LINES);
  const others = () => props.zones.shown.zones().length - shown().length;
  return (
    <Show when={shown().length > 0 && !props.isNarrow}>
      <section class={`${legend.legend} ${styles.legend}`} aria-label={t("zones.legend")}>
        <ul>
          <For each={shown()}>
            {(zone) => (
              <li>
                <i style={{ "background-color": zoneColour(palette(), zone.colour) }} />
                <span>{zone.isLocked ? `${zone.name} (${t("zones.locked")})` : zone.name}</span>
              </li>
            )}
          </For>
          <Show when={others() > 0}>
            <li>
              <i />
              <span>+ {formats().integer(others())}</span>
            </li>
          </Show>
          <li>
            <i style={{ "background-color": palette().noClass }} />
            <span>{t("zones.legendFree")}</span>
          </li>
        </ul>
      </section>
    </Show>
  );
}
