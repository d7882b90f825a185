import type { Language } from "../contract/plan.ts";

/** Changes whenever the text does: a volunteer accepts one version. */
export const CHARTER_VERSION = "2026-1";

/** What a volunteer promises before they see a route. */
export const CHARTER: Readonly<Record<Language, string>> = {
  fr: [
    "Je me présente, je dis pour qui je viens, et je pars dès qu'on me le demande.",
    "Je compte des portes, jamais des personnes : je ne note ni nom, ni opinion, ni rien de ce qu'on m'a confié.",
    "Je ne recueille des coordonnées que par le formulaire, remplies et cochées par la personne elle-même, après qu'elle a lu le texte d'information.",
    "Je respecte les « ne plus passer », les immeubles où l'on m'a demandé de ne pas entrer, et la sécurité de chacun, la mienne d'abord.",
    "Cette tournée est pour moi : je ne transmets pas son lien, et je l'oublie quand elle est finie.",
  ].join("\n"),
  en: [
    "I introduce myself, I say for whom I come, and I leave as soon as I am asked to.",
    "I count doors, never people: I note no name, no opinion, and nothing of what I was told.",
    "I collect contact details only through the form, filled in and ticked by the person, after they have read the notice.",
    "I respect “never again”, the buildings I was asked not to enter, and everybody's safety, mine first.",
    "This route is for me: I do not pass its link on, and I forget it when it is done.",
  ].join("\n"),
};
