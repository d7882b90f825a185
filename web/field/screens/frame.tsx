import { type JSX, type ParentProps, Show } from "solid-js";
import { Wordmark } from "../../design/wordmark.tsx";
import styles from "./frame.module.css";

interface FrameProps extends ParentProps {
  /** Beside the name: how far sending is, settings. */
  readonly head?: JSX.Element;
  /** Below, under the thumb. */
  readonly foot?: JSX.Element;
}

/** Every screen of the phone page: a head, what it is about, and what the thumb reaches. */
export function Frame(props: FrameProps) {
  return (
    <div class={styles.frame}>
      <header class={styles.head}>
        <Wordmark />
        <div class={styles.tools}>{props.head}</div>
      </header>
      <main class={styles.main}>{props.children}</main>
      <Show when={props.foot}>{props.foot}</Show>
    </div>
  );
}
