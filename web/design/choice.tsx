import { For } from "solid-js";
import styles from "./choice.module.css";
import { Spoken } from "./spoken.tsx";

interface ChoiceProps<Value extends string> {
  readonly label: string;
  /** Where the label stands; hidden, it is for screen readers alone. */
  readonly labelPlace?: "beside" | "above" | "hidden";
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
}

/** One choice among many, with its name: the browser's own list. */
export function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const choose = (written: string) => {
    const chosen = props.options.find(({ value }) => value === written);
    if (chosen !== undefined) props.onChange(chosen.value);
  };
  return (
    <label class={`${styles.choice} ${styles[props.labelPlace ?? "beside"]}`}>
      {props.labelPlace === "hidden" ? <Spoken>{props.label}</Spoken> : <span class={styles.label}>{props.label}</span>}
      <select onChange={(event) => choose(event.currentTarget.value)}>
        <For each={props.options}>
          {({ value, label }) => (
            <option value={value} selected={value === props.value}>
              {label}
            </option>
          )}
        </For>
      </select>
    </label>
  );
}
