import { frenchPlural as plural } from "./plural.ts";

/** Words of the campaign's choice of candidates. */
export const frCamps = {
  heading: "Notre camp",
  intro:
    "Dites où se tient chaque candidat, de nous à hostile. Les scores et la carte changent aussitôt. Qui n’est pas classé compte comme neutre.",
  presets: "Partir d’une famille",
  presetsHint: "Remplace tous les choix ; corrigez ensuite candidat par candidat.",
  name: "Nom de ce choix",
  filter: "Filtrer les candidats",
  candidates: "Candidats par scrutin",
  ours: "Nous",
  near: "Proche",
  neutral: "Neutre",
  far: "Loin",
  hostile: "Hostile",
  unclassed: "Non classé",
  sideOf: (name: string) => `Camp de ${name}`,
  votes: (text: string) => `${text} voix`,
  saved: "Choix enregistré",
  unsaved: "Point de départ, non enregistré",
  keep: "Garder ce choix",
  saving: "Enregistrement…",
  saveFailed: "Choix non enregistré",
  waits: "En attente de votre décision",
  decide: "Décider",
  undo: "Annuler le dernier choix de camp",
  redo: "Rétablir le choix de camp",
  counts: (ours: string, near: string, neutral: string, far: string, hostile: string) =>
    `${ours} à nous, ${near} proches, ${neutral} neutres, ${far} loin, ${hostile} hostiles`,
  used: "Scrutins utilisés",
  basisLow: "Peu mobilisateur",
  basisHigh: "Très mobilisateur",
  basisPersuasion: "Persuasion",
  basisNone: "aucun",
  families: {
    "far-left": "extrême gauche",
    left: "gauche",
    ecologist: "écologistes",
    centre: "centre",
    right: "droite",
    "far-right": "extrême droite",
    other: "divers",
  },
  review: {
    classed: (share: string) => `${share} classé`,
    sharesOf: (parts: string) => `Parts des voix : ${parts}`,
    little: (share: string) =>
      `Seulement ${share} des voix de ce scrutin ont un camp : il ne peut guère servir aux scores. Classez d’abord les candidats du haut de la liste.`,
    nothing: "Aucun candidat de ce scrutin n’a de camp : il ne peut pas servir aux scores.",
    warning: (count: number) =>
      `${count} ${plural(count, "scrutin a", "scrutins ont")} moins de la moitié des voix classées.`,
    apply: (side: string) => `Suggestion : ${side}`,
    applyTo: (name: string, side: string) => `Suggestion : ${side}, pour ${name}`,
    applyAll: (count: string) => `Appliquer les ${count} suggestions`,
    applyOne: "Appliquer la suggestion",
    applyEverywhere: (count: string) => `Appliquer toutes les suggestions (${count})`,
    also: (count: number) => `Aussi ${plural(count, "à l’autre tour", "aux autres tours")} (${count})`,
    alsoFor: (also: string, name: string, side: string, elections: string) =>
      `${also} : ${name}, ${side}, ${elections}`,
    because: {
      nuance: (source: string, family: string) => `Nuance ${source} : ${family}`,
      name: (_: string, family: string) => `Candidature nationale : ${family}`,
      list: (source: string, family: string) => `Nom de liste « ${source} » : ${family}`,
      elsewhere: (source: string, family: string) => `${source} : ${family}`,
      votes: (source: string, family: string, share: string) =>
        `Ses voix sont là où étaient celles de la famille ${family} (${source}) : ${share} vont avec elles`,
      unknown: "Ni nuance ni nom connu",
      person: (election: string) => `même nom, ${election}`,
    },
  },
  second: {
    elected: (name: string, share: string, stations: string) =>
      `Pas de second tour dans ${stations} : ${name} l’a emporté au premier, avec ${share} des voix.`,
    "likely-elected": (name: string, share: string, stations: string) =>
      `Pas de second tour connu dans ${stations} : ${name} a eu ${share} des voix au premier, assez pour l’emporter.`,
    "no-result": (_name: string, _share: string, stations: string) =>
      `Pas de second tour connu dans ${stations} : aucun des fichiers importés ne le contient.`,
    stations: (count: number, text: string) => `${text} ${plural(count, "bureau", "bureaux")}`,
    here: "ce bureau",
  },
  conflict: {
    heading: "Un autre organisateur a enregistré un choix",
    text: (name: string, when: string) =>
      `« ${name} », le ${when}, pendant que vous changiez le vôtre. Rien n’a été remplacé, et les deux resteront dans les versions.`,
    untitled: "Sans nom",
    differences: "Ce que sa version change par rapport à la vôtre :",
    join: "Réunir les deux",
    joinHint: "Sa version, avec les candidats que vous venez de changer.",
    take: "Prendre la sienne",
    keep: "Garder la mienne",
  },
  versions: {
    heading: "Versions",
    intro: "Chaque choix enregistré est gardé. Des changements qui se suivent de près font une seule version.",
    kind: {
      edit: "candidat par candidat",
      preset: "famille",
      import: "fichier importé",
      restored: "version reprise",
    },
    restoredFrom: (when: string) => `reprise du ${when}`,
    current: "actuelle",
    differences: "Ce qui changerait si vous la repreniez :",
    same: "Elle dit la même chose que le choix actuel.",
    restore: "Reprendre cette version",
    closeVersion: "Refermer",
    change: (name: string, from: string, to: string) => `${name} : ${from} → ${to}`,
    others: (count: number, written: string) =>
      `et ${written} ${plural(count, "autre changement", "autres changements")}`,
  },
  file: {
    heading: "Partager ce choix",
    intro: "Un fichier JSON, le même que pour « --campaign » en ligne de commande.",
    write: "Exporter",
    read: "Importer…",
    fileName: "camps",
    done: (known: string, unknown: number) =>
      unknown === 0
        ? `Choix importé : ${known} candidats classés.`
        : `Choix importé : ${known} candidats classés ; ${unknown} ${plural(unknown, "candidat n’est pas", "candidats ne sont pas")} dans ce territoire et ${plural(unknown, "a été laissé", "ont été laissés")} de côté.`,
    unreadable: "Ce fichier n’est pas du JSON.",
    "other-shape": "Ce fichier n’est pas un choix de camps exporté par Arpent.",
    "other-territory": "Aucun candidat de ce fichier n’est dans ce territoire.",
  },
};
