import type { FieldChoices } from "../../../server/contract/field-settings.ts";

/** What the form about phones holds, as it is typed. */
export interface FieldChoicesForm {
  readonly buildingNotes: boolean;
  readonly contacts: boolean;
  readonly name: string;
  readonly reach: string;
}

/** As long as the server keeps (ControllerSchema). */
export const MOST_LETTERS = { name: 120, reach: 200 };

export function formOf({ privacy, controller }: FieldChoices): FieldChoicesForm {
  return { ...privacy, name: controller?.name ?? "", reach: controller?.contact ?? "" };
}

/**
 * What is sent to the server; null while contacts are wanted and nobody answers for them. Who answers is kept when contacts
 * are no longer asked for: those that were left before still have to reach somebody.
 */
export function choicesOf(form: FieldChoicesForm): FieldChoices | null {
  const { buildingNotes, contacts, name, reach } = trimmed(form);
  const controller = name !== "" && reach !== "" ? { name, contact: reach } : null;
  if (contacts && controller === null) return null;
  return { privacy: { buildingNotes, contacts }, controller };
}

export function isChanged(form: FieldChoicesForm, known: FieldChoices): boolean {
  const [now, before] = [trimmed(form), formOf(known)];
  return (["buildingNotes", "contacts", "name", "reach"] as const).some((part) => now[part] !== before[part]);
}

function trimmed(form: FieldChoicesForm): FieldChoicesForm {
  return { ...form, name: form.name.trim(), reach: form.reach.trim() };
}
