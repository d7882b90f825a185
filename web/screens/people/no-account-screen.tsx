import { useLanguage } from "../../i18n/language.tsx";
import styles from "./people.module.css";
import { PeoplePage } from "./people-page.tsx";

/** For who comes from another machine before the campaign has an account. */
export function NoAccountScreen() {
  const { t } = useLanguage();
  return (
    <PeoplePage title={t("people.noAccount.title")} isNarrow>
      <h1 class={styles.title}>{t("people.noAccount.title")}</h1>
      <p>{t("people.noAccount.text")}</p>
      <p class={styles.soft}>{t("people.noAccount.command")}</p>
      <pre class={styles.code}>npm run arpent -- people link</pre>
    </PeoplePage>
  );
}
