import { For, Show } from "solid-js";
import { useLanguage } from "../../i18n/language.tsx";
import { LIGHT_PALETTE } from "../../map/palette.ts";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import { CircleLegend } from "../workspace/circle-legend.tsx";
import { type LegendLineWords, layerLines, measureLines } from "../workspace/legend-lines.ts";
import styles from "./printed-legend.module.css";

/** The lines of the screen's legend without its buttons, and where the figures come from. */
export function PrintedLegend(props: { readonly title: string }) {
  const workspace = useWorkspace();
  const words = useLanguage();
  const { t, language } = words;
  const view = () => (workspace.state().layer === null ? null : workspace.layer.drawn());
  const lines = (): readonly LegendLineWords[] => {
    const open = view();
    return open === null
      ? measureLines(workspace, words, LIGHT_PALETTE)
      : layerLines(workspace, words, LIGHT_PALETTE, open);
  };
  const method = () => {
    const open = view();
    if (open !== null) return open.answer.method[language()];
    if (workspace.ranking.crossed() !== null) return t("measure.crossed.unit");
    return workspace.state().measure === "hourly" ? t("measure.hourlyUnit") : t("measure.unit");
  };
  return (
    <section class={styles.legend} aria-label={t("print.legend")}>
      <h4>{props.title}</h4>
      <Show when={workspace.colours.circles()}>
        {(counts) => <CircleLegend values={[...counts().values()]} colour={LIGHT_PALETTE.circle} />}
      </Show>
      <ul>
        <For each={lines()}>
          {(line) => (
            <li>
              <i
                aria-hidden="true"
                classList={{
                  [styles.hatched ?? ""]: line.look === "hatched",
                  [styles.faded ?? ""]: line.look === "faded",
                }}
                style={{ "background-color": line.colour }}
              />
              <span>{line.words}</span>
              <span class={styles.count}>{t("stations.count", line.count)}</span>
            </li>
          )}
        </For>
      </ul>
      <p>{method()}</p>
      <Show when={(view()?.faded.size ?? 0) > 0}>
        <p>{t("layers.fadedWhy")}</p>
      </Show>
    </section>
  );
}
