import { For } from "solid-js";
import type { Contact } from "../../../server/contract/contacts.ts";
import { useApi } from "../../api/api-context.tsx";
import { Button, LinkButton } from "../../design/button.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import styles from "./contacts-screen.module.css";

interface ContactTableProps {
  readonly contacts: readonly Contact[];
  readonly onErase: (contact: Contact) => void;
}

export function nameOfContact({ firstName, lastName }: Contact): string {
  return `${firstName} ${lastName}`.trim();
}

export function ContactTable(props: ContactTableProps) {
  const api = useApi();
  const { t, formats } = useLanguage();
  return (
    <ul class={styles.list}>
      <For each={props.contacts}>
        {(contact) => (
          <li>
            <div class={styles.who}>
              <strong>{nameOfContact(contact)}</strong>
              <span>{[contact.email, contact.phone].filter((one) => one !== null).join(" · ")}</span>
              <span class={styles.soft}>
                <For each={contact.consents}>
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
                  formats().date(contact.collectedAt),
                  t("contacts.by", contact.collectedBy),
                  t("contacts.until", formats().date(contact.purgeAfter)),
                ].join(" · ")}
              </span>
            </div>
            <div class={styles.actions}>
              <LinkButton
                size="small"
                href={api.personAddress(contact.id)}
                download="person.json"
                aria-label={t("contacts.downloadOf", nameOfContact(contact))}
              >
                {t("contacts.download")}
              </LinkButton>
              <Button
                size="small"
                look="danger"
                aria-label={t("contacts.eraseOf", nameOfContact(contact))}
                onClick={() => props.onErase(contact)}
              >
                {t("contacts.erase")}
              </Button>
            </div>
          </li>
        )}
      </For>
    </ul>
  );
}
