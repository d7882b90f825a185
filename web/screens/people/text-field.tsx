import { createUniqueId, Show } from "solid-js";
import styles from "./people.module.css";

interface TextFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly type?: "text" | "email" | "password";
  /** What browsers and password keepers fill in. */
  readonly autocomplete?: string;
  readonly inputmode?: "numeric" | "text";
  readonly maxlength?: number;
  readonly value: string;
  readonly onInput: (value: string) => void;
  /** Has the focus when it appears. */
  readonly isFirst?: boolean;
  readonly isOptional?: boolean;
}

/** One line to write in, with its name above and a hint below. */
export function TextField(props: TextFieldProps) {
  const field = createUniqueId();
  const hint = createUniqueId();
  return (
    <div class={styles.field}>
      <label for={field}>{props.label}</label>
      <input
        id={field}
        type={props.type ?? "text"}
        autocomplete={props.autocomplete ?? "off"}
        inputmode={props.inputmode}
        maxlength={props.maxlength}
        required={!props.isOptional}
        autofocus={props.isFirst}
        ref={(input) => {
          if (props.isFirst) queueMicrotask(() => input.focus());
        }}
        aria-describedby={props.hint === undefined ? undefined : hint}
        value={props.value}
        onInput={(event) => props.onInput(event.currentTarget.value)}
      />
      <Show when={props.hint}>
        <small id={hint}>{props.hint}</small>
      </Show>
    </div>
  );
}
