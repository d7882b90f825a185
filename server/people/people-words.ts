import { Refusal } from "../contract/refusal.ts";

/** 401 sends the browser to the page where one signs in. */
export function signInNeeded(): Refusal {
  return new Refusal(
    "sign-in",
    {
      fr: "Connectez-vous pour continuer : la session a pris fin, ou personne n’est connecté sur cet appareil.",
      en: "Sign in to go on: the session has ended, or nobody is signed in on this device.",
    },
    401,
  );
}

export function noAccountYet(): Refusal {
  return new Refusal(
    "no-account",
    {
      fr: "Cette campagne n’a pas encore de compte. Sur la machine où tourne Arpent, ouvrez le lien affiché au démarrage pour créer celui de la direction, puis invitez l’équipe.",
      en: "This campaign has no account yet. On the machine that runs Arpent, open the link printed at its start to create the director's, then invite the team.",
    },
    401,
  );
}

export function notYourRole(): Refusal {
  return new Refusal(
    "not-your-role",
    {
      fr: "Votre rôle dans la campagne ne permet pas cela. Demandez à la direction de la campagne.",
      en: "Your role in the campaign does not allow this. Ask the campaign's director.",
    },
    403,
  );
}

export function outsideLimits(): Refusal {
  return new Refusal(
    "outside-limits",
    {
      fr: "Une partie de ce que vous demandez est hors des bureaux, communes ou secteurs qui vous sont confiés. Restez dans ceux-ci, ou demandez à la direction de les étendre.",
      en: "Part of what you ask lies outside the stations, communes or zones that you are in charge of. Stay within them, or ask the director for more.",
    },
    403,
  );
}

/** One sentence for an unknown address, a wrong password and a closed account. */
export function wrongSignIn(): Refusal {
  return new Refusal(
    "wrong-sign-in",
    {
      fr: "L’adresse e-mail ou le mot de passe ne convient pas. Vérifiez les deux, puis réessayez.",
      en: "The e-mail address or the password is not right. Check both and try again.",
    },
    403,
  );
}

export function secondFactorNeeded(): Refusal {
  return new Refusal(
    "second-factor",
    {
      fr: "Donnez le code à six chiffres de votre application d’authentification, ou un code de secours.",
      en: "Give the six-digit code of your authenticator application, or a recovery code.",
    },
    403,
  );
}

export function wrongCode(): Refusal {
  return new Refusal(
    "wrong-code",
    {
      fr: "Ce code ne convient pas, ou il a déjà servi. Attendez le suivant et vérifiez l’heure du téléphone.",
      en: "This code is not right, or it was used already. Wait for the next one, and check the phone's clock.",
    },
    403,
  );
}

export function tooManyAttempts(seconds: number): Refusal {
  const minutes = Math.max(1, Math.ceil(seconds / 60));
  return new Refusal(
    "too-many-attempts",
    {
      fr: `Trop d’essais. Réessayez dans ${minutes} min.`,
      en: `Too many attempts. Try again in ${minutes} min.`,
    },
    429,
  );
}

export function wrongPassword(): Refusal {
  return new Refusal(
    "wrong-password",
    { fr: "Le mot de passe actuel ne convient pas.", en: "The current password is not right." },
    403,
  );
}

export function invitationGone(): Refusal {
  return new Refusal(
    "invitation-gone",
    {
      fr: "Ce lien d’invitation ne sert plus : il a été utilisé, retiré, ou il a expiré. Demandez-en un nouveau à qui vous l’a envoyé.",
      en: "This invitation link is of no use any more: it was used, withdrawn, or has expired. Ask whoever sent it for a new one.",
    },
    404,
  );
}

export function emailTaken(): Refusal {
  return new Refusal(
    "email-taken",
    {
      fr: "Cette adresse e-mail a déjà un compte dans cette campagne. Connectez-vous avec, ou choisissez-en une autre.",
      en: "This e-mail address has an account in this campaign already. Sign in with it, or choose another.",
    },
    409,
  );
}

export function unknownPerson(): Refusal {
  return new Refusal(
    "nothing-found",
    { fr: "Cette personne n’a pas de compte ici.", en: "This person has no account here." },
    404,
  );
}

export function unknownThing(): Refusal {
  return new Refusal(
    "nothing-found",
    { fr: "Rien de tel n’existe ici.", en: "There is nothing of the kind here." },
    404,
  );
}

export function unknownInvitation(): Refusal {
  return new Refusal(
    "nothing-found",
    { fr: "Cette invitation n’existe plus.", en: "There is no such invitation any more." },
    404,
  );
}

export function unknownSession(): Refusal {
  return new Refusal(
    "nothing-found",
    { fr: "Cette connexion a déjà pris fin.", en: "This session has ended already." },
    404,
  );
}

export function lastDirector(): Refusal {
  return new Refusal(
    "last-director",
    {
      fr: "C’est la dernière personne à la direction : donnez d’abord ce rôle à quelqu’un d’autre.",
      en: "This is the last director: give somebody else this role first.",
    },
    409,
  );
}

/** The store was moved or put back without the key, or machines that serve one campaign have each a key of their own. */
export function noSecretKey(): Refusal {
  return new Refusal(
    "no-secret-key",
    {
      fr: "Ce serveur n’a pas la clé des secondes étapes : aucun code de votre application n’y ouvre. Donnez un de vos codes de secours, ou demandez à la direction d’enlever votre seconde étape. Qui s’occupe du serveur y remet secret.key, ou la même ARPENT_SECRET_KEY sur toutes les machines.",
      en: "This server has not the key of second steps: no code of your application opens here. Give one of your recovery codes, or ask the director to take your second step away. Whoever looks after the server puts secret.key back, or the same ARPENT_SECRET_KEY on all machines.",
    },
    503,
  );
}

export function noSecondFactor(): Refusal {
  return new Refusal(
    "no-second-factor",
    {
      fr: "Commencez par afficher le code QR de la seconde étape.",
      en: "Begin by showing the QR code of the second step.",
    },
    409,
  );
}

export function accountNeeded(): Refusal {
  return new Refusal(
    "no-account",
    {
      fr: "Il n’y a pas encore de compte : créez d’abord celui de la direction.",
      en: "There is no account yet: create the director's first.",
    },
    409,
  );
}
