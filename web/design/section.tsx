import { createUniqueId, type ParentProps } from "solid-js";
import styles from "./section.module.css";

export function Section(props: ParentProps<{ readonly title: string }>) {
  const id = createUniqueId();
  return (
    <section class={styles["section"]} aria-labelledby={id}>
      <h3 id={id}>{props.title}</h3>
      {props.children}
    </section>
  );
}
