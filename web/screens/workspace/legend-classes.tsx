import { For } from "solid-js";
import { useTheme } from "../../design/theme.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { paletteOf } from "../../map/palette.ts";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import styles from "./legend.module.css";
import { LegendLine } from "./legend-line.tsx";
import { measureLines } from "./legend-lines.ts";

/** The lines of the open measure. Of a square of nine, what has no colour is left to say. */
export function LegendClasses() {
  const workspace = useWorkspace();
  const words = useLanguage();
  const { theme } = useTheme();
  const lines = () =>
    measureLines(workspace, words, paletteOf(theme())).filter(
      ({ entry }) => typeof entry !== "number" || workspace.colours.scheme() !== "crossed",
    );
  return (
    <ul class={styles.classes} aria-label={words.t("map.legend")}>
      <For each={lines()}>{(line) => <LegendLine {...line} />}</For>
    </ul>
  );
}
