import { Show } from "solid-js";
import { Icon } from "../../design/icon.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import styles from "./compare-table.module.css";

export interface ComparedColumn {
  readonly name: string;
  /** Of several stations: they can be given a name. */
  readonly isNamed: boolean;
  /** Empty when nobody has given one. */
  readonly givenName: string;
  readonly stations: number;
}

interface CompareColumnHeadProps {
  readonly column: ComparedColumn;
  readonly isBaseline: boolean;
  readonly onRename: (name: string) => void;
  readonly onRemove: () => void;
}

const LONGEST_NAME = 40;

/** A neighbourhood's name, which an organizer may write, and the way to take it out. */
export function CompareColumnHead(props: CompareColumnHeadProps) {
  const { t, formats } = useLanguage();
  return (
    <th scope="col" class={styles.head}>
      <Show when={props.column.isNamed} fallback={<span class={styles.name}>{props.column.name}</span>}>
        <span class={styles.printedName}>{props.column.name}</span>
        <input
          class={styles.rename}
          aria-label={t("compare.nameOf", props.column.name)}
          placeholder={props.column.name}
          maxLength={LONGEST_NAME}
          value={props.column.givenName}
          onChange={(event) => props.onRename(event.currentTarget.value.trim())}
        />
      </Show>
      <small>{t("compare.stations", props.column.stations, formats().integer(props.column.stations))}</small>
      <Show when={props.isBaseline}>
        <small class={styles.isBaseline}>{t("compare.isBaseline")}</small>
      </Show>
      <button
        type="button"
        class={styles.remove}
        aria-label={t("compare.take", props.column.name)}
        title={t("compare.take", props.column.name)}
        onClick={() => props.onRemove()}
      >
        <Icon name="close" />
      </button>
    </th>
  );
}
