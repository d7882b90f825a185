import { createMemo, For, Show } from "solid-js";
import type { BackTest, IndexName } from "../../../server/contract/back-test.ts";
import table from "../../design/table.module.css";
import { TableScroll } from "../../design/table-scroll.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { foundShares } from "../../workspace/read-back-tests.ts";
import styles from "./index-table.module.css";

const ORDER = ["score", "lastResult", "abstentionTimesOwn", "uniformSwing"] as const satisfies readonly IndexName[];

/** The score beside what needs no model, and beside the best that anybody could have done. */
export function IndexTable(props: { readonly test: BackTest }) {
  const { t, formats } = useLanguage();
  const found = createMemo(() => foundShares(props.test));
  const results = () => ORDER.flatMap((name) => props.test.indexes.filter(({ index }) => index === name));
  return (
    <>
      <TableScroll label={t("reliability.index.title")}>
        <table class={`${table.table} ${styles.indexes}`}>
          <thead>
            <tr>
              <th scope="col">{t("reliability.index.column")}</th>
              <th scope="col">{t("reliability.index.order")}</th>
              <th scope="col">{t("reliability.index.first")}</th>
              <th scope="col">{t("reliability.index.error")}</th>
            </tr>
          </thead>
          <tbody>
            <For each={results()}>
              {(result) => (
                <tr classList={{ [styles.own ?? ""]: result.index === "score" }}>
                  <th scope="row">{t(`reliability.index.name.${result.index}`)}</th>
                  <td>
                    <Show
                      when={result.rankCorrelation !== null}
                      fallback={<small>{t("reliability.index.unordered")}</small>}
                    >
                      {formats().correlation(result.rankCorrelation ?? 0)}
                    </Show>
                    <Show when={result.withinConstituency !== null}>
                      <small>
                        {t("reliability.index.within", formats().correlation(result.withinConstituency ?? 0))}
                      </small>
                    </Show>
                  </td>
                  <td>
                    <First share={found()?.of(result.index) ?? null} lift={result.lift} />
                  </td>
                  <td>{formats().decimal(result.error * 100)}</td>
                </tr>
              )}
            </For>
            <tr class={styles.best}>
              <th scope="row">{t("reliability.index.name.oracle")}</th>
              <td>{formats().correlation(1)}</td>
              <td>
                <First share={found()?.best ?? null} lift={props.test.bestLift} />
              </td>
              <td>{formats().decimal(0)}</td>
            </tr>
          </tbody>
        </table>
      </TableScroll>
      <p class={styles.note}>{t(found() === null ? "reliability.index.noteLost" : "reliability.index.note")}</p>
    </>
  );
}

function First(props: { readonly share: number | null; readonly lift: number }) {
  const { t, formats } = useLanguage();
  const points = () => t("reliability.index.points", formats().points(props.lift));
  return (
    <Show when={props.share !== null} fallback={points()}>
      {formats().share(props.share ?? 0, 0)}
      <small>{points()}</small>
    </Show>
  );
}
