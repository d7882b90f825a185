import type { Translate } from "../../i18n/language.tsx";

/** Name of a political family; one that this version does not know is shown as it came. */
export function familyWord(t: Translate, family: string): string {
  switch (family) {
    case "far-left":
    case "left":
    case "ecologist":
    case "centre":
    case "right":
    case "far-right":
    case "other":
      return t(`camps.families.${family}`);
    default:
      return family;
  }
}
