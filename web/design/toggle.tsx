import { Show } from "solid-js";
import styles from "./toggle.module.css";

interface ToggleProps {
  readonly label: string;
  readonly hint?: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

/** A box to tick, with what it means under its name. */
export function Toggle(props: ToggleProps) {
  return (
    <label class={styles.toggle}>
      <input type="checkbox" checked={props.isOn} onChange={(event) => props.onChange(event.currentTarget.checked)} />
      <span>
        {props.label}
        <Show when={props.hint}>{(hint) => <small>{hint()}</small>}</Show>
      </span>
    </label>
  );
}
