import type { ParentProps } from "solid-js";
import { Button, LinkButton } from "./button.tsx";
import styles from "./empty-note.module.css";

interface EmptyNoteProps extends ParentProps {
  /** The one thing to do about it. */
  readonly action: string;
  /** A place to go, or else something to do here. */
  readonly href?: string;
  readonly onAction?: () => void;
}

/** In the place of an empty list: what the list is for, and one way to fill it. */
export function EmptyNote(props: EmptyNoteProps) {
  return (
    <div class={styles.note}>
      {props.children}
      {props.href === undefined ? (
        <Button size="small" look="primary" onClick={() => props.onAction?.()}>
          {props.action}
        </Button>
      ) : (
        <LinkButton size="small" look="primary" href={props.href}>
          {props.action}
        </LinkButton>
      )}
    </div>
  );
}
