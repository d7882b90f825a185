import { createSignal, Show } from "solid-js";
import { useApi } from "../../api/api-context.tsx";
import { Button } from "../../design/button.tsx";
import { Notice, ProblemNotice } from "../../design/notice.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { createAttempt } from "./create-attempt.ts";
import { PasswordField } from "./password-field.tsx";
import styles from "./people.module.css";

export function PasswordForm(props: { readonly email: string }) {
  const api = useApi();
  const { t } = useLanguage();
  const { problem, isBusy, attempt } = createAttempt();
  const [current, setCurrent] = createSignal("");
  const [next, setNext] = createSignal("");
  const [isDone, setIsDone] = createSignal(false);
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    setIsDone(false);
    void attempt(async () => {
      await api.changePassword(current(), next());
      setCurrent("");
      setNext("");
      setIsDone(true);
    });
  };
  return (
    <section class={styles.section} aria-labelledby="own-password">
      <h2 id="own-password">{t("people.me.changePassword")}</h2>
      <form class={`${styles.form} ${styles.inColumn}`} onSubmit={send}>
        {/* Password keepers look for the account beside the password. */}
        <input type="email" autocomplete="username" value={props.email} readonly hidden />
        <Show when={problem()}>{(known) => <ProblemNotice problem={known()} />}</Show>
        <PasswordField label={t("people.me.current")} value={current()} onInput={setCurrent} />
        <PasswordField label={t("people.me.next")} isNew value={next()} onInput={setNext} />
        <Button type="submit" isBusy={isBusy()}>
          {t(isBusy() ? "people.working" : "people.me.change")}
        </Button>
        <div role="status">
          <Show when={isDone()}>
            <Notice>{t("people.me.changed")}</Notice>
          </Show>
        </div>
      </form>
    </section>
  );
}
