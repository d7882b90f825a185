import { For, Show } from "solid-js";
import type { Zone } from "../../../server/contract/drawn-zones.ts";
import { useTheme } from "../../design/theme.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { paletteOf, zoneColour } from "../../map/palette.ts";
import type { Zones } from "../../zones/create-zones.ts";
import legend from "../workspace/legend.module.css";
import styles from "./zone-stage.module.css";

/** Beyond these the list of the panel says it better. */
const MOST_LINES = 12;

/** Which colour is which zone: a palette too, from which the pen takes the zone that it draws in. */
export function ZoneLegend(props: { readonly zones: Zones; readonly isNarrow: boolean }) {
  const { t, formats } = useLanguage();
  const { theme } = useTheme();
  const palette = () => paletteOf(theme());
  const shown = () => props.zones.shown.zones().slice(0, MOST_LINES);
  const others = () => props.zones.shown.zones().length - shown().length;
  const isOpened = (zone: Zone) => props.zones.openedId() === zone.id;
  const words = (zone: Zone) => (
    <>
      <i style={{ "background-color": zoneColour(palette(), zone.colour) }} />
      <span>{zone.isLocked ? `${zone.name} (${t("zones.locked")})` : zone.name}</span>
    </>
  );
  return (
    <Show when={shown().length > 0 && !props.isNarrow}>
      <section class={`${legend.legend} ${styles.legend}`} aria-label={t("zones.legend")}>
        <ul>
          <For each={shown()}>
            {(zone) => (
              <li>
                {/* A zone that is only proposed cannot be opened. */}
                <Show when={!props.zones.cut.isOpen()} fallback={words(zone)}>
                  <button
                    type="button"
                    aria-pressed={isOpened(zone)}
                    onClick={() => props.zones.open(isOpened(zone) ? null : zone.id)}
                  >
                    {words(zone)}
                  </button>
                </Show>
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
