import { createEffect, type ParentProps, Show } from "solid-js";
import { DisplaySettings } from "../../design/display-settings.tsx";
import { Wordmark } from "../../design/wordmark.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { PageHead } from "./page-head.tsx";
import styles from "./people.module.css";

interface PeoplePageProps extends ParentProps {
  readonly title: string;
  /** A form in the middle, for who is not signed in yet. */
  readonly isNarrow?: boolean;
}

/** The frame of every page of accounts. */
export function PeoplePage(props: PeoplePageProps) {
  const { t } = useLanguage();
  createEffect(() => {
    document.title = `${props.title} · ${t("app.name")}`;
  });
  return (
    <div class={styles.page}>
      <Show when={props.isNarrow} fallback={<PageHead />}>
        <header class={styles.head}>
          <Wordmark />
          <DisplaySettings />
        </header>
      </Show>
      <main class={`${styles.main} ${props.isNarrow ? styles.narrow : ""}`}>{props.children}</main>
    </div>
  );
}
