import { useLanguage } from "../../i18n/language.tsx";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import styles from "./legend.module.css";
import type { LegendLineWords } from "./legend-lines.ts";

/** A line of the legend. Pointing at it, or reaching it with the keys, holds its stations up on the map; choosing keeps them up. */
export function LegendLine(props: LegendLineWords) {
  const { colours } = useWorkspace();
  const { t, formats } = useLanguage();
  return (
    <li>
      <button
        type="button"
        class={styles.line}
        aria-pressed={colours.pinned() === props.entry}
        onClick={() => colours.pin(props.entry)}
        onPointerEnter={(event) => {
          // A finger that chooses a line also enters it, and never leaves.
          if (event.pointerType === "mouse") colours.point(props.entry);
        }}
        onPointerLeave={() => colours.point(null)}
        onFocus={(event) => {
          if (event.currentTarget.matches(":focus-visible")) colours.point(props.entry);
        }}
        onBlur={() => colours.point(null)}
      >
        <i
          aria-hidden="true"
          classList={{
            [styles.hatched ?? ""]: props.look === "hatched",
            [styles.faded ?? ""]: props.look === "faded",
          }}
          style={{ "background-color": props.colour }}
        />
        <span>{props.words}</span>
        <span class={styles.count}>{t("stations.count", props.count, formats().integer(props.count))}</span>
      </button>
    </li>
  );
}
