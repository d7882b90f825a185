import { createMemo, createSignal, Show } from "solid-js";
import { boxAround } from "../../../geodata/geometry/position.ts";
import { Button } from "../../design/button.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import type { TerritoryMap } from "../../map/territory-map.ts";
import type { Zones } from "../../zones/create-zones.ts";
import { roughParts } from "../../zones/linked-parts.ts";
import type { Layout } from "../workspace/create-layout.ts";
import styles from "./zones-tab.module.css";

interface FreeDoorsProps {
  readonly zones: Zones;
  readonly map: TerritoryMap | null;
  readonly layout: Layout;
}

/** Doors that no zone has, and a way from one group of them to the next, the smallest and easiest to miss first. */
export function FreeDoors(props: FreeDoorsProps) {
  const { t, formats } = useLanguage();
  const [seen, setSeen] = createSignal(0);
  const doors = createMemo(() => props.zones.index()?.doorsOf(props.zones.free()) ?? 0);
  const showNext = () => {
    const index = props.zones.index();
    if (index === null) return;
    const parts = roughParts(index, props.zones.free());
    const place = seen() % Math.max(1, parts.length);
    const part = parts[place];
    if (part === undefined) return;
    setSeen(place + 1);
    props.map?.fit(boxAround(part.map(index.positionOf)), props.layout.padding());
    const count = index.doorsOf(part);
    const words = t("zones.doors", count, formats().integer(count));
    const { integer } = formats();
    props.zones.tell(t("zones.freePart", integer(place + 1), integer(parts.length), words));
    props.zones.setShowsFree(true);
  };
  return (
    <p class={styles.free}>
      <Show when={doors() > 0} fallback={t("zones.noFree")}>
        <strong>{t("zones.free", formats().integer(doors()))}</strong>
        <span class={styles.buttons}>
          <Show when={props.zones.showsFree()}>
            <Button size="small" look="quiet" onClick={() => props.zones.setShowsFree(false)}>
              {t("zones.hideFree")}
            </Button>
          </Show>
          <Button size="small" onClick={showNext}>
            {props.zones.showsFree() ? t("zones.nextFree") : t("zones.showFree")}
          </Button>
        </span>
      </Show>
    </p>
  );
}
