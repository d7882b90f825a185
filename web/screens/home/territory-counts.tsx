import type { TerritorySummary } from "../../../server/contract/territories.ts";
import { Figures } from "../../design/figures.tsx";
import { useLanguage } from "../../i18n/language.tsx";

/** How large a territory is. */
export function TerritoryCounts(props: { readonly counts: TerritorySummary["counts"] }) {
  const { t, formats } = useLanguage();
  return (
    <Figures
      figures={(["stations", "addresses", "doors", "elections"] as const).map((name) => ({
        name: t(`home.${name}`, props.counts[name]),
        value: formats().integer(props.counts[name]),
      }))}
    />
  );
}
