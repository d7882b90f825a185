import { For, Show } from "solid-js";
import type { Contact } from "../../../server/contract/contacts.ts";
import { useApi } from "../../api/api-context.tsx";
import { Button, LinkButton } from "../../design/button.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import styles from "./contacts-screen.module.css";

interface ContactTableProps {
  readonly contacts: readonly Contact[];
  readonly onEdit: (contact: Contact) => void;
  readonly onErase: (contact: Contact) => void;
}

export function nameOfContact({ firstName, lastName }: Contact): string {
  return `${firstName} ${lastName}`.trim();
}

export function ContactTable(props: ContactTableProps) {
  return (
    <ul class={styles.list}>
      {/* By their ids: who is changed keeps the line, and the focus in it. */}
      <For each={props.contacts.map(({ id }) => id)}>
        {(id) => (
          <Show when={props.contacts.find((contact) => contact.id === id)}>
            {(contact) => <ContactLine {...props} contact={contact()} />}
          </Show>
        )}
      </For>
    </ul>
  );
}

function ContactLine(props: Omit<ContactTableProps, "contacts"> & { readonly contact: Contact }) {
  const api = useApi();
  const { t, formats } = useLanguage();
  return (
    <li>
      <div class={styles.who}>
        <strong>{nameOfContact(props.contact)}</strong>
        <span>{[props.contact.email, props.contact.phone].filter((one) => one !== null).join(" · ")}</span>
        <span class={styles.soft}>
          <For each={props.contact.consents}>
            {({ purpose, channel, withdrawnAt }, place) => (
              <>
                {place() > 0 ? ", " : ""}
                <span classList={{ [styles.withdrawn ?? ""]: withdrawnAt !== null }}>
                  {t("contacts.agreedTo", t(`contacts.purpose.${purpose}`), t(`contacts.channel.${channel}`))}
                </span>
                {withdrawnAt === null ? "" : ` (${t("contacts.withdrawn")})`}
              </>
            )}
          </For>
        </span>
        <span class={styles.soft}>
          {[
            formats().date(props.contact.collectedAt),
            t("contacts.by", props.contact.collectedBy),
            t("contacts.until", formats().date(props.contact.purgeAfter)),
          ].join(" · ")}
        </span>
      </div>
      <div class={styles.actions}>
        <LinkButton
          size="small"
          href={api.personAddress(props.contact.id)}
          download="person.json"
          aria-label={t("contacts.downloadOf", nameOfContact(props.contact))}
        >
          {t("contacts.download")}
        </LinkButton>
        <Button
          size="small"
          aria-label={t("contacts.editOf", nameOfContact(props.contact))}
          onClick={() => props.onEdit(props.contact)}
        >
          {t("contacts.edit.open")}
        </Button>
        <Button
          size="small"
          look="danger"
          aria-label={t("contacts.eraseOf", nameOfContact(props.contact))}
          onClick={() => props.onErase(props.contact)}
        >
          {t("contacts.erase")}
        </Button>
      </div>
    </li>
  );
}
