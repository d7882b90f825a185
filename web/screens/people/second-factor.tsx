import { createSignal, For, Match, Show, Switch } from "solid-js";
import type { SecondFactorOffer } from "../../../server/contract/people.ts";
import { useApi } from "../../api/api-context.tsx";
import { Button } from "../../design/button.tsx";
import { ProblemNotice } from "../../design/notice.tsx";
import { Announcement } from "../../design/spoken.tsx";
import { TextField } from "../../design/text-field.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { useSession } from "../../people/session-context.tsx";
import { createAttempt } from "./create-attempt.ts";
import { PasswordField } from "./password-field.tsx";
import styles from "./people.module.css";

type Step =
  | { readonly kind: "rest"; readonly isDropped?: boolean }
  | { readonly kind: "password" }
  | { readonly kind: "offer"; readonly offer: SecondFactorOffer }
  | { readonly kind: "recovery"; readonly codes: readonly string[] };

/** The second step of signing in: set up with a QR code and a first code, or removed; each with the password. */
export function SecondFactor(props: { readonly isOn: boolean }) {
  const api = useApi();
  const { t } = useLanguage();
  const { refresh } = useSession();
  const { problem, setProblem, isBusy, attempt } = createAttempt();
  const [step, setStep] = createSignal<Step>({ kind: "rest" });
  const [password, setPassword] = createSignal("");
  const [code, setCode] = createSignal("");
  const go = (next: Step) => {
    setProblem(null);
    setPassword("");
    setCode("");
    setStep(next);
  };
  const submit = (send: () => Promise<void>) => (event: SubmitEvent) => {
    event.preventDefault();
    void attempt(send);
  };
  const givePassword = submit(async () => {
    if (!props.isOn) return go({ kind: "offer", offer: await api.offerSecondFactor(password()) });
    await api.dropSecondFactor(password());
    await refresh();
    go({ kind: "rest", isDropped: true });
  });
  const giveCode = submit(async () => {
    const codes = await api.confirmSecondFactor(code());
    go({ kind: "recovery", codes });
    await refresh();
  });
  const offered = () => {
    const current = step();
    return current.kind === "offer" ? current.offer : null;
  };
  const codes = () => {
    const current = step();
    return current.kind === "recovery" ? current.codes : null;
  };

  /** What a step asks is read aloud when it comes; its fields and codes are read where they are. */
  const said = () => {
    const now = step();
    const { kind } = now;
    if (now.kind === "rest") return now.isDropped ? t("people.me.factorOff") : "";
    if (kind === "password") return t("people.me.factorPassword");
    if (kind === "offer") return t("people.me.factorScan");
    return kind === "recovery" ? t("people.me.recoveryText") : "";
  };

  return (
    <section class={styles.section} aria-labelledby="own-factor">
      <Announcement words={said()} />
      <h2 id="own-factor">{t("people.me.factor")}</h2>
      <Show when={problem()}>{(known) => <ProblemNotice problem={known()} />}</Show>
      <Switch>
        <Match when={step().kind === "rest"}>
          <p class={styles.intro}>{t(props.isOn ? "people.me.factorOn" : "people.me.factorOff")}</p>
          <Button onClick={() => go({ kind: "password" })}>
            {t(props.isOn ? "people.me.factorStop" : "people.me.factorStart")}
          </Button>
        </Match>
        <Match when={step().kind === "password"}>
          <form class={`${styles.form} ${styles.inColumn}`} onSubmit={givePassword}>
            <p>{t("people.me.factorPassword")}</p>
            <PasswordField label={t("people.password")} value={password()} onInput={setPassword} />
            <div class={styles.buttons}>
              <Button type="submit" look="primary" isBusy={isBusy()}>
                {t(props.isOn ? "people.me.factorStop" : "people.me.factorStart")}
              </Button>
              <Button onClick={() => go({ kind: "rest" })}>{t("app.cancel")}</Button>
            </div>
          </form>
        </Match>
        <Match when={offered()}>
          {(offer) => (
            <form class={`${styles.form} ${styles.inColumn}`} onSubmit={giveCode}>
              <p>{t("people.me.factorScan")}</p>
              <svg class={styles.qr} viewBox={`0 0 ${offer().modules} ${offer().modules}`} role="img" aria-label="QR">
                <path d={offer().path} />
              </svg>
              <p class={styles.soft}>{t("people.me.factorKey")}</p>
              <pre class={styles.code}>{offer().secret}</pre>
              <TextField
                label={t("people.me.factorCode")}
                autocomplete="one-time-code"
                inputmode="numeric"
                maxlength={10}
                value={code()}
                onInput={setCode}
              />
              <div class={styles.buttons}>
                <Button type="submit" look="primary" isBusy={isBusy()}>
                  {t("people.me.factorConfirm")}
                </Button>
                <Button onClick={() => go({ kind: "rest" })}>{t("app.cancel")}</Button>
              </div>
            </form>
          )}
        </Match>
        <Match when={codes()}>
          {(known) => (
            <>
              <h3>{t("people.me.recovery")}</h3>
              <p class={styles.intro}>{t("people.me.recoveryText")}</p>
              <ul class={styles.codes}>
                <For each={known()}>{(one) => <li>{one}</li>}</For>
              </ul>
              <Button look="primary" onClick={() => go({ kind: "rest" })}>
                {t("people.me.recoveryDone")}
              </Button>
            </>
          )}
        </Match>
      </Switch>
    </section>
  );
}
