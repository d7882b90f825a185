import { A } from "@solidjs/router";
import { type ParentProps, Show } from "solid-js";
import { useLanguage } from "../../i18n/language.tsx";
import { useSession } from "../../people/session-context.tsx";
import styles from "./people.module.css";
import { PeoplePage } from "./people-page.tsx";

/** A page for the director; who comes by a link without being one is told why it does not open. */
export function DirectorOnly(props: ParentProps) {
  const { t } = useLanguage();
  const { me, allowed } = useSession();
  return (
    <Show
      when={allowed().directs}
      fallback={
        <PeoplePage title={t("people.refused.title")}>
          <h1 class={styles.title}>{t("people.refused.title")}</h1>
          <Show when={me()?.account}>
            {(account) => <p>{t("people.refused.text", t(`people.roles.${account().role}`))}</p>}
          </Show>
          <p>
            <A href="/">{t("home.toHome")}</A>
          </p>
        </PeoplePage>
      }
    >
      {props.children}
    </Show>
  );
}
