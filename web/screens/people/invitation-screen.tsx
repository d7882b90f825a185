import { A, useNavigate } from "@solidjs/router";
import { createSignal, Match, Show, Switch } from "solid-js";
import type { InvitationSeen } from "../../../server/contract/people.ts";
import { useApi } from "../../api/api-context.tsx";
import { createLoad } from "../../api/create-load.ts";
import { Button } from "../../design/button.tsx";
import { Notice, ProblemNotice } from "../../design/notice.tsx";
import { Skeleton } from "../../design/skeleton.tsx";
import { TextField } from "../../design/text-field.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { useSession } from "../../people/session-context.tsx";
import { Guided } from "../guide/screen-guide.tsx";
import { createAttempt } from "./create-attempt.ts";
import { PasswordField } from "./password-field.tsx";
import styles from "./people.module.css";
import { PeoplePage } from "./people-page.tsx";

/** Where an invitation's link leads: an account is made. The token stands after "#", so that no server's log has it. */
export function InvitationScreen() {
  const api = useApi();
  const { t } = useLanguage();
  const token = window.location.hash.slice(1);
  const seen = createLoad(
    () => (/^[\w.-]{10,120}$/.test(token) ? token : null),
    (asked, signal) => api.seeInvitation(asked, signal),
  );
  const title = () => t(seen.value()?.isFirst ? "people.invitation.first" : "people.invitation.title");
  return (
    <PeoplePage title={title()} isNarrow>
      <Guided screen="invitation">
        <h1 class={styles.title}>{title()}</h1>
      </Guided>
      <Switch fallback={<Skeleton lines={4} />}>
        <Match when={seen.status() === "idle"}>
          <Notice kind="warning">{t("people.invitation.noToken")}</Notice>
        </Match>
        <Match when={seen.problem()}>
          {(problem) => <ProblemNotice problem={problem()} {...retryable(problem().code, seen.retry)} />}
        </Match>
        <Match when={seen.value()}>{(invitation) => <AcceptForm invitation={invitation()} token={token} />}</Match>
      </Switch>
      <Show when={seen.value()?.isFirst !== true}>
        <p class={styles.soft}>
          <A href="/connexion">{t("people.invitation.toSignIn")}</A>
        </p>
      </Show>
    </PeoplePage>
  );
}

function AcceptForm(props: { readonly invitation: InvitationSeen; readonly token: string }) {
  const api = useApi();
  const { t, formats } = useLanguage();
  const { refresh } = useSession();
  const navigate = useNavigate();
  const { problem, isBusy, attempt } = createAttempt();
  const [name, setName] = createSignal(props.invitation.name);
  const [email, setEmail] = createSignal("");
  const [password, setPassword] = createSignal("");
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    void attempt(async () => {
      await api.acceptInvitation({ token: props.token, name: name(), email: email(), password: password() });
      await refresh();
      navigate("/", { replace: true });
    });
  };
  return (
    <>
      <p class={styles.intro}>
        {props.invitation.isFirst
          ? t("people.invitation.firstText")
          : t("people.invitation.as", t(`people.roles.${props.invitation.role}`))}
      </p>
      <form class={`${styles.form} ${styles.boxed}`} onSubmit={send}>
        <Show when={problem()}>{(known) => <ProblemNotice problem={known()} />}</Show>
        <TextField
          label={t("people.invitation.name")}
          hint={t("people.invitation.nameHint")}
          autocomplete="name"
          maxlength={80}
          isFirst
          value={name()}
          onInput={setName}
        />
        <TextField
          label={t("people.email")}
          hint={t("people.invitation.emailHint")}
          type="email"
          autocomplete="username"
          maxlength={254}
          value={email()}
          onInput={setEmail}
        />
        <PasswordField label={t("people.password")} isNew value={password()} onInput={setPassword} />
        <Button type="submit" look="primary" isBusy={isBusy()}>
          {t(isBusy() ? "people.working" : "people.invitation.accept")}
        </Button>
        <p class={styles.soft}>{t("people.invitation.until", formats().dateTime(props.invitation.expiresAt))}</p>
      </form>
    </>
  );
}

/** A dead link stays dead; what else went wrong can be tried again. */
function retryable(code: string, retry: () => void) {
  return code === "invitation-gone" ? {} : { onRetry: retry };
}
