import { Choice } from "../../design/choice.tsx";
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
  return (
    <div class={styles.choices}>
      <Choice
        label={t("compare.baseline")}
        labelPlace="above"
        value={props.comparison.baseline === null ? TERRITORY : String(props.comparison.baseline)}
        options={[
          { value: TERRITORY, label: t("compare.territory") },
          ...props.names.map((label, place) => ({ value: String(place), label })),
        ]}
        onChange={(value) => props.onChange({ baseline: value === TERRITORY ? null : Number(value) })}
      />
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
