import { createUniqueId, Show } from "solid-js";
import styles from "./text-field.module.css";

interface TextFieldProps {
  readonly label: string;
  readonly hint?: string;
  /** What is wrong with what is written, when something is: takes the place of the hint. */
  readonly problem?: string | undefined;
  readonly type?: "text" | "email" | "password" | "date" | "time" | "datetime-local";
  /** For what leads the focus to it. */
  readonly id?: string;
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
  const field = props.id ?? createUniqueId();
  const hint = createUniqueId();
  const words = () => props.problem ?? props.hint;
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
        aria-invalid={props.problem === undefined ? undefined : true}
        aria-describedby={words() === undefined ? undefined : hint}
        value={props.value}
        onInput={(event) => props.onInput(event.currentTarget.value)}
      />
      <Show when={words()}>
        <small id={hint} class={props.problem === undefined ? undefined : styles.problem}>
          {words()}
        </small>
      </Show>
    </div>
  );
}
