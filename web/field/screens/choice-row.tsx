import { createUniqueId, For } from "solid-js";
import styles from "./forms.module.css";

interface ChoiceRowProps<Value extends string> {
  readonly label: string;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

/** One of a few, each as large as a finger. */
export function ChoiceRow<Value extends string>(props: ChoiceRowProps<Value>) {
  const name = createUniqueId();
  return (
    <fieldset class={styles.part}>
      <legend class={styles.heading}>{props.label}</legend>
      <div class={styles.choices}>
        <For each={props.options}>
          {(option) => (
            <label>
              <input
                type="radio"
                name={name}
                value={option.value}
                checked={props.value === option.value}
                onChange={() => props.onChange(option.value)}
              />
              <span>{option.label}</span>
            </label>
          )}
        </For>
      </div>
    </fieldset>
  );
}
