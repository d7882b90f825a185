import { type ParentProps, Show } from "solid-js";
import { Button } from "../../design/button.tsx";
import styles from "./alert.module.css";

/** A sentence to be heard at once, with at most one thing to do about it. */
export function Alert(
  props: ParentProps<{ readonly action?: string; readonly onAction?: () => void; readonly isCalm?: boolean }>,
) {
  return (
    <div
      class={styles.alert}
      classList={{ [styles.calm ?? ""]: props.isCalm }}
      role={props.isCalm ? "status" : "alert"}
    >
      <div class={styles.words}>{props.children}</div>
      <Show when={props.action}>
        <Button class={styles.action} onClick={() => props.onAction?.()}>
          {props.action}
        </Button>
      </Show>
    </div>
  );
}
