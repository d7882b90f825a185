import { Show } from "solid-js";
import { Choice } from "../../design/choice.tsx";
import { Segmented } from "../../design/segmented.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { NO_SORT, ROW_ORDERS, type RowSort, SORT_DIRECTIONS } from "../../workspace/compare-differences.ts";
import styles from "./compare-sheet.module.css";

interface CompareChoicesProps {
  readonly names: readonly string[];
  readonly baseline: number | null;
  readonly onBaseline: (place: number | null) => void;
  readonly sort: RowSort;
  readonly onSort: (sort: RowSort) => void;
  /** The heads of the columns have no room for what sorts by them. */
  readonly isNarrow: boolean;
}

const TERRITORY = "territory";
const UNSORTED = "none";

/** What the neighbourhoods are held against, and in which order the measures come. */
export function CompareChoices(props: CompareChoicesProps) {
  const { t } = useLanguage();
  const sortOptions = () => [
    { value: UNSORTED, label: t("compare.sortNone") },
    ...props.names.flatMap((name, place) =>
      place === props.baseline
        ? []
        : SORT_DIRECTIONS.map((direction) => ({
            value: sortCode({ place, direction }),
            label: t(`compare.sortOption.${direction}`, name),
          })),
    ),
  ];
  return (
    <div class={styles.choices}>
      <Choice
        label={t("compare.baseline")}
        labelPlace="above"
        value={props.baseline === null ? TERRITORY : String(props.baseline)}
        options={[
          { value: TERRITORY, label: t("compare.territory") },
          ...props.names.map((label, place) => ({ value: String(place), label })),
        ]}
        onChange={(value) => props.onBaseline(value === TERRITORY ? null : Number(value))}
      />
      <Segmented
        label={t("compare.order")}
        size="small"
        value={props.sort.order}
        options={ROW_ORDERS.map((value) => ({ value, label: t(`compare.orders.${value}`) }))}
        onChange={(order) => props.onSort({ ...props.sort, order })}
      />
      <Show when={props.isNarrow}>
        <Choice
          label={t("compare.sort")}
          labelPlace="above"
          value={sortCode(props.sort)}
          options={sortOptions()}
          onChange={(code) => props.onSort(readSort(code, props.sort))}
        />
      </Show>
    </div>
  );
}

function sortCode({ place, direction }: Pick<RowSort, "place" | "direction">): string {
  return place === null ? UNSORTED : `${place} ${direction}`;
}

function readSort(code: string, { order }: RowSort): RowSort {
  const [place, word] = code.split(" ");
  const direction = SORT_DIRECTIONS.find((one) => one === word);
  return direction === undefined ? { ...NO_SORT, order } : { order, place: Number(place), direction };
}
