import { For, Show } from "solid-js";
import type { StationDetail } from "../../../server/contract/territories.ts";
import { Section } from "../../design/section.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import styles from "./station-census.module.css";

const WELL_COVERED = 0.95;

/** Census indicators of the station beside the territory's median. Empty territories of census data show nothing. */
export function StationCensus(props: { readonly indicators: StationDetail["indicators"] }) {
  const workspace = useWorkspace();
  const { t, formats, language } = useLanguage();
  const indicator = (id: string) => workspace.territory.value()?.indicators.find((one) => one.id === id);
  const written = (value: number | null) =>
    value === null ? t("station.secret") : Math.abs(value) < 100 ? formats().decimal(value) : formats().integer(value);
  return (
    <Show when={props.indicators.length > 0}>
      <Section title={t("station.census")}>
        <table class={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t("station.censusIndicator")}</th>
              <th scope="col">{t("station.here")}</th>
              <th scope="col">{t("station.median")}</th>
            </tr>
          </thead>
          <tbody>
            <For each={props.indicators}>
              {(one) => (
                <tr>
                  <th scope="row">
                    {indicator(one.id)?.label[language()] ?? one.id}
                    <Show when={one.value !== null && one.coveredShare < WELL_COVERED}>
                      <small>{t("station.censusCovered", formats().share(one.coveredShare, 0))}</small>
                    </Show>
                  </th>
                  <td>{written(one.value)}</td>
                  <td>{one.territoryMedian === null ? "–" : written(one.territoryMedian)}</td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
        <p class={styles.note}>{t("station.censusNote")}</p>
      </Section>
    </Show>
  );
}
