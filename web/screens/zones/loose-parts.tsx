import { createMemo, createSignal, Show } from "solid-js";
import { Button } from "../../design/button.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { zoneNames } from "../../i18n/zone-words.ts";
import type { TerritoryMap } from "../../map/territory-map.ts";
import type { Zones } from "../../zones/create-zones.ts";
import { looseParts } from "../../zones/loose-parts.ts";
import type { Layout } from "../workspace/create-layout.ts";
import styles from "./zones-tab.module.css";

interface LoosePartsProps {
  readonly zones: Zones;
  readonly map: TerritoryMap | null;
  readonly layout: Layout;
}

/** Parts of zones that lie away from the rest of their zone, and a way from one to the next, the smallest first. */
export function LooseParts(props: LoosePartsProps) {
  const { t, formats } = useLanguage();
  const [seen, setSeen] = createSignal(0);
  const loose = createMemo(() =>
    props.zones
      .zones()
      .flatMap((zone) => looseParts(props.zones.figures.of(zone.id)).map((part) => ({ zone, part })))
      .sort((a, b) => a.part.doors - b.part.doors),
  );
  const names = () => {
    const torn = props.zones.zones().filter(({ id }) => loose().some(({ zone }) => zone.id === id));
    return zoneNames(
      t,
      formats(),
      torn.map(({ name }) => name),
    );
  };
  const showNext = () => {
    const place = seen() % Math.max(1, loose().length);
    const found = loose()[place];
    if (found === undefined) return;
    setSeen(place + 1);
    props.zones.open(found.zone.id);
    props.map?.fit(found.part.box, props.layout.padding());
    const { integer } = formats();
    const doors = t("zones.doors", found.part.doors, integer(found.part.doors));
    props.zones.tell(t("zones.loosePart", found.zone.name, integer(place + 1), integer(loose().length), doors));
  };
  return (
    <Show when={loose().length > 0}>
      <p class={styles.free}>
        <span>{t("zones.loose", names())}</span>
        <Button size="small" onClick={showNext}>
          {t("zones.nextLoose")}
        </Button>
      </p>
    </Show>
  );
}
