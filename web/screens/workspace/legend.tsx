import { For, Show } from "solid-js";
import { Segmented } from "../../design/segmented.tsx";
import { useTheme } from "../../design/theme.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { measureName, mixWords } from "../../i18n/measure-words.ts";
import { paletteOf } from "../../map/palette.ts";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import { CLASS_COUNTS, MEASURES } from "../../workspace/workspace-state.ts";
import { classColour } from "./class-colour.ts";
import styles from "./legend.module.css";
import { LegendClasses } from "./legend-classes.tsx";
import { SignalNote } from "./signal-note.tsx";
import { WalksNote } from "./walks-note.tsx";

/** The map's colours: what they measure, in how many classes, what each class holds, and how far to trust them. */
export function Legend(props: { readonly isNarrow: boolean }) {
  const workspace = useWorkspace();
  const { t, formats } = useLanguage();
  const { theme } = useTheme();
  const classes = () => workspace.ranking.colouring().classes;
  const measure = () => workspace.state().measure;
  const unit = () => {
    if (measure() === "mix") return t("measure.mixUnit", mixWords(t, formats(), workspace.hand.hand().mix));
    return measure() === "hourly" ? t("measure.hourlyUnit") : t("measure.unit");
  };
  return (
    <details class={styles.legend} open={!props.isNarrow}>
      <summary class={styles.summary}>
        <span class={styles.closedTitle}>
          {measureName(t, formats(), measure(), workspace.hand.hand().mix)}
          <Show when={workspace.ranking.isHidden()}>
            <small>{t("measure.noSignal")}</small>
          </Show>
        </span>
        <span class={styles.openTitle}>{t("measure.label")}</span>
        <Show when={classes().length > 0}>
          <span class={styles.ramp} aria-hidden="true">
            <For each={classes()}>
              {(_, place) => (
                <i style={{ "background-color": classColour(paletteOf(theme()), place(), classes().length) }} />
              )}
            </For>
          </span>
        </Show>
      </summary>
      <div class={styles.body}>
        <Segmented
          label={t("measure.label")}
          isLabelHidden
          isTwoColumns
          size="small"
          value={measure()}
          options={MEASURES.map((one) => ({
            value: one,
            label: one === "hourly" ? t("measure.hourlyShort") : t(`measure.${one}`),
          }))}
          onChange={(chosen) => workspace.move({ type: "measure-chosen", measure: chosen })}
        />
        <Segmented
          label={t("measure.classes")}
          isLabelHidden
          size="small"
          value={String(workspace.state().classCount)}
          options={CLASS_COUNTS.map((count) => ({ value: String(count), label: t(`measure.classCount.${count}`) }))}
          onChange={(chosen) => {
            const classCount = CLASS_COUNTS.find((count) => String(count) === chosen);
            if (classCount !== undefined) workspace.move({ type: "classes-chosen", classCount });
          }}
        />
        <Show when={!(measure() === "hourly" && workspace.walks.value() === null)} fallback={<WalksNote />}>
          <LegendClasses />
        </Show>
        <p class={styles.unit}>{unit()}</p>
        <SignalNote />
      </div>
    </details>
  );
}
