import { For } from "solid-js";
import { useLanguage } from "../../i18n/language.tsx";
import styles from "./sample-table.module.css";

/** The first rows of a file, as they are written in it. */
export function SampleTable(props: {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}) {
  const { t } = useLanguage();
  return (
    <section class={styles.frame} tabindex="0" aria-label={t("imports.sample")}>
      <table class={styles.table}>
        <thead>
          <tr>
            <For each={props.columns}>{(column) => <th scope="col">{column}</th>}</For>
          </tr>
        </thead>
        <tbody>
          <For each={props.rows}>
            {(row) => (
              <tr>
                <For each={row}>{(value) => <td>{value}</td>}</For>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </section>
  );
}
