import { For, Show } from "solid-js";
import { Icon } from "../../design/icon.tsx";
import { Spoken } from "../../design/spoken.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import type { SortDirection } from "../../workspace/compare-differences.ts";
import styles from "./compare-column-head.module.css";
import type { ComparedColumn } from "./compared-column.ts";

interface CompareColumnHeadProps {
  readonly column: ComparedColumn;
  readonly isBaseline: boolean;
  /** How the rows are sorted by this column; null when they are not. */
  readonly sorted: SortDirection | null;
  readonly onSort: () => void;
  readonly onRename: (name: string) => void;
  readonly onRemove: () => void;
}

const LONGEST_NAME = 40;

/** A subject's name, which an organizer may write where it has none, what it is, and what can be done with its column. */
export function CompareColumnHead(props: CompareColumnHeadProps) {
  const { t } = useLanguage();
  return (
    <th scope="col" class={styles.head} aria-sort={props.sorted ?? undefined}>
      <Show when={props.column.isNamed} fallback={<HeadName name={props.column.name} />}>
        <span class={styles.printedName}>{props.column.name}</span>
        {/* Of several lines: of a name that is cut nobody knows which column it is. */}
        <textarea
          class={styles.rename}
          aria-label={t("compare.nameOf", props.column.name)}
          placeholder={props.column.name}
          rows="2"
          maxLength={LONGEST_NAME}
          value={props.column.givenName}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || event.isComposing) return;
            event.preventDefault();
            event.currentTarget.blur();
          }}
          onChange={(event) => props.onRename(event.currentTarget.value.replace(/\s+/g, " ").trim())}
        />
      </Show>
      <For each={props.column.details}>
        {(detail) => (
          <small class={styles.detail} title={detail}>
            {detail}
          </small>
        )}
      </For>
      <Show when={props.column.isEstimated}>
        <small class={styles.estimated}>{t("compare.estimated")}</small>
      </Show>
      {/* What the others are held against differs from nothing. */}
      <Show when={props.isBaseline} fallback={<SortButton {...props} />}>
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

/** A long name is cut on the screen, where the head stays in sight over the rows, and whole when it is pointed at or printed. */
function HeadName(props: { readonly name: string }) {
  return (
    <span class={styles.name} title={props.name}>
      <span>{props.name}</span>
    </span>
  );
}

const ARROWS: Readonly<Record<SortDirection, string>> = { descending: "▼", ascending: "▲" };

function SortButton(props: Pick<CompareColumnHeadProps, "column" | "sorted" | "onSort">) {
  const { t } = useLanguage();
  return (
    <button type="button" class={styles.sort} aria-pressed={props.sorted !== null} onClick={() => props.onSort()}>
      <span aria-hidden="true">{props.sorted === null ? "⇅" : ARROWS[props.sorted]}</span>{" "}
      {t(`compare.sortedBy.${props.sorted ?? "none"}`)}
      <Spoken> {t("compare.sortedOf", props.column.name)}</Spoken>
    </button>
  );
}
