import { For } from "solid-js";
import { TableScroll } from "../design/table-scroll.tsx";
import styles from "./chart-numbers.module.css";

interface ChartNumbersProps {
  readonly title: string;
  readonly columns: readonly string[];
  /** As they are shown; the first cell names the row. */
  readonly rows: readonly (readonly string[])[];
}

/** The figures that a chart draws, folded away until somebody asks for them. */
export function ChartNumbers(props: ChartNumbersProps) {
  return (
    <details class={styles.numbers}>
      <summary>{props.title}</summary>
      <TableScroll label={props.title}>
        <table>
          <thead>
            <tr>
              <For each={props.columns}>{(column) => <th scope="col">{column}</th>}</For>
            </tr>
          </thead>
          <tbody>
            <For each={props.rows}>
              {([name, ...cells]) => (
                <tr>
                  <th scope="row">{name}</th>
                  <For each={cells}>{(cell) => <td>{cell}</td>}</For>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </TableScroll>
    </details>
  );
}
