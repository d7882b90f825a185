import { For, Show } from "solid-js";
import { useLanguage } from "../../i18n/language.tsx";
import { centreText } from "../../i18n/layer-words.ts";
import { measureUnit } from "../../i18n/measure-words.ts";
import { LIGHT_PALETTE } from "../../map/palette.ts";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import { CircleLegend } from "../workspace/circle-legend.tsx";
import { type LegendLineWords, layerLines, measureLines } from "../workspace/legend-lines.ts";
import styles from "./printed-legend.module.css";

interface PrintedLegendProps {
  readonly title: string;
  /** Whether the map shows the doors of addresses. */
  readonly hasDoors: boolean;
}

/** The lines of the screen's legend without its buttons, where the figures come from, and how far to trust them. */
export function PrintedLegend(props: PrintedLegendProps) {
  const workspace = useWorkspace();
  const words = useLanguage();
  const { t, formats, language } = words;
  const view = () => (workspace.state().layer === null ? null : workspace.layer.drawn());
  const lines = (): readonly LegendLineWords[] => {
    const open = view();
    return open === null
      ? measureLines(workspace, words, LIGHT_PALETTE)
      : layerLines(workspace, words, LIGHT_PALETTE, open);
  };
  const unit = () => measureUnit(t, formats(), workspace.state().measure, workspace.hand.hand().mix);
  const signal = () => {
    const { ranking } = workspace;
    const level = ranking.signal()?.level;
    if (level === "weak") return t("measure.weakSignal");
    return level === "none" ? t(ranking.isHidden() ? "measure.noSignal" : "measure.shownAnyway") : "";
  };
  const sentences = (): readonly string[] => {
    const open = view();
    const own =
      open === null
        ? [unit(), workspace.ranking.crossed() === null ? "" : t("measure.crossed.unit"), signal()]
        : [
            workspace.colours.circles() === null ? centreText(t, formats(), open.answer.unit, open.centre) : "",
            workspace.colours.circles() === null ? "" : t("layers.circles"),
            open.answer.method[language()],
          ];
    return [
      ...own,
      workspace.colours.faded().size > 0 ? t("layers.fadedWhy") : "",
      workspace.colours.pinned() === null ? "" : t("print.heldUp"),
      props.hasDoors ? t("layers.doors") : "",
    ].filter(Boolean);
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
            <li classList={{ [styles.heldUp ?? ""]: workspace.colours.pinned() === line.entry }}>
              <i
                aria-hidden="true"
                classList={{
                  [styles.hatched ?? ""]: line.look === "hatched",
                  [styles.faded ?? ""]: line.look === "faded",
                }}
                style={{ "background-color": line.colour }}
              />
              <span>{line.words}</span>
              <span class={styles.count}>{t("stations.count", line.count, formats().integer(line.count))}</span>
            </li>
          )}
        </For>
      </ul>
      <For each={sentences()}>{(sentence) => <p>{sentence}</p>}</For>
    </section>
  );
}
