import { createSignal, Show } from "solid-js";
import type { Person } from "../../../server/contract/people.ts";
import { useApi } from "../../api/api-context.tsx";
import { Button } from "../../design/button.tsx";
import { Modal } from "../../design/modal.tsx";
import { ProblemNotice } from "../../design/notice.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { createAttempt } from "./create-attempt.ts";
import styles from "./people.module.css";
import { isComplete, type RoleChoice, RoleFields, sentRole } from "./role-fields.tsx";

interface PersonDialogProps {
  readonly person: Person;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

export function RoleDialog(props: PersonDialogProps) {
  const api = useApi();
  const { t } = useLanguage();
  const { problem, isBusy, attempt } = createAttempt();
  const [choice, setChoice] = createSignal<RoleChoice>({ role: props.person.role, limits: props.person.limits });
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    void attempt(async () => {
      await api.changeRole(props.person.id, sentRole(choice()));
      props.onDone();
    });
  };
  return (
    <Modal title={t("people.invite.changeTitle", props.person.name)} isOpen onClose={props.onClose}>
      <form class={styles.form} onSubmit={send}>
        <Show when={problem()}>{(known) => <ProblemNotice problem={known()} />}</Show>
        <RoleFields choice={choice()} onChange={setChoice} />
        <p class={styles.soft}>{t("people.invite.changeText")}</p>
        <div class={styles.buttons}>
          <Button type="submit" look="primary" disabled={!isComplete(choice())} isBusy={isBusy()}>
            {t(isBusy() ? "people.working" : "people.invite.save")}
          </Button>
          <Button onClick={() => props.onClose()}>{t("app.cancel")}</Button>
        </div>
      </form>
    </Modal>
  );
}

export function CloseDialog(props: PersonDialogProps) {
  const api = useApi();
  const { t } = useLanguage();
  const { problem, isBusy, attempt } = createAttempt();
  const close = () =>
    attempt(async () => {
      await api.closeAccount(props.person.id);
      props.onDone();
    });
  return (
    <Modal title={t("people.team.closeTitle", props.person.name)} isOpen onClose={props.onClose}>
      <div class={styles.form}>
        <Show when={problem()}>{(known) => <ProblemNotice problem={known()} />}</Show>
        <p>{t("people.team.closeText")}</p>
        <div class={styles.buttons}>
          <Button look="danger" isBusy={isBusy()} onClick={() => void close()}>
            {t(isBusy() ? "people.working" : "people.team.closeNow")}
          </Button>
          <Button onClick={() => props.onClose()}>{t("app.cancel")}</Button>
        </div>
      </div>
    </Modal>
  );
}
