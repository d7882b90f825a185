import { createHash } from "node:crypto";
import * as v from "valibot";
import type { Language } from "../contract/plan.ts";

/** Who answers for the contacts of this campaign, and how they are reached. */
export const ControllerSchema = v.object({
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(120)),
  contact: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200)),
});
export type Controller = v.InferOutput<typeof ControllerSchema>;

export interface Notice {
  /** Changes with every letter of the text. */
  readonly version: string;
  readonly text: string;
}

/** Days after which a contact is purged. */
export const CONTACT_DAYS = 365;

/**
 * What somebody reads before they leave their details: who, what for, on which ground, how long, which rights
 * (regulation (EU) 2016/679, article 13). Empty while nobody is named: then nothing is collected.
 */
export function noticeOf(controller: Controller | null, language: Language): Notice {
  if (controller === null) return { version: "none", text: "" };
  const text = WORDS[language](controller);
  return { version: `${language}-${createHash("sha256").update(text).digest("hex").slice(0, 12)}`, text };
}

const WORDS: Readonly<Record<Language, (controller: Controller) => string>> = {
  fr: ({ name, contact }) =>
    `${name} enregistre vos coordonnées pour vous contacter, et seulement pour ce que vous cochez et par les moyens que vous cochez. ` +
    `Cela repose sur votre accord : vous pouvez le retirer à tout moment, sans avoir à vous justifier. ` +
    `Ni votre adresse ni vos opinions ne sont notées. Vos coordonnées ne sont transmises à personne d'autre, et sont effacées au plus tard au bout d'un an. ` +
    `Pour les voir, les corriger, les faire effacer ou retirer votre accord : ${contact}. ` +
    `Vous pouvez aussi adresser une réclamation à la CNIL (cnil.fr).`,
  en: ({ name, contact }) =>
    `${name} stores your details to contact you, only for what you tick and only by the means you tick. ` +
    `This rests on your consent: you may withdraw it at any time, without giving a reason. ` +
    `Neither your address nor your opinions are noted. Your details are passed on to nobody else, and erased after a year at the latest. ` +
    `To see them, correct them, have them erased or withdraw your consent: ${contact}. ` +
    `You may also complain to the CNIL (cnil.fr).`,
};
