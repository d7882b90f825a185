import { onMount, type ParentProps } from "solid-js";
import styles from "./disclosure.module.css";

interface DisclosureProps extends ParentProps {
  readonly title: string;
  readonly isOpen?: boolean;
  /** Open or not, it appears without taking the focus. */
  readonly isQuiet?: boolean;
  readonly onToggle?: (isOpen: boolean) => void;
}

/** A section that shows its heading until it is asked for. One that is open when it appears is what the reader comes back to. */
export function Disclosure(props: DisclosureProps) {
  let summary: HTMLElement | undefined;
  onMount(() => {
    if (!props.isOpen || props.isQuiet) return;
    summary?.focus({ preventScroll: true });
    summary?.scrollIntoView({ block: "start" });
  });
  return (
    <details
      class={styles.disclosure}
      open={props.isOpen ?? false}
      onToggle={(event) => props.onToggle?.(event.currentTarget.open)}
    >
      <summary ref={summary}>
        <h3>{props.title}</h3>
      </summary>
      <div class={styles.body}>{props.children}</div>
    </details>
  );
}
