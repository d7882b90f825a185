import { For, Show } from "solid-js";
import { useTheme } from "../../design/theme.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { hourlyText, shareText } from "../../i18n/measure-words.ts";
import { paletteOf } from "../../map/palette.ts";
import { THREE_CLASSES } from "../../workspace/three-classes.ts";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import { classColour } from "./class-colour.ts";
import styles from "./legend.module.css";

/** Each colour of the map, highest first: where its class begins and ends, or what it is called, and its stations. */
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
          <li>
            <i
              aria-hidden="true"
              style={{ "background-color": classColour(paletteOf(theme()), one.place, classes().length) }}
            />
            <span>
              <Show
                when={workspace.state().classCount === 3}
                fallback={
                  <>
                    {measured(one.low)} – {measured(one.high)}
                  </>
                }
              >
                {t(`measure.class.${THREE_CLASSES[one.place] ?? "rest"}`)}
              </Show>
            </span>
            <span class={styles.count}>{t("stations.count", one.count)}</span>
          </li>
        )}
      </For>
      <Show when={uncoloured() > 0}>
        <li>
          <i aria-hidden="true" style={{ "background-color": classColour(paletteOf(theme()), null, 0) }} />
          <span>{workspace.ranking.isHidden() ? t("measure.uncoloured") : t("map.noScore")}</span>
          <span class={styles.count}>{t("stations.count", uncoloured())}</span>
        </li>
      </Show>
    </ul>
  );
}
