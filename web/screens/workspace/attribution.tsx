import { createMemo, Show } from "solid-js";
import type { TerritorySummary } from "../../../server/contract/territories.ts";
import { useLanguage } from "../../i18n/language.tsx";
import styles from "./attribution.module.css";

interface AttributionProps {
  readonly sources: TerritorySummary["sources"];
  readonly isNarrow: boolean;
}

/** Who made the data on the map, as their licences ask: always written out, one tap away on a phone. */
export function Attribution(props: AttributionProps) {
  const { t } = useLanguage();
  const credits = createMemo(() => [...new Set(props.sources.map((source) => source.attribution))].filter(Boolean));
  return (
    <Show when={props.isNarrow} fallback={<p class={styles.credits}>{credits().join(" · ")}</p>}>
      <details class={styles.credits}>
        <summary>© {t("map.attribution")}</summary>
        <p>{credits().join(" · ")}</p>
      </details>
    </Show>
  );
}
