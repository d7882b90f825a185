import { For, Show } from "solid-js";
import { Button } from "../../design/button.tsx";
import { useTheme } from "../../design/theme.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { centreText } from "../../i18n/layer-words.ts";
import { paletteOf } from "../../map/palette.ts";
import type { LayerView } from "../../workspace/layer-view.ts";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import { CircleLegend } from "./circle-legend.tsx";
import styles from "./legend.module.css";
import { LegendLine } from "./legend-line.tsx";
import { layerLines } from "./legend-lines.ts";

/** Each colour of a layer, what has no value and why, what is little sure, and where the figures come from. */
export function LayerLegend() {
  const { layer, move, state } = useWorkspace();
  const { t } = useLanguage();
  return (
    <Show
      when={layer.view()}
      fallback={
        <Show when={layer.problem()} fallback={<p class={styles.unit}>{t("layers.loading")}</p>}>
          {(problem) => (
            <p class={styles.unit} role="alert">
              {problem().message || t("layers.failed")}{" "}
              <Show
                when={problem().code === "nothing-found"}
                fallback={
                  <Button size="small" look="quiet" onClick={layer.retry}>
                    {t("app.retry")}
                  </Button>
                }
              >
                {/* Of a link from elsewhere: what is not in the territory is not there the next time either. */}
                <Button
                  size="small"
                  look="quiet"
                  onClick={() => move({ type: "measure-chosen", measure: state().measure })}
                >
                  {t("layers.backToScore")}
                </Button>
              </Show>
            </p>
          )}
        </Show>
      }
    >
      {(view) => <LayerLines view={view()} />}
    </Show>
  );
}

function LayerLines(props: { readonly view: LayerView }) {
  const workspace = useWorkspace();
  const words = useLanguage();
  const { t, formats, language } = words;
  const { theme } = useTheme();
  const lines = () => layerLines(workspace, words, paletteOf(theme()), props.view);
  return (
    <>
      <Show when={workspace.colours.circles()}>
        {(counts) => <CircleLegend values={[...counts().values()]} colour={paletteOf(theme()).circle} />}
      </Show>
      <Show when={lines().length > 0}>
        <ul class={styles.classes} aria-label={t("map.legend")}>
          <For each={lines()}>{(line) => <LegendLine {...line} />}</For>
        </ul>
      </Show>
      <p class={styles.unit}>
        {`${centreText(t, formats(), props.view.answer.unit, props.view.centre)} `}
        {workspace.colours.circles() === null ? "" : `${t("layers.circles")} `}
        {props.view.answer.method[language()]}
        {props.view.faded.size > 0 ? ` ${t("layers.fadedWhy")}` : ""}
      </p>
    </>
  );
}
