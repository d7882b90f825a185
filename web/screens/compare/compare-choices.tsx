import { For } from "solid-js";
import { Segmented } from "../../design/segmented.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { ROW_ORDERS, type RowOrder } from "../../workspace/compare-differences.ts";
import type { Comparison } from "../../workspace/compare-subjects.ts";
import styles from "./compare-sheet.module.css";

interface CompareChoicesProps {
  readonly names: readonly string[];
  readonly comparison: Comparison;
  readonly onChange: (part: Pick<Comparison, "baseline">) => void;
  readonly order: RowOrder;
  readonly onOrder: (order: RowOrder) => void;
}

const TERRITORY = "territory";

/** What the neighbourhoods are held against, and in which order the measures come. */
export function CompareChoices(props: CompareChoicesProps) {
  const { t } = useLanguage();
  const choose = (value: string) => props.onChange({ baseline: value === TERRITORY ? null : Number(value) });
  const isChosen = (place: number | null) => props.comparison.baseline === place;
  return (
    <div class={styles.choices}>
      <label class={styles.choice}>
        <span>{t("compare.baseline")}</span>
        <select onChange={(event) => choose(event.currentTarget.value)}>
          <option value={TERRITORY} selected={isChosen(null)}>
            {t("compare.territory")}
          </option>
          <For each={props.names}>
            {(name, place) => (
              <option value={place()} selected={isChosen(place())}>
                {name}
              </option>
            )}
          </For>
        </select>
      </label>
      <Segmented
        label={t("compare.order")}
        size="small"
        value={props.order}
        options={ROW_ORDERS.map((value) => ({ value, label: t(`compare.orders.${value}`) }))}
        onChange={props.onOrder}
      />
    </div>
  );
}
