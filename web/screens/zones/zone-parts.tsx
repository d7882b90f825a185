import { For, Show } from "solid-js";
import { boxAround, type Position } from "../../../geodata/geometry/position.ts";
import { Button } from "../../design/button.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { looseParts } from "../../zones/loose-parts.ts";
import styles from "./zone-editor.module.css";
import type { ZoneProps } from "./zone-line.tsx";

/** Most doors first: what comes after these is a few doors here and there. */
const MOST_SHOWN = 6;

/** Whether the zone hangs together: its parts, each a button that shows it, and what it straddles. */
export function ZoneParts(props: ZoneProps) {
  const { t, formats } = useLanguage();
  const figures = () => props.zones.figures.of(props.zone.id);
  const parts = () => {
    const [main] = figures()?.parts ?? [];
    const loose = looseParts(figures());
    return main === undefined || loose.length === 0 ? [] : [main, ...loose];
  };
  const islands = () => (figures()?.parts ?? []).slice(1).filter(({ isIsland }) => isIsland);
  const sumOf = (some: readonly { readonly doors: number }[]) => some.reduce((sum, { doors }) => sum + doors, 0);
  const showIslands = () => {
    const boxes = islands().map(({ box }) => box);
    props.map?.fit(
      boxAround(
        boxes.flatMap(([west, south, east, north]): Position[] => [
          [west, south],
          [east, north],
        ]),
      ),
      props.layout.padding(),
    );
  };
  /** Gaps around islands alone are told with those. */
  const straddled = () => (figures()?.straddles ?? []).filter(({ barrier }) => barrier !== "gap" || parts().length > 0);
  /** Several gaps are one thing to know. */
  const straddles = () => [
    ...new Set(straddled().map(({ barrier, street }) => t(`zones.straddles.${barrier}`, street))),
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
      <Show when={islands().length > 0}>
        <p>
          {t("zones.islands", sumOf(islands()), formats().integer(sumOf(islands())))}{" "}
          <Button size="small" onClick={showIslands}>
            {t("zones.showIslands")}
          </Button>
        </p>
      </Show>
      <For each={straddles().slice(0, MOST_SHOWN)}>{(words) => <p>{words}</p>}</For>
    </div>
  );
}
