import { type Consent, type Contact, type ContactChange, PHONE_PATTERN } from "../../../server/contract/contacts.ts";

/** What the director puts right of a person, as it is typed. */
export interface ContactForm {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly phone: string;
  /** Keys of the consents that the person takes back. */
  readonly withdrawn: readonly string[];
}

export type ContactFault = "firstName" | "email" | "phone";

export type ContactReading =
  | { readonly ok: true; readonly change: ContactChange; readonly isSame: boolean }
  | { readonly ok: false; readonly faults: readonly ContactFault[] };

/** The server looks closer; this finds what was mistyped. */
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

export function formOfContact({ firstName, lastName, email, phone }: Contact): ContactForm {
  return { firstName, lastName, email: email ?? "", phone: phone ?? "", withdrawn: [] };
}

export function consentKey({ purpose, channel }: Pick<Consent, "purpose" | "channel">): string {
  return `${purpose}/${channel}`;
}

/** What is to be changed: nothing of what is as it was. */
export function changeOfContact(form: ContactForm, contact: Contact): ContactReading {
  const [firstName, lastName] = [form.firstName.trim(), form.lastName.trim()];
  const [email, phone] = [form.email.trim() || null, form.phone.trim() || null];
  const faults: ContactFault[] = [];
  if (firstName === "") faults.push("firstName");
  if (email !== null && email !== contact.email && !EMAIL.test(email)) faults.push("email");
  if (phone !== null && phone !== contact.phone && !PHONE_PATTERN.test(phone)) faults.push("phone");
  if (faults.length > 0) return { ok: false, faults };
  const withdrawn = contact.consents
    .filter((consent) => consent.withdrawnAt === null && form.withdrawn.includes(consentKey(consent)))
    .map(({ purpose, channel }) => ({ purpose, channel }));
  const details = {
    ...(firstName === contact.firstName ? {} : { firstName }),
    ...(lastName === contact.lastName ? {} : { lastName }),
    ...(email === contact.email ? {} : { email }),
    ...(phone === contact.phone ? {} : { phone }),
  };
  const isSame = Object.keys(details).length + withdrawn.length === 0;
  return { ok: true, change: { ...details, withdrawn }, isSame };
}
