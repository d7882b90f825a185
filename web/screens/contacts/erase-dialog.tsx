import { Show } from "solid-js";
import type { Contact, Erasure } from "../../../server/contract/contacts.ts";
import { useApi } from "../../api/api-context.tsx";
import { Button } from "../../design/button.tsx";
import { Modal } from "../../design/modal.tsx";
import { ProblemNotice } from "../../design/notice.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { createAttempt } from "../people/create-attempt.ts";
import { nameOfContact } from "./contact-table.tsx";
import styles from "./contacts-screen.module.css";

interface EraseDialogProps {
  readonly contact: Contact | null;
  readonly onClose: () => void;
  readonly onErased: (erasure: Erasure) => void;
}

export function EraseDialog(props: EraseDialogProps) {
  const api = useApi();
  const { t } = useLanguage();
  const { problem, isBusy, attempt } = createAttempt();
  const erase = () =>
    attempt(async () => {
      if (props.contact !== null) props.onErased(await api.eraseContact(props.contact.id));
    });
  return (
    <Modal
      title={t("contacts.eraseTitle", props.contact === null ? "" : nameOfContact(props.contact))}
      isOpen={props.contact !== null}
      onClose={props.onClose}
    >
      <p>{t("contacts.eraseSure")}</p>
      <Show when={problem()}>{(told) => <ProblemNotice problem={told()} />}</Show>
      <div class={styles.buttons}>
        <Button onClick={() => props.onClose()}>{t("app.cancel")}</Button>
        <Button look="danger" isBusy={isBusy()} onClick={() => void erase()}>
          {t("contacts.eraseGo")}
        </Button>
      </div>
    </Modal>
  );
}
