import { createSignal, Show } from "solid-js";
import type { InvitationMade } from "../../../server/contract/people.ts";
import { useApi } from "../../api/api-context.tsx";
import { Button } from "../../design/button.tsx";
import { copyText } from "../../design/copy-text.ts";
import { Modal } from "../../design/modal.tsx";
import { ProblemNotice } from "../../design/notice.tsx";
import { Announcement } from "../../design/spoken.tsx";
import { TextField } from "../../design/text-field.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { createAttempt } from "./create-attempt.ts";
import styles from "./people.module.css";
import { isComplete, type RoleChoice, RoleFields, sentRole } from "./role-fields.tsx";

interface InviteDialogProps {
  readonly isOpen: boolean;
  /** `isMade`: the list has one more. */
  readonly onClose: (isMade: boolean) => void;
}

/** Whom to invite in what role, and then the link, once. */
export function InviteDialog(props: InviteDialogProps) {
  const { t } = useLanguage();
  const [made, setMade] = createSignal<{ readonly name: string; readonly invitation: InvitationMade } | null>(null);
  const close = () => {
    const isMade = made() !== null;
    setMade(null);
    props.onClose(isMade);
  };
  const title = () => {
    const known = made();
    return known === null ? t("people.invite.title") : t("people.invite.ready", known.name);
  };
  return (
    <Modal title={title()} isOpen={props.isOpen} onClose={close}>
      <Show when={made()} fallback={<InviteForm onMade={(name, invitation) => setMade({ name, invitation })} />}>
        {(known) => <InvitationLink invitation={known().invitation} onDone={close} />}
      </Show>
    </Modal>
  );
}

function InviteForm(props: { readonly onMade: (name: string, invitation: InvitationMade) => void }) {
  const api = useApi();
  const { t } = useLanguage();
  const { problem, isBusy, attempt } = createAttempt();
  const [name, setName] = createSignal("");
  const [choice, setChoice] = createSignal<RoleChoice>({ role: "organizer", limits: null });
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    void attempt(async () => props.onMade(name(), await api.invite({ name: name(), ...sentRole(choice()) })));
  };
  return (
    <form class={styles.form} onSubmit={send}>
      <Show when={problem()}>{(known) => <ProblemNotice problem={known()} />}</Show>
      <TextField
        label={t("people.invite.name")}
        hint={t("people.invite.nameHint")}
        maxlength={80}
        isFirst
        value={name()}
        onInput={setName}
      />
      <RoleFields choice={choice()} onChange={setChoice} />
      <Button type="submit" look="primary" disabled={!isComplete(choice())} isBusy={isBusy()}>
        {t(isBusy() ? "people.working" : "people.invite.make")}
      </Button>
    </form>
  );
}

/** A link that is shown once, to be copied. */
export function InvitationLink(props: { readonly invitation: InvitationMade; readonly onDone: () => void }) {
  const { t, formats } = useLanguage();
  const [isCopied, setIsCopied] = createSignal(false);
  const link = () => `${window.location.origin}${props.invitation.path}`;
  let shown: HTMLPreElement | undefined;
  const copy = async () => {
    const isDone = await copyText(link());
    setIsCopied(isDone);
    // To be copied by hand.
    if (!isDone && shown !== undefined) window.getSelection()?.selectAllChildren(shown);
  };
  return (
    <div class={styles.form}>
      <p>
        {t("people.invite.send")} {t("people.invite.until", formats().dateTime(props.invitation.expiresAt))}
      </p>
      <h3>{t("people.invite.link")}</h3>
      <pre ref={shown} class={styles.code}>
        {link()}
      </pre>
      <div class={styles.buttons}>
        <Button look="primary" onClick={() => void copy()}>
          {t(isCopied() ? "app.copied" : "app.copy")}
        </Button>
        <Button onClick={() => props.onDone()}>{t("people.invite.done")}</Button>
      </div>
      <Announcement words={isCopied() ? t("app.copied") : ""} />
    </div>
  );
}
