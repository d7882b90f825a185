import styles from "./wordmark.module.css";

/** The sign is a pair of surveyor's dividers, the measure paced between its legs. */
export function Wordmark() {
  return (
    <span class={styles.wordmark}>
      <svg class={styles.sign} viewBox="0 0 32 32" aria-hidden="true">
        <rect width="32" height="32" rx="8" class={styles.field} />
        <path d="M8 25 16 7l8 18" class={styles.legs} />
        <path d="M11.6 18.5h8.8" class={styles.pace} />
      </svg>
      <span class={styles.name}>Arpent</span>
    </span>
  );
}
