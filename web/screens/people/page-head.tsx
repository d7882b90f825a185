import { A } from "@solidjs/router";
import { DisplaySettings } from "../../design/display-settings.tsx";
import { Wordmark } from "../../design/wordmark.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { AccountMenu } from "./account-menu.tsx";
import styles from "./page-head.module.css";

/** The head of a page without a map: the way home, who is signed in, and the settings. */
export function PageHead() {
  const { t } = useLanguage();
  return (
    <header class={styles.head}>
      <A href="/" class={styles.home} aria-label={`${t("app.name")}, ${t("home.title")}`}>
        <Wordmark />
      </A>
      <AccountMenu />
      <DisplaySettings />
    </header>
  );
}
