import { For } from "solid-js";
import styles from "./figures.module.css";

/** A few numbers that matter, each with its name under it. */
export function Figures(props: { readonly figures: readonly { readonly name: string; readonly value: string }[] }) {
  return (
    <dl class={styles.figures} classList={{ [styles.four ?? ""]: props.figures.length % 4 === 0 }}>
      <For each={props.figures}>
        {(figure) => (
          <div>
            <dt>{figure.name}</dt>
            <dd>{figure.value}</dd>
          </div>
        )}
      </For>
    </dl>
  );
}
