import { frenchPlural as plural } from "./plural.ts";

/** Words of the first steps, and of what is done to territories as a whole. */
export const frFirstSteps = {
  heading: "De zéro à la première feuille de route",
  intro: "Cinq étapes. Chacune se coche d’elle-même quand elle est faite.",
  done: "fait",
  skipped: "sans objet : ce territoire n’a aucun résultat électoral",
  dismiss: "Masquer ces étapes",
  show: "Revoir les premières étapes",
  territory: {
    title: "Ouvrir un territoire",
    text: "Importez les fichiers publics de votre commune, ou essayez avec une ville inventée.",
    action: "Importer des fichiers",
  },
  camps: {
    title: "Choisir les camps",
    text: "Dites quels candidats sont des nôtres : les scores en dépendent.",
    action: "Choisir les camps",
    fact: (count: number, text: string) => `${text} ${plural(count, "candidat des nôtres", "candidats des nôtres")}`,
  },
  stations: {
    title: "Voir les bureaux",
    text: "Le classement dit où chaque heure de porte-à-porte compte le plus.",
    action: "Voir les bureaux",
    fact: (count: number, text: string) => `${text} ${plural(count, "bureau classé", "bureaux classés")}`,
  },
  plan: {
    title: "Préparer les tournées",
    text: "Choisissez des bureaux, dites combien vous êtes et pour combien de temps.",
    action: "Préparer les tournées",
    fact: (count: number, text: string) => `${text} ${plural(count, "plan", "plans")}`,
  },
  sheet: {
    title: "Imprimer la première feuille",
    text: "Ouvrez le plan terminé : PDF pour l’imprimante, ou une sortie pour les téléphones.",
    action: "Ouvrir le plan",
    fact: (count: number, text: string) => `feuilles de ${text} ${plural(count, "plan", "plans")}`,
  },
  demo: "Essayer avec une ville inventée",
  demoHint: "Moins d’une minute, sans aucun fichier.",
  newTerritory: "Importer un territoire",
  menu: (title: string) => `Gérer ${title}`,
  rename: "Renommer",
  renameLabel: "Nouveau nom",
  addFile: "Ajouter un fichier et reconstruire",
  rebuildFromFiles: "Reconstruire à partir de fichiers",
  renamed: (before: string, after: string) => `« ${before} » s’appelle maintenant « ${after} ».`,
  removed: (title: string) => `« ${title} » est supprimé.`,
  remove: "Supprimer",
  removeTitle: (title: string) => `Supprimer « ${title} » ?`,
  lost: (size: string) => `Le territoire (${size}) est effacé de cette machine.`,
  lostFiles: (size: string) => `Les fichiers importés dont il vient (${size}) sont effacés aussi.`,
  lostPlans: (count: number, text: string) =>
    `${text} ${plural(count, "plan ne pourra plus être ouvert", "plans ne pourront plus être ouverts")}. Les liens déjà donnés aux équipes restent lisibles.`,
  keptChoices: (count: number, text: string) =>
    `${text} ${plural(count, "version", "versions")} des camps restent dans la campagne.`,
  keptAll: "Ce que vous avez écrit revient si vous reconstruisez un territoire du même nom.",
  refused: "Un plan est en cours de calcul : attendez sa fin avant de supprimer.",
};
