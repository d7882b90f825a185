import { For, Show } from "solid-js";
import { useLanguage } from "../../i18n/language.tsx";
import { LIGHT_PALETTE, zoneColour } from "../../map/palette.ts";
import type { PrintedZones } from "./create-printed-zones.ts";
import styles from "./printed-legend.module.css";

/** Lines that the page has room for. */
const MOST_LINES = 27;

/** Each zone with its colour and its doors, and the doors that no zone has. */
export function ZonesLegend(props: { readonly zones: PrintedZones }) {
  const { t, formats } = useLanguage();
  const doors = (count: number) => t("zones.doors", count, formats().integer(count));
  const lines = () => props.zones.zones.slice(0, MOST_LINES);
  const others = () => props.zones.zones.slice(MOST_LINES);
  const doorsOf = (zones: PrintedZones["zones"]) => zones.reduce((sum, zone) => sum + zone.doors, 0);
  return (
    <section class={styles.legend} aria-label={t("print.legend")}>
      <h4>{props.zones.name}</h4>
      <ul>
        <For each={lines()}>
          {(zone) => (
            <li>
              <i aria-hidden="true" style={{ "background-color": zoneColour(LIGHT_PALETTE, zone.colour) }} />
              <span class={styles.name}>{zone.name}</span>
              <span class={styles.count}>{doors(zone.doors)}</span>
            </li>
          )}
        </For>
        <Show when={others().length > 0}>
          <li>
            <i aria-hidden="true" class={styles.empty} />
            <span>{t("print.otherZones", others().length, formats().integer(others().length))}</span>
            <span class={styles.count}>{doors(doorsOf(others()))}</span>
          </li>
        </Show>
        <Show when={props.zones.freeDoors > 0}>
          <li>
            <i aria-hidden="true" class={styles.empty} />
            <span>{t("print.noZone")}</span>
            <span class={styles.count}>{doors(props.zones.freeDoors)}</span>
          </li>
        </Show>
      </ul>
      <p>{t("print.zonesTotal", doors(doorsOf(props.zones.zones)))}</p>
    </section>
  );
}
