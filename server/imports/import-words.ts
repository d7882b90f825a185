import { Refusal } from "../contract/refusal.ts";
import type { BuildRecord } from "./import-record.ts";

/** For builds that a server did not live to finish. */
export const INTERRUPTED: NonNullable<BuildRecord["failure"]> = {
  code: "interrupted",
  sentence: {
    fr: "Le serveur s’est arrêté pendant la construction. Rien n’a été perdu : les fichiers sont gardés et le territoire d’avant est intact. Relancez la construction.",
    en: "The server stopped during the build. Nothing is lost: the files are kept and the territory is as it was. Start the build again.",
  },
};

export function unknownImport(): Refusal {
  return new Refusal(
    "nothing-found",
    { fr: "Cet import n’existe pas, ou il a été supprimé.", en: "There is no such import, or it was deleted." },
    404,
  );
}

export function unknownFile(): Refusal {
  return new Refusal(
    "nothing-found",
    { fr: "Ce fichier n’est pas, ou plus, dans cet import.", en: "This file is not, or no longer, in this import." },
    404,
  );
}

export function fileTooLarge(name: string, bytes: number, most: number): Refusal {
  return new Refusal(
    "file-too-large",
    {
      fr: `« ${name} » fait ${megabytes(bytes)} Mo ; ce serveur prend au plus ${megabytes(most)} Mo par fichier. Découpez-le sur votre commune, ou augmentez ARPENT_IMPORT_FILE_MB au démarrage.`,
      en: `“${name}” is ${megabytes(bytes)} MB; this server takes at most ${megabytes(most)} MB per file. Cut it to your commune, or raise ARPENT_IMPORT_FILE_MB at the start.`,
    },
    413,
  );
}

export function longerThanAnnounced(name: string, bytes: number): Refusal {
  return new Refusal(
    "longer-than-announced",
    {
      fr: `« ${name} » a changé pendant l’envoi : ${bytes} octets étaient annoncés, il en arrive plus. Retirez-le et choisissez-le de nouveau.`,
      en: `“${name}” changed while it was sent: ${bytes} bytes were announced and more arrive. Remove it and choose it again.`,
    },
    413,
  );
}

export function pieceTooLong(name: string, most: number): Refusal {
  return new Refusal(
    "piece-too-long",
    {
      fr: `Un morceau de « ${name} » dépasse ${most} octets : envoyez des morceaux plus petits.`,
      en: `A piece of “${name}” is longer than ${most} bytes: send smaller pieces.`,
    },
    413,
  );
}

export function emptyFile(name: string): Refusal {
  return new Refusal("empty-file", {
    fr: `« ${name} » est vide (0 octet). Téléchargez-le de nouveau.`,
    en: `“${name}” is empty (0 bytes). Download it again.`,
  });
}

export function diskFull(free: number): Refusal {
  return new Refusal(
    "disk-full",
    {
      fr: `Le disque est trop plein : il ne reste que ${megabytes(free)} Mo pour les imports. Faites de la place, ou supprimez d’anciens imports, puis reprenez : ce qui est arrivé est gardé.`,
      en: `The disk is too full: only ${megabytes(free)} MB are left for imports. Make room, or delete old imports, and go on: what has arrived is kept.`,
    },
    507,
  );
}

export function tooManyFiles(most: number): Refusal {
  return new Refusal("too-many-files", {
    fr: `Un import contient au plus ${most} fichiers.`,
    en: `An import holds at most ${most} files.`,
  });
}

export function tooManyImports(most: number): Refusal {
  return new Refusal(
    "too-many-imports",
    {
      fr: `Il y a déjà ${most} imports. Supprimez-en un pour en commencer un autre.`,
      en: `There are ${most} imports already. Delete one to begin another.`,
    },
    409,
  );
}

export function wrongPlace(received: number): Refusal {
  return new Refusal(
    "wrong-place",
    {
      fr: `Ce morceau ne suit pas ce qui est arrivé : ${received} octets sont là.`,
      en: `This piece does not follow what has arrived: ${received} bytes are there.`,
    },
    409,
  );
}

export function whileBuilding(): Refusal {
  return new Refusal(
    "build-running",
    {
      fr: "Ce territoire est en construction : attendez la fin, ou annulez la construction.",
      en: "This territory is being built: wait until it ends, or cancel the build.",
    },
    409,
  );
}

export function notReady(codes: readonly string[]): Refusal {
  return new Refusal("not-ready", {
    fr: `Cet import ne peut pas encore être construit (${codes.join(", ")}). L’écran d’import dit ce qui manque.`,
    en: `This import cannot be built yet (${codes.join(", ")}). The import screen says what is missing.`,
  });
}

export function notAtMachine(): Refusal {
  return new Refusal(
    "not-at-machine",
    {
      fr: "Importer et supprimer des territoires se fait sur la machine où tourne Arpent. Avec une adresse publique en https, ou pour l’ouvrir au réseau : ARPENT_IMPORT=network.",
      en: "Territories are imported and deleted at the machine that runs Arpent. With a public https address, or to open this to the network: ARPENT_IMPORT=network.",
    },
    403,
  );
}

function megabytes(bytes: number): number {
  return Math.max(0, Math.floor(bytes / 1e6));
}
