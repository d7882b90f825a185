import { useNavigate } from "@solidjs/router";
import { createEffect, createSignal, Show } from "solid-js";
import { useApi } from "../../api/api-context.tsx";
import { Button } from "../../design/button.tsx";
import { ProblemNotice } from "../../design/notice.tsx";
import { TextField } from "../../design/text-field.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { returnAddress } from "../../people/return-address.ts";
import { useSession } from "../../people/session-context.tsx";
import { Guided } from "../guide/screen-guide.tsx";
import { createAttempt } from "./create-attempt.ts";
import { PasswordField } from "./password-field.tsx";
import styles from "./people.module.css";
import { PeoplePage } from "./people-page.tsx";

export function SignInScreen() {
  const api = useApi();
  const { t } = useLanguage();
  const { me, refresh } = useSession();
  const navigate = useNavigate();
  const { problem, setProblem, isBusy, attempt } = createAttempt();
  const [email, setEmail] = createSignal("");
  const [password, setPassword] = createSignal("");
  const [code, setCode] = createSignal("");
  const [asksForCode, setAsksForCode] = createSignal(false);
  const title = () => {
    const name = me()?.campaign.name ?? "";
    return name === "" ? t("people.signIn") : t("people.signInTo", name);
  };
  // Somebody who is in already, or where nobody needs to be, has nothing to do here.
  createEffect(() => {
    const state = me()?.state;
    if (state === "signed-in" || state === "open") navigate(returnAddress(window.location.search), { replace: true });
  });
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    void attempt(async () => {
      await api.signIn({ email: email(), password: password(), ...(asksForCode() ? { code: code() } : {}) });
      await refresh();
    }).then(() => {
      if (problem()?.code !== "second-factor") return;
      setProblem(null);
      setAsksForCode(true);
    });
  };
  const startAgain = () => {
    setAsksForCode(false);
    setPassword("");
    setCode("");
    setProblem(null);
  };
  return (
    <PeoplePage title={title()} isNarrow>
      <Guided screen="signIn">
        <h1 class={styles.title}>{asksForCode() ? t("people.codeTitle") : title()}</h1>
      </Guided>
      <Show when={!asksForCode()}>
        <p class={styles.intro}>{t("people.signInIntro")}</p>
      </Show>
      <form class={`${styles.form} ${styles.boxed}`} onSubmit={send}>
        <Show when={problem()}>{(known) => <ProblemNotice problem={known()} />}</Show>
        <Show
          when={asksForCode()}
          fallback={
            <>
              <TextField
                label={t("people.email")}
                type="email"
                autocomplete="username"
                isFirst
                value={email()}
                onInput={setEmail}
              />
              <PasswordField label={t("people.password")} value={password()} onInput={setPassword} />
            </>
          }
        >
          <TextField
            label={t("people.code")}
            hint={t("people.codeHint")}
            autocomplete="one-time-code"
            maxlength={40}
            isFirst
            value={code()}
            onInput={setCode}
          />
        </Show>
        <div class={styles.buttons}>
          <Button type="submit" look="primary" isBusy={isBusy()}>
            {t(isBusy() ? "people.working" : "people.submit")}
          </Button>
          <Show when={asksForCode()}>
            <Button look="quiet" onClick={startAgain}>
              {t("people.otherAccount")}
            </Button>
          </Show>
        </div>
      </form>
      <p class={styles.soft}>{t("people.forgotten")}</p>
    </PeoplePage>
  );
}
