import { createUniqueId, For, Show } from "solid-js";
import styles from "./segmented.module.css";

interface SegmentedOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly hint?: string;
  /** What cannot be chosen here: say why beside it. */
  readonly isDisabled?: boolean;
}

interface SegmentedProps<Value extends string> {
  readonly label: string;
  /** Spoken but not shown when the surroundings already say it. */
  readonly isLabelHidden?: boolean;
  /** Null while nothing is chosen. */
  readonly value: Value | null;
  readonly options: readonly SegmentedOption<Value>[];
  readonly onChange: (value: Value) => void;
  readonly size?: "small";
  /** In a narrow place: options in two columns instead of one line. */
  readonly isTwoColumns?: boolean;
}

/** One choice among a few, all of them visible. Radio buttons underneath: arrows move, the name is spoken. */
export function Segmented<Value extends string>(props: SegmentedProps<Value>) {
  const group = createUniqueId();
  return (
    <fieldset class={styles.group} classList={{ [styles.small ?? ""]: props.size === "small" }}>
      <legend class={props.isLabelHidden ? styles.hidden : styles.legend}>{props.label}</legend>
      <div class={styles.track} classList={{ [styles.twoColumns ?? ""]: props.isTwoColumns ?? false }}>
        <For each={props.options}>
          {(option) => (
            <label class={styles.option}>
              <input
                type="radio"
                name={group}
                value={option.value}
                disabled={option.isDisabled ?? false}
                checked={props.value === option.value}
                onChange={() => props.onChange(option.value)}
              />
              <span>
                {option.label}
                <Show when={option.hint}>
                  <small>{option.hint}</small>
                </Show>
              </span>
            </label>
          )}
        </For>
      </div>
    </fieldset>
  );
}
