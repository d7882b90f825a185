import { For, Show } from "solid-js";
import type { BackTest } from "../../../server/contract/back-test.ts";
import table from "../../design/table.module.css";
import { TableScroll } from "../../design/table-scroll.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { coverageVerdict } from "../../workspace/read-back-tests.ts";
import styles from "./coverage-table.module.css";

/** How many stations fell inside their interval, by size, with what to make of it in words. */
export function CoverageTable(props: { readonly coverage: BackTest["coverage"] }) {
  const { t, formats } = useLanguage();
  const size = (classes: readonly { readonly from: number }[], place: number) => {
    const low = classes[place]?.from ?? 0;
    const next = classes[place + 1]?.from;
    if (next === undefined) return t("reliability.coverage.from", formats().integer(low));
    if (low === 0) return t("reliability.coverage.upTo", formats().integer(next));
    return t("reliability.coverage.between", formats().integer(low), formats().integer(next - 1));
  };
  return (
    <Show when={props.coverage} fallback={<p class={styles.words}>{t("reliability.coverage.few")}</p>}>
      {(coverage) => (
        <>
          <p class={styles.words}>{t("reliability.coverage.intro", formats().share(coverage().share, 0))}</p>
          <TableScroll label={t("reliability.coverage.title")}>
            <table class={table.table}>
              <thead>
                <tr>
                  <th scope="col">{t("reliability.coverage.size")}</th>
                  <th scope="col">{t("reliability.coverage.stations")}</th>
                  <th scope="col">{t("reliability.coverage.inside")}</th>
                </tr>
              </thead>
              <tbody>
                <For each={coverage().bySize}>
                  {(one, place) => {
                    const verdict = () => coverageVerdict(one.share, one.stations);
                    return (
                      <tr>
                        <th scope="row">{size(coverage().bySize, place())}</th>
                        <td>{formats().integer(one.stations)}</td>
                        <td>
                          {formats().share(one.share, 0)}
                          <small class={styles[verdict()]}>{t(`reliability.coverage.verdict.${verdict()}`)}</small>
                        </td>
                      </tr>
                    );
                  }}
                </For>
              </tbody>
            </table>
          </TableScroll>
        </>
      )}
    </Show>
  );
}
