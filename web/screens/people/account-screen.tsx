import { Show } from "solid-js";
import { useLanguage } from "../../i18n/language.tsx";
import { useSession } from "../../people/session-context.tsx";
import { Guided } from "../guide/screen-guide.tsx";
import { CloseOwnAccount } from "./close-own-account.tsx";
import { PasswordForm } from "./password-form.tsx";
import styles from "./people.module.css";
import { PeoplePage } from "./people-page.tsx";
import { SecondFactor } from "./second-factor.tsx";
import { SignedInPlaces } from "./signed-in-places.tsx";

/** One's own account: where it is signed in, password, second step, and the way out. */
export function AccountScreen() {
  const { t } = useLanguage();
  const { me } = useSession();
  return (
    <PeoplePage title={t("people.me.title")}>
      <Guided screen="account">
        <h1 class={styles.title}>{t("people.me.title")}</h1>
      </Guided>
      <Show when={me()?.account} fallback={<p>{t("people.me.none")}</p>}>
        {(account) => (
          <>
            <div class={styles.who}>
              <strong>{account().name}</strong>
              <span class={styles.soft}>{account().email}</span>
              <span class={styles.soft}>{t("people.me.role", t(`people.roles.${account().role}`))}</span>
            </div>
            <SignedInPlaces />
            <PasswordForm email={account().email} />
            <SecondFactor isOn={account().hasSecondFactor} />
            <CloseOwnAccount />
          </>
        )}
      </Show>
    </PeoplePage>
  );
}
