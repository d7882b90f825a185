import type { Translate } from "../../i18n/language.tsx";

/** "Plan B" once there is a "Plan A"; after the last letter, the first one again. */
export function nextZoningName(t: Translate, zonings: readonly { readonly name: string }[]): string {
  const names = new Set(zonings.map(({ name }) => name));
  const letters = Array.from({ length: 26 }, (_, place) => t("zones.planLetter", String.fromCharCode(65 + place)));
  return letters.find((name) => !names.has(name)) ?? letters[0] ?? "";
}
