import type { ParentProps } from "solid-js";
import styles from "./spoken.module.css";

/** Words for screen readers only. */
export function Spoken(props: ParentProps) {
  return <span class={styles.spoken}>{props.children}</span>;
}

/** Says its words aloud whenever they change. */
export function Announcement(props: { readonly words: string }) {
  return (
    <div class={styles.spoken} aria-live="polite" role="status">
      {props.words}
    </div>
  );
}
