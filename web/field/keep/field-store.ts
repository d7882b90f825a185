import type { FieldEvent } from "../../../server/contract/field-events.ts";
import type { FieldSheet } from "../../../server/contract/outings.ts";

/**
 * What was said at the doors, as the phone remembers it: of a contact, only that there was one; of answers to the survey, which sheet
 * to take out again.
 */
export type SaidEvent =
  | Exclude<FieldEvent, { readonly kind: "contact" | "survey-answers" }>
  | { readonly id: string; readonly at: string; readonly kind: "survey-answers"; readonly sheetId: string }
  | { readonly id: string; readonly at: string; readonly kind: "contact" };

export interface Said {
  readonly id: string;
  /** Place in what this phone has said: its clock may be wrong, this is not. */
  readonly order: number;
  readonly event: SaidEvent;
  readonly state: "waiting" | "stored" | "refused";
  /** Whether the reports of the kept sheet hold it already. */
  readonly isInSheet: boolean;
}

/** An event that the server has not said to be stored. */
export interface Waiting {
  readonly id: string;
  readonly token: string;
  readonly order: number;
  readonly event: FieldEvent;
  /** Why the server will never take it; it is not sent again. */
  readonly refusal: Refused | null;
}

export interface Refused {
  readonly code: string;
  readonly message: string;
}

export interface KeptSheet {
  readonly token: string;
  readonly sheet: FieldSheet;
  /** The address the volunteer is at. */
  readonly stopId: string | null;
  /** Whether map and page are kept for use without network. */
  readonly isKeptWhole: boolean;
  /** Why nothing of it is shown any more, while what was said before still has to be sent. */
  readonly over: "closed" | "taken-back" | null;
}

/** What a phone keeps between two openings of the page. Every promise of a write is kept once it is on the disk. */
export interface FieldStore {
  /** False when nothing outlives the page: a private window, storage refused or full. */
  readonly isLasting: boolean;
  /** Random, for this browser alone: tells two phones of one link apart. */
  deviceId(): Promise<string>;
  say(token: string, events: readonly FieldEvent[]): Promise<void>;
  /** Of one link, oldest first, refused ones too. */
  waiting(token: string): Promise<readonly Waiting[]>;
  /** Links with events that can still be sent. */
  tokensToSend(): Promise<readonly string[]>;
  /** What the server answered: stored events leave the outbox with all they held, refused ones stay aside. */
  settle(stored: readonly string[], refused: readonly (Refused & { readonly id: string })[]): Promise<void>;
  /** The volunteer has read why it was refused. */
  dropRefused(id: string): Promise<void>;
  /** Of one link, oldest first. */
  said(token: string): Promise<readonly Said[]>;
  sheet(token: string): Promise<KeptSheet | null>;
  /** Puts a fresh sheet in the place of the one before. Everything the server had stored until then is in its reports. */
  keepSheet(token: string, sheet: FieldSheet): Promise<void>;
  mark(token: string, change: Partial<Pick<KeptSheet, "stopId" | "isKeptWhole" | "over">>): Promise<void>;
  keptSheets(): Promise<readonly KeptSheet[]>;
  /** Forgets a link: its sheet and what was said, except what still has to be sent. */
  forget(token: string): Promise<void>;
}

/** The event without what a person has given or answered. */
export function withoutDetails(event: FieldEvent): SaidEvent {
  const { id, at } = event;
  if (event.kind === "survey-answers") return { id, at, kind: event.kind, sheetId: event.sheetId };
  return event.kind === "contact" ? { id, at, kind: event.kind } : event;
}
