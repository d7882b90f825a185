import { For, Show } from "solid-js";
import { useTheme } from "../../design/theme.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { hourlyText, shareText } from "../../i18n/measure-words.ts";
import { paletteOf } from "../../map/palette.ts";
import { THREE_CLASSES } from "../../workspace/three-classes.ts";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import { classColour } from "./class-colour.ts";
import styles from "./legend.module.css";
import { LegendLine } from "./legend-line.tsx";

/** Each colour of a measure, highest first: where its class begins and ends, or what it is called, and its stations. */
export function LegendClasses() {
  const workspace = useWorkspace();
  const { t, formats } = useLanguage();
  const { theme } = useTheme();
  const classes = () => workspace.ranking.colouring().classes;
  const uncoloured = () => workspace.rows().filter((row) => workspace.ranking.classOf(row.stationId) === null).length;
  const measured = (value: number | undefined) =>
    value === undefined
      ? ""
      : workspace.state().measure === "hourly"
        ? hourlyText(formats(), value)
        : shareText(formats(), value);
  return (
    <ul class={styles.classes} aria-label={t("map.legend")}>
      <For
        each={classes()
          .map((one, place) => ({ ...one, place }))
          .reverse()}
      >
        {(one) => (
          <LegendLine
            entry={one.place}
            colour={classColour(paletteOf(theme()), one.place, classes().length)}
            words={
              workspace.state().classCount === 3
                ? t(`measure.class.${THREE_CLASSES[one.place] ?? "rest"}`)
                : `${measured(one.low)} – ${measured(one.high)}`
            }
            count={one.count}
          />
        )}
      </For>
      <Show when={uncoloured() > 0}>
        <LegendLine
          entry="uncoloured"
          colour={classColour(paletteOf(theme()), null, 0)}
          words={workspace.ranking.isHidden() ? t("measure.uncoloured") : t("map.noScore")}
          count={uncoloured()}
        />
      </Show>
    </ul>
  );
}
