import { createEffect, createSignal, For, Show } from "solid-js";
import { Choice } from "../../design/choice.tsx";
import { Segmented } from "../../design/segmented.tsx";
import { useTheme } from "../../design/theme.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { layerName } from "../../i18n/layer-words.ts";
import { measureName, measureUnit } from "../../i18n/measure-words.ts";
import { paletteOf } from "../../map/palette.ts";
import { layerKinds, offeredMeasures, startingLayer } from "../../workspace/layer-choices.ts";
import { CLASS_METHODS, CLASS_SCALES, type ClassMethod } from "../../workspace/layer-classes.ts";
import { startingBreaks } from "../../workspace/layer-view.ts";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import { CLASS_COUNTS, COUNT_SHAPES } from "../../workspace/workspace-state.ts";
import { BreaksEditor } from "./breaks-editor.tsx";
import { classColour } from "./class-colour.ts";
import { CrossedLegend } from "./crossed-legend.tsx";
import { DoorsNote } from "./doors-note.tsx";
import { LayerChooser } from "./layer-chooser.tsx";
import { LayerLegend } from "./layer-legend.tsx";
import styles from "./legend.module.css";
import { LegendClasses } from "./legend-classes.tsx";
import { SignalNote } from "./signal-note.tsx";
import { WalksNote } from "./walks-note.tsx";

/** The fifth choice beside the measures. */
const OTHER = "other";

/** The map's colours: what they measure, in how many classes, what each class holds, and how far to trust them. */
export function Legend(props: { readonly isNarrow: boolean }) {
  const workspace = useWorkspace();
  const { t, formats, language } = useLanguage();
  const { theme } = useTheme();
  const classes = () => workspace.colours.colouring().classes;
  const colour = (place: number) =>
    classColour(paletteOf(theme()), place, classes().length, workspace.colours.scheme());
  const measure = () => workspace.state().measure;
  const layer = () => workspace.state().layer;
  const hasScores = () => (workspace.camps.scores.value()?.stations.length ?? 0) > 0;
  const name = () => {
    const open = layer();
    if (open !== null) return layerName({ t, language: language(), territory: workspace.territory.value() }, open);
    return hasScores() ? measureName(t, formats(), measure(), workspace.hand.hand().mix) : t("measure.label");
  };
  const openOther = () => {
    const territory = workspace.territory.value();
    const [kind] = territory === null ? [] : layerKinds(territory);
    const first = territory === null || kind === undefined ? null : startingLayer(kind, territory);
    if (first !== null) workspace.move({ type: "layer-chosen", layer: first });
  };
  return (
    <details
      class={styles.legend}
      classList={{ [styles.wide ?? ""]: layer() !== null || workspace.ranking.crossed() !== null }}
      open={!props.isNarrow}
    >
      <summary class={styles.summary}>
        <span class={styles.closedTitle}>
          {name()}
          <Show when={layer() === null && workspace.ranking.isHidden()}>
            <small>{t("measure.noSignal")}</small>
          </Show>
        </span>
        <span class={styles.openTitle}>{t("measure.label")}</span>
        <Show when={classes().length > 0}>
          <span class={styles.ramp} aria-hidden="true">
            <For each={classes()}>{(_, place) => <i style={{ "background-color": colour(place()) }} />}</For>
          </span>
        </Show>
      </summary>
      <div class={styles.body}>
        <Segmented
          label={t("measure.label")}
          isLabelHidden
          isTwoColumns
          size="small"
          value={layer() === null ? measure() : OTHER}
          options={[
            ...(hasScores() ? offeredMeasures(workspace.hasStreets(), measure()) : []).map((one) => ({
              value: one,
              label: one === "hourly" ? t("measure.hourlyShort") : t(`measure.${one}`),
            })),
            { value: OTHER, label: t("layers.other") },
          ]}
          onChange={(chosen) => {
            if (chosen === OTHER) openOther();
            else workspace.move({ type: "measure-chosen", measure: chosen });
          }}
        />
        <Show when={layer() === null} fallback={<LayerBody />}>
          <Show when={hasScores()}>
            <MeasureBody />
          </Show>
        </Show>
        <DoorsNote />
      </div>
    </details>
  );
}

function MeasureBody() {
  const workspace = useWorkspace();
  const { t, formats } = useLanguage();
  const measure = () => workspace.state().measure;
  const unit = () => measureUnit(t, formats(), measure(), workspace.hand.hand().mix);
  return (
    <>
      <Segmented
        label={t("measure.classes")}
        isLabelHidden
        size="small"
        value={String(workspace.ranking.shownClassCount())}
        options={CLASS_COUNTS.filter((count) => count !== 9 || workspace.ranking.canCross()).map((count) => ({
          value: String(count),
          label: t(`measure.classCount.${count}`),
        }))}
        onChange={(chosen) => {
          const classCount = CLASS_COUNTS.find((count) => String(count) === chosen);
          if (classCount !== undefined) workspace.move({ type: "classes-chosen", classCount });
        }}
      />
      <Show when={!(workspace.ranking.needsWalks() && workspace.walks.value() === null)} fallback={<WalksNote />}>
        <Show when={workspace.ranking.crossed() !== null && !workspace.ranking.isHidden()}>
          <CrossedLegend />
        </Show>
        <LegendClasses />
      </Show>
      <p class={styles.unit}>{unit()}</p>
      <Show when={workspace.ranking.crossed()}>
        <p class={styles.unit}>{t("measure.crossed.unit")}</p>
      </Show>
      <Show when={workspace.colours.faded().size > 0}>
        <p class={styles.unit}>{t("layers.fadedWhy")}</p>
      </Show>
      <SignalNote />
    </>
  );
}

function LayerBody() {
  const workspace = useWorkspace();
  const { t } = useLanguage();
  const view = workspace.layer.drawn;
  /** By hand one begins with the classes that are there: the wish waits until they are. */
  const [isHandWished, setIsHandWished] = createSignal(false);
  const chooseMethod = (classMethod: ClassMethod) => {
    setIsHandWished(classMethod === "manual");
    if (classMethod !== "manual") workspace.move({ type: "class-method-chosen", classMethod });
  };
  createEffect(() => {
    const known = view();
    if (!isHandWished() || known === null) return;
    setIsHandWished(false);
    workspace.move({ type: "breaks-set", breaks: startingBreaks(known) });
  });
  const open = () => {
    const layer = workspace.state().layer;
    const territory = workspace.territory.value();
    return layer === null || territory === null ? null : { layer, territory };
  };
  return (
    <>
      <Show when={open()}>{(known) => <LayerChooser layer={known().layer} territory={known().territory} />}</Show>
      <Show when={view()?.answer.unit === "count"}>
        <Segmented
          label={t("layers.shape")}
          isLabelHidden
          size="small"
          value={workspace.state().countShape}
          options={COUNT_SHAPES.map((value) => ({ value, label: t(`layers.shapes.${value}`) }))}
          onChange={(countShape) => workspace.move({ type: "count-shape-chosen", countShape })}
        />
      </Show>
      <Show when={workspace.colours.circles() === null}>
        <Choice
          label={t("layers.classes")}
          value={workspace.state().classMethod}
          options={CLASS_METHODS.map((value) => ({ value, label: t(`layers.method.${value}`) }))}
          onChange={chooseMethod}
        />
        <Show when={view() !== null && view()?.answer.unit !== "points"}>
          <Choice
            label={t("layers.scale")}
            value={workspace.state().classScale}
            options={CLASS_SCALES.map((value) => ({ value, label: t(`layers.scales.${value}`) }))}
            onChange={(classScale) => workspace.move({ type: "class-scale-chosen", classScale })}
          />
        </Show>
        <Show when={workspace.state().classMethod === "manual" ? view() : null}>
          {(known) => <BreaksEditor view={known()} />}
        </Show>
      </Show>
      <LayerLegend />
    </>
  );
}
