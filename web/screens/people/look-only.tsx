import { type ParentProps, Show } from "solid-js";
import { Notice } from "../../design/notice.tsx";
import styles from "./people.module.css";

interface LookOnlyProps extends ParentProps {
  /** Whether whoever looks may also change it. */
  readonly isAllowed: boolean;
  /** Why not. */
  readonly reason: string;
}

/** What somebody may look at without changing it: its controls are there, still, under a sentence that says why. */
export function LookOnly(props: LookOnlyProps) {
  return (
    <Show
      when={props.isAllowed}
      fallback={
        <>
          <div class={styles.reason}>
            <Notice>{props.reason}</Notice>
          </div>
          <fieldset class={styles.lookOnly} disabled>
            {props.children}
          </fieldset>
        </>
      }
    >
      {props.children}
    </Show>
  );
}
