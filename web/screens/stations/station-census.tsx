import { For, Show } from "solid-js";
import type { StationDetail } from "../../../server/contract/territories.ts";
import { Section } from "../../design/section.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import styles from "./station-census.module.css";

const WELL_COVERED = 0.95;
const MOST_SHOWN = 6;
/** Median, poverty, wages, unemployment benefits, pensions, social benefits (Insee Filosofi). */
const TELLING = /_(MED|TP60|PACT|PCHO|PPEN|PPSOC)\d*$/;

/** Census indicators of the station beside the territory's median. Empty territories of census data show nothing. */
export function StationCensus(props: { readonly indicators: StationDetail["indicators"] }) {
  const workspace = useWorkspace();
  const { t, formats, language } = useLanguage();
  const indicator = (id: string) => workspace.territory.value()?.indicators.find((one) => one.id === id);
  const written = (value: number | null) =>
    value === null ? t("station.secret") : Math.abs(value) < 100 ? formats().decimal(value) : formats().integer(value);
  const main = () => {
    const telling = props.indicators.filter((one) => TELLING.test(one.id));
    return telling.length > 0 ? telling : props.indicators.slice(0, MOST_SHOWN);
  };
  const others = () => props.indicators.filter((one) => !main().includes(one));
  const table = (rows: StationDetail["indicators"]) => (
    <table class={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t("station.censusIndicator")}</th>
          <th scope="col">{t("station.here")}</th>
          <th scope="col">{t("station.median")}</th>
        </tr>
      </thead>
      <tbody>
        <For each={rows}>
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
  );
  return (
    <Show when={props.indicators.length > 0}>
      <Section title={t("station.census")}>
        {table(main())}
        <Show when={others().length > 0}>
          <details class={styles.more}>
            <summary>{t("station.censusMore", others().length)}</summary>
            {table(others())}
          </details>
        </Show>
        <p class={styles.note}>{t("station.censusNote")}</p>
      </Section>
    </Show>
  );
}
