import { createMemo, For, Show } from "solid-js";
import { rowWords } from "../../i18n/compare-words.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { baselineCell, bestOf, differenceAt, type RowSort, sortRows } from "../../workspace/compare-differences.ts";
import { type CompareRow, ROW_GROUPS } from "../../workspace/compare-rows.ts";
import { CompareCell } from "./compare-cell.tsx";
import head from "./compare-column-head.module.css";
import { CompareColumnHead } from "./compare-column-head.tsx";
import styles from "./compare-table.module.css";
import type { ComparedColumn } from "./compared-column.ts";

interface CompareTableProps {
  readonly rows: readonly CompareRow[];
  readonly columns: readonly ComparedColumn[];
  readonly baseline: number | null;
  readonly sort: RowSort;
  readonly onSort: (place: number) => void;
  readonly onRename: (place: number, name: string) => void;
  readonly onRemove: (place: number) => void;
}

/** One row per measure, one column per neighbourhood, the whole territory last. */
export function CompareTable(props: CompareTableProps) {
  const { t } = useLanguage();
  const isOneList = () => props.sort.order === "difference";
  const bodies = createMemo(() => {
    const sorted = sortRows(props.rows, props.sort, props.baseline);
    if (isOneList()) {
      const by = props.sort.place === null ? undefined : props.columns[props.sort.place];
      return [{ title: by === undefined ? t("compare.byDifference") : t("compare.sorted", by.name), rows: sorted }];
    }
    return ROW_GROUPS.map((group) => ({
      title: t(`compare.group.${group}`),
      rows: sorted.filter((row) => row.group === group),
    })).filter(({ rows }) => rows.length > 0);
  });
  return (
    <table class={styles.table}>
      <thead>
        <tr>
          <th scope="col" class={styles.corner}>
            {t("compare.measure")}
          </th>
          <For each={props.columns}>
            {(column, place) => (
              <CompareColumnHead
                column={column}
                isBaseline={place() === props.baseline}
                sorted={place() === props.sort.place ? props.sort.direction : null}
                onSort={() => props.onSort(place())}
                onRename={(name) => props.onRename(place(), name)}
                onRemove={() => props.onRemove(place())}
              />
            )}
          </For>
          <th scope="col" class={head.head}>
            <span class={head.name}>{t("compare.territory")}</span>
            <Show when={props.baseline === null}>
              <small class={head.isBaseline}>{t("compare.isBaseline")}</small>
            </Show>
          </th>
        </tr>
      </thead>
      <For each={bodies()}>
        {(body) => (
          <tbody>
            <tr class={styles.group}>
              <th scope="colgroup" colspan={props.columns.length + 2}>
                <span>{body.title}</span>
              </th>
            </tr>
            <For each={body.rows}>{(row) => <Line row={row} baseline={props.baseline} isAlone={isOneList()} />}</For>
          </tbody>
        )}
      </For>
    </table>
  );
}

function Line(props: { readonly row: CompareRow; readonly baseline: number | null; readonly isAlone: boolean }) {
  const { t, formats, language } = useLanguage();
  const words = () => rowWords(t, formats(), language(), props.row);
  const best = createMemo(() => bestOf(props.row));
  const bestAt = (place: number) => {
    const known = best();
    if (known === null || !known.places.includes(place)) return null;
    return known.isClear ? "clear" : "unclear";
  };
  const scale = createMemo(() => scaleOf(props.row, props.baseline));
  const detail = () =>
    [props.isAlone ? t(`compare.group.${props.row.group}`) : null, words().detail].filter((one) => one !== null);
  return (
    <tr>
      <th scope="row" class={styles.measure}>
        <span>{words().main}</span>
        <Show when={detail().length > 0}>
          <small>{detail().join(" · ")}</small>
        </Show>
        <Show when={props.row.signal === "none" || props.row.signal === "weak"}>
          <small class={styles.signal}>
            {t(props.row.signal === "none" ? "compare.noSignal" : "compare.weakSignal")}
          </small>
        </Show>
      </th>
      <For each={props.row.cells}>
        {(cell, place) => (
          <CompareCell
            row={props.row}
            cell={cell}
            difference={differenceAt(props.row, place(), props.baseline)}
            isBaseline={place() === props.baseline}
            best={bestAt(place())}
            scale={scale()}
          />
        )}
      </For>
      <CompareCell
        row={props.row}
        cell={props.row.territory}
        difference={null}
        isBaseline={props.baseline === null}
        best={null}
        scale={scale()}
      />
    </tr>
  );
}

/** From the lowest to the highest end of any interval in the row. */
function scaleOf(row: CompareRow, baseline: number | null) {
  const ends = [...row.cells, row.territory].flatMap((cell) =>
    cell.kind === "known" ? [cell.value, cell.range?.low ?? cell.value, cell.range?.high ?? cell.value] : [],
  );
  const base = baselineCell(row, baseline);
  return { low: Math.min(...ends), high: Math.max(...ends), baseline: base.kind === "known" ? base.value : null };
}
