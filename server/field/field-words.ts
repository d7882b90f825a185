import { Refusal, type Sentence } from "../contract/refusal.ts";

/** Why an event is not stored. The phone keeps it aside and shows the sentence. */
export type EventRefusal =
  | "newer-version"
  | "unknown-kind"
  | "unreadable-event"
  | "made-after-close"
  | "link-closed"
  | "contacts-off"
  | "contact-unreachable"
  | "unknown-notice"
  | "survey-changed"
  | "known-elsewhere"
  | "too-many-events";

export const EVENT_REFUSALS: Readonly<Record<EventRefusal, Sentence>> = {
  "newer-version": {
    fr: "Ce téléphone a une version plus récente que le serveur. Rien n’est perdu : gardez la page, et prévenez l’équipe de campagne.",
    en: "This phone has a newer version than the server. Nothing is lost: keep the page, and tell the campaign's team.",
  },
  "unknown-kind": {
    fr: "Le serveur ne connaît pas ce genre de saisie : il est sans doute plus ancien que ce téléphone. Elle reste sur le téléphone.",
    en: "The server does not know this kind of report: it is probably older than this phone. It stays on the phone.",
  },
  "unreadable-event": {
    fr: "Cette saisie est illisible pour le serveur. Elle reste sur le téléphone : montrez-la à l’équipe de campagne.",
    en: "The server cannot read this report. It stays on the phone: show it to the campaign's team.",
  },
  "made-after-close": {
    fr: "Cette saisie a été faite après la fermeture de la tournée. Elle reste sur le téléphone.",
    en: "This report was made after the route was closed. It stays on the phone.",
  },
  "link-closed": {
    fr: "La tournée est fermée depuis plus de trois jours : le serveur ne prend plus rien. La saisie reste sur le téléphone.",
    en: "The route was closed more than three days ago: the server takes nothing any more. The report stays on the phone.",
  },
  "contacts-off": {
    fr: "La campagne ne recueille pas de coordonnées. Celles-ci ne sont pas enregistrées : effacez-les, ou prévenez l’équipe.",
    en: "The campaign collects no contact details. These are not stored: erase them, or tell the team.",
  },
  "contact-unreachable": {
    fr: "Il manque l’adresse ou le numéro auquel la personne a dit oui.",
    en: "The address or the number that the person agreed to be reached at is missing.",
  },
  "unknown-notice": {
    fr: "Le serveur ne connaît pas le texte d’information sous lequel la personne a dit oui. Rechargez la tournée.",
    en: "The server does not know the notice below which the person agreed. Load the route again.",
  },
  "survey-changed": {
    fr: "Le questionnaire a été changé ou retiré avant que ces réponses n’arrivent : elles ne sont pas enregistrées. Rouvrez la tournée pour avoir le nouveau.",
    en: "The survey was changed or withdrawn before these answers arrived: they are not stored. Open the route again to have the new one.",
  },
  "known-elsewhere": {
    fr: "Cette saisie appartient déjà à une autre sortie.",
    en: "This report belongs to another outing already.",
  },
  "too-many-events": {
    fr: "Cette sortie a reçu bien plus de saisies qu’elle n’a de portes. Prévenez l’équipe de campagne.",
    en: "This outing has had far more reports than it has doors. Tell the campaign's team.",
  },
};

/** Said with an event that is stored all the same. */
export const NOTE_LEFT_OUT: Sentence = {
  fr: "Enregistré sans la note : la campagne ne garde pas de notes sur les immeubles.",
  en: "Stored without the note: the campaign keeps no notes on buildings.",
};

/** Said with an event that is stored all the same. */
export const ADDRESS_GONE: Sentence = {
  fr: "Enregistré. Cette adresse n’est plus dans la sortie : l’équipe de campagne retrouve la saisie dans « Déjà fait ».",
  en: "Stored. This address is not in the outing any more: the campaign's team finds the report under “Already done”.",
};

export function unknownLink(): Refusal {
  return new Refusal(
    "unknown-link",
    {
      fr: "Ce lien ne mène à aucune tournée. Vérifiez l’adresse, ou demandez un nouveau lien à l’équipe de campagne.",
      en: "This link leads to no route. Check the address, or ask the campaign's team for a new link.",
    },
    404,
  );
}

export function unknownCode(): Refusal {
  return new Refusal(
    "unknown-code",
    {
      fr: "Ce code ne mène à aucune tournée. Il a huit lettres et chiffres, sans I, L, O, U, 0 ni 1 : vérifiez-le.",
      en: "This code leads to no route. It has eight letters and digits, without I, L, O, U, 0 or 1: check it.",
    },
    404,
  );
}

export function tooManyCodes(): Refusal {
  return new Refusal(
    "too-many-codes",
    {
      fr: "Trop de codes inconnus depuis cette connexion. Attendez dix minutes, ou ouvrez le lien ou le QR code de la tournée.",
      en: "Too many unknown codes from this connection. Wait ten minutes, or open the route's link or QR code.",
    },
    429,
    600,
  );
}

export function routeTakenBack(): Refusal {
  return new Refusal(
    "route-taken-back",
    {
      fr: "Cette tournée a été reprise par l’équipe de campagne. Ce que vous avez saisi est encore envoyé ; pour continuer, demandez un nouveau lien.",
      en: "The campaign's team has taken this route back. What you reported is still sent; to go on, ask for a new link.",
    },
    410,
  );
}

export function routeClosed(): Refusal {
  return new Refusal(
    "route-closed",
    {
      fr: "Cette tournée est terminée, et son lien ne l’ouvre plus. Ce que vous avez saisi avant est encore envoyé pendant trois jours.",
      en: "This route is over, and its link does not open it any more. What you reported before is still sent for three days.",
    },
    410,
  );
}

export function otherCharter(): Refusal {
  return new Refusal(
    "other-charter",
    {
      fr: "La charte a changé entre-temps. Rechargez la page et relisez-la avant d’accepter.",
      en: "The charter has changed meanwhile. Load the page again and read it before you accept.",
    },
    409,
  );
}

export function noController(): Refusal {
  return new Refusal(
    "no-controller",
    {
      fr: "Pour recueillir des coordonnées, dites d’abord qui en répond et comment le joindre : la personne doit le lire avant d’accepter.",
      en: "To collect contact details, say first who answers for them and how they are reached: people must read that before they agree.",
    },
    422,
  );
}

export function busyServer(): Refusal {
  return new Refusal(
    "busy",
    {
      fr: "Le serveur reçoit trop de saisies à la fois. Rien n’est perdu : le téléphone réessaie dans un instant.",
      en: "The server gets too many reports at once. Nothing is lost: the phone tries again in a moment.",
    },
    503,
  );
}
