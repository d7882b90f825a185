import { For, Show } from "solid-js";
import { Button } from "../../design/button.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import styles from "./zone-editor.module.css";
import type { ZoneProps } from "./zone-line.tsx";

/** Most doors first: what comes after these is a few doors here and there. */
const MOST_SHOWN = 6;

/** Whether the zone hangs together: its parts, each a button that shows it, and what it straddles. */
export function ZoneParts(props: ZoneProps) {
  const { t, formats } = useLanguage();
  const figures = () => props.zones.figures.of(props.zone.id);
  const parts = () => {
    const known = figures()?.parts ?? [];
    return known.length > 1 ? known : [];
  };
  /** Several gaps are one thing to know. */
  const straddles = () => [
    ...new Set((figures()?.straddles ?? []).map(({ barrier, street }) => t(`zones.straddles.${barrier}`, street))),
  ];
  return (
    <div class={styles.parts}>
      <Show when={parts().length > 0}>
        <strong>{t("zones.parts", parts().length, formats().integer(parts().length))}</strong>
        <For each={parts().slice(0, MOST_SHOWN)}>
          {(part, place) => (
            <Button size="small" onClick={() => props.map?.fit(part.box, props.layout.padding())}>
              {t(
                "zones.showPart",
                formats().integer(place() + 1),
                t("zones.doors", part.doors, formats().integer(part.doors)),
              )}
            </Button>
          )}
        </For>
      </Show>
      <For each={straddles().slice(0, MOST_SHOWN)}>{(words) => <p>{words}</p>}</For>
    </div>
  );
}
