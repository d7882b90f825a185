import * as v from "valibot";
import { type Channel, ContactGivenSchema, type Purpose } from "../../../server/contract/field-events.ts";
import type { NewSaying } from "../create-field.ts";

/** What somebody has filled in so far. Nothing is ticked before they tick it. */
export interface ContactDraft {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly phone: string;
  readonly consents: readonly { readonly purpose: Purpose; readonly channel: Channel }[];
}

export const EMPTY_CONTACT: ContactDraft = { firstName: "", lastName: "", email: "", phone: "", consents: [] };

/** What is still missing, or the event to write. A channel that was not ticked leaves no detail behind. */
export type ContactReading =
  | { readonly ok: true; readonly saying: NewSaying }
  | { readonly ok: false; readonly need: "needName" | "needTick" | "needEmail" | "needPhone" };

export function readContact(draft: ContactDraft, noticeVersion: string): ContactReading {
  if (draft.firstName.trim() === "") return { ok: false, need: "needName" };
  if (draft.consents.length === 0) return { ok: false, need: "needTick" };
  const isByEmail = draft.consents.some(({ channel }) => channel === "email");
  const isByPhone = draft.consents.some(({ channel }) => channel !== "email");
  if (isByEmail && !v.is(ContactGivenSchema.entries.email, draft.email.trim())) return { ok: false, need: "needEmail" };
  if (isByPhone && !v.is(ContactGivenSchema.entries.phone, draft.phone.trim())) return { ok: false, need: "needPhone" };
  return {
    ok: true,
    saying: {
      kind: "contact",
      firstName: draft.firstName.trim(),
      lastName: draft.lastName.trim(),
      email: isByEmail ? draft.email.trim() : null,
      phone: isByPhone ? draft.phone.trim() : null,
      consents: [...draft.consents],
      noticeVersion,
    },
  };
}

export function hasTick({ consents }: ContactDraft, purpose: Purpose, channel: Channel): boolean {
  return consents.some((one) => one.purpose === purpose && one.channel === channel);
}

export function withTick(draft: ContactDraft, purpose: Purpose, channel: Channel, isTicked: boolean): ContactDraft {
  const others = draft.consents.filter((one) => one.purpose !== purpose || one.channel !== channel);
  return { ...draft, consents: isTicked ? [...others, { purpose, channel }] : others };
}
