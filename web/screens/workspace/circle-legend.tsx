import { For, Show } from "solid-js";
import { useLanguage } from "../../i18n/language.tsx";
import { circleSizes } from "../../workspace/circle-sizes.ts";
import styles from "./circle-legend.module.css";

/** Circles of a few round counts, as large as on the map. */
export function CircleLegend(props: { readonly values: readonly number[]; readonly colour: string }) {
  const { t, formats } = useLanguage();
  return (
    <Show when={circleSizes(props.values)}>
      {(sizes) => (
        <ul class={styles.samples} aria-label={t("map.legend")}>
          <For each={sizes().samples}>
            {(value) => {
              const radius = () => sizes().radiusOf(value);
              const side = () => 2 * radius() + 2;
              return (
                <li>
                  <svg width={side()} height={side()} aria-hidden="true">
                    <circle cx={radius() + 1} cy={radius() + 1} r={radius()} fill={props.colour} fill-opacity="0.72" />
                  </svg>
                  {formats().integer(value)}
                </li>
              );
            }}
          </For>
        </ul>
      )}
    </Show>
  );
}
