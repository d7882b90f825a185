import { For, Show } from "solid-js";
import { Segmented } from "../../design/segmented.tsx";
import { useTheme } from "../../design/theme.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { paletteOf } from "../../map/palette.ts";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import { MEASURES } from "../../workspace/workspace-state.ts";
import { classColour } from "./class-colour.ts";
import styles from "./legend.module.css";

/** The map's colours: what they measure, where each class begins and ends, how many stations are in it. */
export function Legend(props: { readonly isNarrow: boolean }) {
  const workspace = useWorkspace();
  const { t, formats } = useLanguage();
  const { theme } = useTheme();
  const classes = () => workspace.classification().classes;
  const unscored = () => workspace.rows().filter((row) => row.score === null).length;
  return (
    <details class={styles.legend} open={!props.isNarrow}>
      <summary class={styles.summary}>
        <span class={styles.closedTitle}>{t(`measure.${workspace.state().measure}`)}</span>
        <span class={styles.openTitle}>{t("measure.label")}</span>
        <span class={styles.ramp} aria-hidden="true">
          <For each={classes()}>
            {(_, place) => (
              <i style={{ "background-color": classColour(paletteOf(theme()), place(), classes().length) }} />
            )}
          </For>
        </span>
      </summary>
      <div class={styles.body}>
        <Segmented
          label={t("measure.label")}
          isLabelHidden
          size="small"
          value={workspace.state().measure}
          options={MEASURES.map((measure) => ({ value: measure, label: t(`measure.${measure}`) }))}
          onChange={(measure) => workspace.move({ type: "measure-chosen", measure })}
        />
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
                  {formats().share(one.low)} – {formats().share(one.high)}
                </span>
                <span class={styles.count}>{t("stations.count", one.count)}</span>
              </li>
            )}
          </For>
          <Show when={unscored() > 0}>
            <li>
              <i aria-hidden="true" style={{ "background-color": classColour(paletteOf(theme()), null, 0) }} />
              <span>{t("map.noScore")}</span>
              <span class={styles.count}>{t("stations.count", unscored())}</span>
            </li>
          </Show>
        </ul>
        <p class={styles.unit}>{t("measure.unit")}</p>
      </div>
    </details>
  );
}
