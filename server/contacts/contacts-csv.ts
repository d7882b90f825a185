import type { Contact } from "../contract/contacts.ts";
import { csvText } from "../contract/csv-text.ts";
import type { Language } from "../contract/plan.ts";

const HEADER: Readonly<Record<Language, readonly string[]>> = {
  fr: [
    "prenom",
    "nom",
    "courriel",
    "telephone",
    "accords",
    "recueilli_le",
    "recueilli_par",
    "texte",
    "a_supprimer_apres",
  ],
  en: ["first_name", "last_name", "email", "phone", "consents", "collected_at", "collected_by", "text", "delete_after"],
};

/** Contacts as a table for spreadsheets, with what each agreed to: a purpose and a channel, e.g. "news/email". */
export function contactsCsv(contacts: readonly Contact[], language: Language): string {
  return csvText(
    HEADER[language],
    contacts.map((contact) => [
      contact.firstName,
      contact.lastName,
      contact.email,
      contact.phone,
      contact.consents
        .filter(({ withdrawnAt }) => withdrawnAt === null)
        .map(({ purpose, channel }) => `${purpose}/${channel}`)
        .join(" "),
      contact.collectedAt,
      contact.collectedBy,
      [...new Set(contact.consents.map(({ textVersion }) => textVersion))].join(" "),
      contact.purgeAfter,
    ]),
  );
}
