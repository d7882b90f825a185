import { A } from "@solidjs/router";
import { Wordmark } from "../../design/wordmark.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import styles from "./home-screen.module.css";

export function NotFoundScreen() {
  const { t } = useLanguage();
  return (
    <div class={styles.page}>
      <header class={styles.head}>
        <Wordmark />
      </header>
      <main class={styles.main}>
        <h1 class={styles.title}>{t("home.notFoundTitle")}</h1>
        <p>{t("home.notFoundText")}</p>
        <p>
          <A href="/">{t("home.toHome")}</A>
        </p>
      </main>
    </div>
  );
}
