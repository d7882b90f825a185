import type { Translate } from "../../i18n/language.tsx";

const FIELDS = [
  "station",
  "commune",
  "name",
  "election",
  "registered",
  "abstentions",
  "voters",
  "blank",
  "null",
  "expressed",
  "candidate",
  "firstName",
  "list",
  "nuance",
  "votes",
  "number",
  "suffix",
  "street",
  "postcode",
  "communeName",
  "longitude",
  "latitude",
  "id",
  "area",
] as const;

/** A field of a mapping in words; one that this page does not know yet is shown as it came. */
export function fieldName(t: Translate, field: string): string {
  const known = FIELDS.find((one) => one === field);
  return known === undefined ? field : t(`imports.mapping.field.${known}`);
}
