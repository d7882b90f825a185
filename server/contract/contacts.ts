import * as v from "valibot";
import { CHANNELS, type Channel, FIELD_BOUNDS, PURPOSES, type Purpose } from "./field-events.ts";

/** Persons who left their details, as the director sees them. */

export interface Consent {
  readonly purpose: Purpose;
  readonly channel: Channel;
  /** Of the notice that was on the screen. */
  readonly textVersion: string;
  readonly givenAt: string;
  readonly withdrawnAt: string | null;
}

export interface Contact {
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly collectedBy: string;
  readonly source: string;
  readonly collectedAt: string;
  /** They go after it. */
  readonly purgeAfter: string;
  readonly consents: readonly Consent[];
}

/** GET /api/contacts?q=TEXT&before=PLACE */
export interface ContactPage {
  /** Latest first. */
  readonly contacts: readonly Contact[];
  /** Of all that the text finds. */
  readonly total: number;
  /** What to ask for the next page with; null at the end. */
  readonly next: string | null;
}

/** A copy that left the campaign. */
export interface ExportedCopy {
  readonly id: string;
  readonly kind: string;
  readonly madeBy: string | null;
  readonly madeAt: string;
}

/** GET /api/contacts/:contactId: everything that is known of a person, and where copies of it went (GDPR, article 15). */
export interface PersonData {
  readonly contact: Contact;
  /** The same address was left more than once. */
  readonly others: readonly Contact[];
  /** Text of each notice that they ticked below, by its version. */
  readonly notices: Readonly<Record<string, string>>;
  readonly outing: { readonly name: string; readonly day: string } | null;
  readonly copies: readonly ExportedCopy[];
}

/** DELETE /api/contacts/:contactId */
export interface Erasure {
  /** Everywhere this person had left the same address. */
  readonly contacts: number;
  /** Copies that hold them, and that whoever made them has to delete. */
  readonly copies: readonly ExportedCopy[];
}

export const PHONE_PATTERN = /^\+?[\d .()-]{6,24}$/;

const Name = v.pipe(v.string(), v.trim(), v.maxLength(FIELD_BOUNDS.nameLetters));

/** PATCH /api/contacts/:contactId: what the person asked to be put right, or objects to. */
export const ContactChangeSchema = v.object({
  firstName: v.optional(v.pipe(Name, v.minLength(1))),
  lastName: v.optional(Name),
  email: v.optional(v.nullable(v.pipe(v.string(), v.trim(), v.email(), v.maxLength(200)))),
  phone: v.optional(v.nullable(v.pipe(v.string(), v.trim(), v.regex(PHONE_PATTERN)))),
  withdrawn: v.optional(v.array(v.object({ purpose: v.picklist(PURPOSES), channel: v.picklist(CHANNELS) })), []),
});
export type ContactChange = v.InferOutput<typeof ContactChangeSchema>;
