import type { ContactChange, ContactPage, Erasure, PersonData } from "../../server/contract/contacts.ts";
import type { FieldChoices } from "../../server/contract/field-settings.ts";
import type { Language } from "../../server/contract/plan.ts";
import type { Retention, RetentionState } from "../../server/contract/retention.ts";
import { answer } from "./answers.ts";
import { createSend } from "./send-json.ts";

/** What the director asks of persons who left their details, of what phones ask them, and of how long it is kept. */
export function createContactsClient(language: () => Language) {
  const send = createSend(language);
  const of = (contactId: string) => `/contacts/${encodeURIComponent(contactId)}`;
  return {
    contacts: (text: string, before: string | null, signal?: AbortSignal) => {
      const asked = new URLSearchParams({ q: text, ...(before === null ? {} : { before }) });
      return answer<ContactPage>(send("GET", `/contacts?${asked}`, undefined, signal));
    },
    changeContact: (contactId: string, change: ContactChange) =>
      answer<PersonData>(send("PATCH", of(contactId), change)),
    eraseContact: (contactId: string) => answer<Erasure>(send("DELETE", of(contactId))),
    contactsCsvAddress: () => `/api/contacts.csv?lang=${language()}`,
    personAddress: (contactId: string) => `/api${of(contactId)}/data.json`,
    fieldChoices: (signal?: AbortSignal) => answer<FieldChoices>(send("GET", "/field-settings", undefined, signal)),
    saveFieldChoices: (choices: FieldChoices) => answer<FieldChoices>(send("PUT", "/field-settings", choices)),
    retention: (signal?: AbortSignal) => answer<RetentionState>(send("GET", "/retention", undefined, signal)),
    saveRetention: (retention: Retention) => answer<RetentionState>(send("PUT", "/retention", retention)),
    purgeNow: () => answer<RetentionState>(send("POST", "/retention/purge", {})),
  };
}
