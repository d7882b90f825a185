import { createUniqueId, type ParentProps } from "solid-js";
import { Dynamic } from "solid-js/web";
import styles from "./section.module.css";

interface SectionProps extends ParentProps {
  readonly title: string;
  /** Of its heading: 3 inside a panel, 2 on a page of its own. */
  readonly level?: 2 | 3;
  /** Of its heading, when the focus is to be moved there. */
  readonly headingId?: string;
}

export function Section(props: SectionProps) {
  const ownId = createUniqueId();
  const id = () => props.headingId ?? ownId;
  return (
    <section class={styles.section} aria-labelledby={id()}>
      <Dynamic
        component={props.level === 2 ? "h2" : "h3"}
        id={id()}
        tabindex={props.headingId === undefined ? undefined : "-1"}
        class={styles.title}
      >
        {props.title}
      </Dynamic>
      {props.children}
    </section>
  );
}
