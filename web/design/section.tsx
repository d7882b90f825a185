import { createUniqueId, type ParentProps } from "solid-js";
import { Dynamic } from "solid-js/web";
import styles from "./section.module.css";

interface SectionProps extends ParentProps {
  readonly title: string;
  /** Of its heading: 3 inside a panel, 2 on a page of its own. */
  readonly level?: 2 | 3;
}

export function Section(props: SectionProps) {
  const id = createUniqueId();
  return (
    <section class={styles.section} aria-labelledby={id}>
      <Dynamic component={props.level === 2 ? "h2" : "h3"} id={id} class={styles.title}>
        {props.title}
      </Dynamic>
      {props.children}
    </section>
  );
}
