import { Refusal } from "../contract/refusal.ts";

export function unknownZoning(): Refusal {
  return new Refusal(
    "nothing-found",
    { fr: "Ce découpage n’existe pas, ou il a été supprimé.", en: "There is no such zoning, or it was deleted." },
    404,
  );
}

export function unknownVersion(version: string): Refusal {
  return new Refusal(
    "nothing-found",
    {
      fr: `Ce découpage n’a pas de version ${version}.`,
      en: `This zoning has no version ${version}.`,
    },
    404,
  );
}

export function otherTerritory(): Refusal {
  return new Refusal("other-territory", {
    fr: "Le découpage à copier est celui d’un autre territoire. Choisissez-en un de ce territoire.",
    en: "The zoning to copy is that of another territory. Choose one of this territory.",
  });
}

export function tooManyZonings(most: number): Refusal {
  return new Refusal(
    "too-many-zonings",
    {
      fr: `Ce territoire a déjà ${most} découpages. Supprimez-en un avant d’en faire un autre.`,
      en: `This territory already has ${most} zonings. Delete one before making another.`,
    },
    409,
  );
}

export function tooManyVersions(most: number): Refusal {
  return new Refusal(
    "too-many-versions",
    {
      fr: `Ce découpage a déjà ${most} versions. Dupliquez-le pour continuer à en garder.`,
      en: `This zoning already has ${most} versions. Duplicate it to go on keeping versions.`,
    },
    409,
  );
}
