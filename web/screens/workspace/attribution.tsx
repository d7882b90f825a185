import { createMemo } from "solid-js";
import type { TerritorySummary } from "../../../server/contract/territories.ts";
import styles from "./attribution.module.css";

/** Who made the data on the map, as their licences ask. Always visible; cut short only by the window. */
export function Attribution(props: { readonly sources: TerritorySummary["sources"] }) {
  const credits = createMemo(() => [...new Set(props.sources.map((source) => source.attribution))].filter(Boolean));
  return <p class={styles["credits"]}>{credits().join(" · ")}</p>;
}
