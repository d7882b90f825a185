import { createSignal, For, Show } from "solid-js";
import type { Contact } from "../../../server/contract/contacts.ts";
import { FIELD_BOUNDS } from "../../../server/contract/field-events.ts";
import { useApi } from "../../api/api-context.tsx";
import { Button } from "../../design/button.tsx";
import { Modal } from "../../design/modal.tsx";
import { ProblemNotice } from "../../design/notice.tsx";
import { TextField } from "../../design/text-field.tsx";
import { Toggle } from "../../design/toggle.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { createAttempt } from "../people/create-attempt.ts";
import { type ContactFault, type ContactForm, changeOfContact, consentKey, formOfContact } from "./contact-form.ts";
import { nameOfContact } from "./contact-table.tsx";
import styles from "./contacts-screen.module.css";

interface EditDialogProps {
  readonly contact: Contact | null;
  readonly onClose: () => void;
  /** As the server has it now; null when nothing was to be changed. */
  readonly onChanged: (contact: Contact | null) => void;
}

/** What a person asks to be put right, and what they take back (GDPR, articles 16 and 7.3). */
export function EditDialog(props: EditDialogProps) {
  const { t } = useLanguage();
  return (
    <Modal
      title={t("contacts.editTitle", props.contact === null ? "" : nameOfContact(props.contact))}
      isOpen={props.contact !== null}
      onClose={props.onClose}
      focusId={FIRST_NAME_ID}
    >
      <Show when={props.contact} keyed>
        {(contact) => <EditForm {...props} contact={contact} />}
      </Show>
    </Modal>
  );
}

const FIRST_NAME_ID = "contact-first-name";

function EditForm(props: EditDialogProps & { readonly contact: Contact }) {
  const api = useApi();
  const { t } = useLanguage();
  const { problem, isBusy, attempt } = createAttempt();
  const [form, setForm] = createSignal<ContactForm>(formOfContact(props.contact));
  const [isTried, setIsTried] = createSignal(false);
  let element: HTMLFormElement | undefined;
  const change = (part: Partial<ContactForm>) => setForm((before) => ({ ...before, ...part }));
  const fault = (name: ContactFault) => {
    const read = changeOfContact(form(), props.contact);
    return isTried() && !read.ok && read.faults.includes(name) ? t(`contacts.edit.faults.${name}`) : undefined;
  };
  const given = () => props.contact.consents.filter(({ withdrawnAt }) => withdrawnAt === null);
  const withdraw = (key: string, isWithdrawn: boolean) =>
    change({ withdrawn: isWithdrawn ? [...form().withdrawn, key] : form().withdrawn.filter((one) => one !== key) });
  const save = (event: SubmitEvent) => {
    event.preventDefault();
    const read = changeOfContact(form(), props.contact);
    setIsTried(!read.ok);
    if (!read.ok) {
      element?.querySelector<HTMLInputElement>("[aria-invalid=true]")?.focus();
      return;
    }
    // Nothing is written into the log for nothing.
    if (read.isSame) {
      props.onChanged(null);
      return;
    }
    void attempt(async () => props.onChanged((await api.changeContact(props.contact.id, read.change)).contact));
  };
  return (
    <form ref={element} class={styles.edit} onSubmit={save} novalidate>
      <TextField
        id={FIRST_NAME_ID}
        label={t("contacts.edit.firstName")}
        maxlength={FIELD_BOUNDS.nameLetters}
        value={form().firstName}
        problem={fault("firstName")}
        onInput={(firstName) => change({ firstName })}
      />
      <TextField
        label={t("contacts.edit.lastName")}
        isOptional
        maxlength={FIELD_BOUNDS.nameLetters}
        value={form().lastName}
        onInput={(lastName) => change({ lastName })}
      />
      <TextField
        type="email"
        label={t("contacts.edit.email")}
        isOptional
        maxlength={200}
        value={form().email}
        problem={fault("email")}
        onInput={(email) => change({ email })}
      />
      <TextField
        label={t("contacts.edit.phone")}
        isOptional
        maxlength={25}
        value={form().phone}
        problem={fault("phone")}
        onInput={(phone) => change({ phone })}
      />
      <Show when={given().length > 0}>
        <fieldset class={styles.controller}>
          <legend>{t("contacts.edit.consents")}</legend>
          <For each={given()}>
            {(consent) => (
              <Toggle
                label={t(
                  "contacts.edit.withdraw",
                  t(
                    "contacts.agreedTo",
                    t(`contacts.purpose.${consent.purpose}`),
                    t(`contacts.channel.${consent.channel}`),
                  ),
                )}
                isOn={form().withdrawn.includes(consentKey(consent))}
                onChange={(isWithdrawn) => withdraw(consentKey(consent), isWithdrawn)}
              />
            )}
          </For>
          <p class={styles.soft}>{t("contacts.edit.withdrawHint")}</p>
        </fieldset>
      </Show>
      <Show when={problem()}>{(told) => <ProblemNotice problem={told()} />}</Show>
      <div class={styles.buttons}>
        <Button onClick={() => props.onClose()}>{t("app.cancel")}</Button>
        <Button type="submit" look="primary" isBusy={isBusy()}>
          {t("contacts.edit.save", form().withdrawn.length)}
        </Button>
      </div>
    </form>
  );
}
