import { frenchPlural as plural } from "./plural.ts";

/** Words of who went where between two elections. Numbers arrive written. */
export const frTransitions = {
  title: "Qui est allé où ?",
  intro:
    "D’une élection à l’autre, où sont allés les électeurs de chaque camp, abstention comprise. Estimé à partir des totaux des bureaux : cela ne dit rien d’une personne.",
  from: "De",
  to: "À",
  place: "Lieu",
  everywhere: "Tout le territoire",
  loading: "Estimation en cours…",
  failed: "Les reports de voix n’ont pas pu être estimés.",
  few: "Il faut deux premiers tours avec des voix par candidat pour estimer des reports.",
  nobody: "Aucun bureau n’a de voix aux deux élections.",
  nobodyHere: "Ce bureau n’a pas de voix aux deux élections : choisissez-en un autre, ou tout le territoire.",
  same: "Choisissez deux élections différentes.",
  standing: {
    ours: "À nous",
    near: "Proches",
    neutral: "Neutres",
    far: "Éloignés",
    hostile: "Hostiles",
    away: "Abstention, blancs et nuls",
  },
  row: (standing: string, voters: string) => `${standing} : ${voters} électeurs`,
  share: (standing: string, share: string) => `${standing} : environ ${share}`,
  interval: (low: string, high: string) => `de ${low} à ${high}`,
  rest: (share: string) => `Le reste, environ ${share}, se disperse.`,
  stations: (count: number, text: string) => `Estimé sur ${text} ${plural(count, "bureau", "bureaux")}.`,
  leftOut: (count: number, text: string) =>
    `${text} ${plural(count, "bureau laissé", "bureaux laissés")} de côté : registre trop changé, ou pas de résultat aux deux élections.`,
  oneStation: "Table la plus vraisemblable de ce bureau : sans intervalle, à lire comme un ordre de grandeur.",
  method:
    "Arrondi à 5 points, avec l’intervalle à 80 %. Là où la vérité est connue (278 circonscriptions de Nouvelle-Zélande, deux votes le même jour), 6,4 % des électeurs sont en moyenne dans la mauvaise case. Entre deux élections, comptez davantage : des électeurs arrivent, partent et meurent.",
};
