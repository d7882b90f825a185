import { Match, Show, Switch } from "solid-js";
import { CompareChart } from "../../charts/compare-chart.tsx";
import { Icon } from "../../design/icon.tsx";
import { differenceText, rangeText, unitText } from "../../i18n/compare-words.ts";
import { useLanguage } from "../../i18n/language.tsx";
import type { Cell, CompareRow } from "../../workspace/compare-rows.ts";
import styles from "./compare-cell.module.css";

/** Below this, a value speaks for a part only and says so. */
const WHOLE = 0.995;

interface CompareCellProps {
  readonly row: CompareRow;
  readonly cell: Cell;
  /** Null where there is none to tell; the baseline says that it is one. */
  readonly difference: number | null;
  readonly isBaseline: boolean;
  readonly best: "clear" | "unclear" | null;
  readonly scale: { readonly low: number; readonly high: number; readonly baseline: number | null };
}

/** One neighbourhood's value of one measure: figure, difference, interval, and what is to be known about it. */
export function CompareCell(props: CompareCellProps) {
  const { t, formats } = useLanguage();
  const text = (value: number) => unitText(t, formats(), props.row.unit, value);
  const known = () => (props.cell.kind === "known" ? props.cell : null);
  const missing = () => (props.cell.kind === "missing" ? props.cell : null);
  return (
    <td class={styles.cell} classList={{ [styles.isBest ?? ""]: props.best === "clear" }}>
      <Show when={missing()}>
        {(one) => <span class={styles.missing}>{t(`compare.missing.${one().reason}`)}</span>}
      </Show>
      <Show when={known()}>
        {(one) => (
          <div class={styles.content}>
            {/* First, so that on paper the words flow beside it; the screen puts it under the figures. */}
            <Show when={!props.row.isTotal}>
              <CompareChart
                value={one().value}
                range={one().range}
                low={props.scale.low}
                high={props.scale.high}
                baseline={props.isBaseline ? null : props.scale.baseline}
              />
            </Show>
            <span class={styles.figure}>
              <strong>{text(one().value)}</strong>
              <Show when={props.difference}>
                {(difference) => <small>{differenceText(t, formats(), props.row.unit, difference())}</small>}
              </Show>
              <Show when={props.difference === 0}>
                <small>{t("compare.same")}</small>
              </Show>
            </span>
            <Show when={one().range}>
              {(range) => <span class={styles.range}>{rangeText(t, formats(), props.row.unit, range())}</span>}
            </Show>
            <Switch>
              <Match when={props.best === "clear"}>
                <span class={styles.best}>
                  <Icon name="check" />
                  {t("compare.best")}
                </span>
              </Match>
              <Match when={props.best === "unclear"}>
                <span class={styles.unclear}>{t("compare.bestUnclear")}</span>
              </Match>
            </Switch>
            <Show when={one().knownShare < WHOLE}>
              <span class={styles.partly}>{t("compare.partly", formats().share(one().knownShare, 0))}</span>
            </Show>
          </div>
        )}
      </Show>
    </td>
  );
}
