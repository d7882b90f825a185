import { useNavigate } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import { useApi } from "../../api/api-context.tsx";
import { Button } from "../../design/button.tsx";
import { ProblemNotice } from "../../design/notice.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { useSession } from "../../people/session-context.tsx";
import { createAttempt } from "./create-attempt.ts";
import { PasswordField } from "./password-field.tsx";
import styles from "./people.module.css";

export function CloseOwnAccount() {
  const api = useApi();
  const { t } = useLanguage();
  const { refresh } = useSession();
  const navigate = useNavigate();
  const { problem, isBusy, attempt } = createAttempt();
  const [isAsked, setIsAsked] = createSignal(false);
  const [password, setPassword] = createSignal("");
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    void attempt(async () => {
      await api.closeOwnAccount(password());
      await refresh();
      navigate("/connexion");
    });
  };
  return (
    <section class={styles.section} aria-labelledby="own-close">
      <h2 id="own-close">{t("people.me.close")}</h2>
      <p class={styles.soft}>{t("people.me.closeText")}</p>
      <Show
        when={isAsked()}
        fallback={
          <Button look="danger" onClick={() => setIsAsked(true)}>
            {t("people.me.close")}…
          </Button>
        }
      >
        <form class={`${styles.form} ${styles.inColumn}`} onSubmit={send}>
          <Show when={problem()}>{(known) => <ProblemNotice problem={known()} />}</Show>
          <PasswordField label={t("people.me.current")} value={password()} onInput={setPassword} />
          <div class={styles.buttons}>
            <Button type="submit" look="danger" isBusy={isBusy()}>
              {t("people.me.close")}
            </Button>
            <Button onClick={() => setIsAsked(false)}>{t("app.cancel")}</Button>
          </div>
        </form>
      </Show>
    </section>
  );
}
