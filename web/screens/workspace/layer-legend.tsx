import { For, Show } from "solid-js";
import { Button } from "../../design/button.tsx";
import { useTheme } from "../../design/theme.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { layerRangeText } from "../../i18n/layer-words.ts";
import { paletteOf } from "../../map/palette.ts";
import type { LayerView } from "../../workspace/layer-view.ts";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import { classColour } from "./class-colour.ts";
import styles from "./legend.module.css";
import { LegendLine } from "./legend-line.tsx";

/** Each colour of a layer, what has no value and why, what is little sure, and where the figures come from. */
export function LayerLegend() {
  const { layer } = useWorkspace();
  const { t } = useLanguage();
  return (
    <Show
      when={layer.view()}
      fallback={
        <p class={styles.unit} role="status">
          <Show when={layer.problem()} fallback={t("layers.loading")}>
            {(problem) => (
              <>
                {problem().message || t("layers.failed")}{" "}
                <Button size="small" look="quiet" onClick={layer.retry}>
                  {t("app.retry")}
                </Button>
              </>
            )}
          </Show>
        </p>
      }
    >
      {(view) => <LayerLines view={view()} />}
    </Show>
  );
}

function LayerLines(props: { readonly view: LayerView }) {
  const { t, formats, language } = useLanguage();
  const { theme } = useTheme();
  const colour = (place: number | null) =>
    classColour(paletteOf(theme()), place, props.view.classes.length, props.view.isDiverging);
  const lines = () => props.view.classes.map((one, place) => ({ ...one, place })).reverse();
  return (
    <>
      <ul class={styles.classes} aria-label={t("map.legend")}>
        <For each={lines()}>
          {(one) => (
            <LegendLine
              entry={one.place}
              colour={colour(one.place)}
              words={layerRangeText(t, formats(), props.view.answer.unit, one.low, one.high)}
              count={one.count}
            />
          )}
        </For>
        <For each={props.view.missing}>
          {({ reason, count }) => (
            <LegendLine
              entry={reason}
              colour={colour(null)}
              look="hatched"
              words={t(`layers.missing.${reason}`)}
              count={count}
            />
          )}
        </For>
        <Show when={props.view.faded.size > 0}>
          <LegendLine
            entry="faded"
            colour={colour(props.view.classes.length - 1)}
            look="faded"
            words={t("layers.faded")}
            count={props.view.faded.size}
          />
        </Show>
      </ul>
      <p class={styles.unit}>
        {props.view.isDiverging ? `${t("layers.centred")} ` : ""}
        {props.view.answer.method[language()]}
        {props.view.faded.size > 0 ? ` ${t("layers.fadedWhy")}` : ""}
      </p>
    </>
  );
}
