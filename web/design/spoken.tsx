import { createEffect, createMemo, createSignal, on, onCleanup, type ParentProps } from "solid-js";
import styles from "./spoken.module.css";

/** Words for screen readers only. */
export function Spoken(props: ParentProps) {
  return <span class={styles.spoken}>{props.children}</span>;
}

/** For how long words stay the same before they are said: typing and dragging are told once, at their end. */
const SETTLED_MILLISECONDS = 400;

/**
 * Says its words aloud when they have changed. Those it begins with are no change, unless it appears with them because
 * something has just begun.
 */
export function Announcement(props: { readonly words: string; readonly isNews?: boolean }) {
  const [said, setSaid] = createSignal("");
  const words = createMemo(() => props.words);
  createEffect(
    on(
      words,
      (now) => {
        // Emptied first: what was said is not on the page any longer, and readers tell a place that fills.
        setSaid("");
        const timer = setTimeout(() => setSaid(now), SETTLED_MILLISECONDS);
        onCleanup(() => clearTimeout(timer));
      },
      { defer: props.isNews !== true },
    ),
  );
  return (
    // Kobalte leaves what is so marked within hearing while a dialog hides everything else, and for a moment after it.
    <div class={styles.spoken} aria-live="polite" role="status" data-live-announcer="true">
      {said()}
    </div>
  );
}
