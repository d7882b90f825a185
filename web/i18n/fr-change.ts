import type { ToldChange } from "./change-words.ts";
import { frenchPlural as plural } from "./plural.ts";

/** Words of changing a plan that is finished. */
export const frChange = {
  heading: "Changer ce plan",
  absent: "Qui ne vient pas ?",
  absentRoute: (id: string) => `Tournée ${id} absent`,
  absentWord: "absent",
  added: "Bénévoles en plus",
  addedPairs: "Binômes en plus",
  minutes: "Minutes pour chacun à partir de maintenant",
  minutesHint: "Vide : à chacun ce qui lui reste.",
  minutesFree: "ce qui reste",
  marks: "Adresses marquées",
  marksNone: "Aucune. Ouvrez une tournée pour marquer ses adresses.",
  marksCount: (done: number, skipped: number, locked: number) =>
    listed(
      [
        [done, plural(done, "faite", "faites")],
        [skipped, plural(skipped, "retirée", "retirées")],
        [locked, plural(locked, "gardée", "gardées")],
      ],
      (count) => plural(count, "adresse", "adresses"),
    ),
  marksClear: "Effacer les marques",
  keepsOrder: "Garder aussi l’ordre",
  keepsOrderHint: "Les adresses gardées d’une tournée se suivent comme dans ce plan.",
  go: "Refaire le plan",
  goHint: "Celui-ci reste dans la liste des tournées déjà calculées.",
  failed: "Le plan n’a pas pu être refait.",
  why: {
    unreadable: "Corrigez d’abord les nombres en rouge.",
    "nobody-left": "Il ne reste aucune tournée : gardez-en une, ou ajoutez un bénévole.",
    "nothing-changed": "Rien n’est changé : dites qui ne vient pas, qui s’ajoute, ou marquez des adresses.",
    "only-locked": "Rien d’autre n’est changé : les adresses gardées sont déjà sur leur tournée.",
  },
  mark: { done: "faite", locked: "à garder sur cette tournée", skipped: "à retirer" },
  marked: { done: "faite", locked: "gardée", skipped: "retirée" },
  markHint: "Marquez ce qui a changé, puis refaites le plan :",
  markStop: (stop: string, mark: string) => `${stop} : ${mark}`,
  markGroup: (street: string, mark: string) => `${street}, toutes les adresses : ${mark}`,
  markStops: (street: string) => `Marquer les adresses : ${street}`,
  toChange: "Changer le plan",
  before: "Revenir au plan d’avant",
  report: ({ report, integer, removedRoutes, removedCount }: ToldChange) => {
    const { movedStops: moved, takenOverStops: taken, addedStops: added, droppedStops: dropped } = report;
    const to = removedRoutes === "" ? "aux absents" : plural(removedCount, "à la tournée", "aux tournées");
    const parts = [
      moved === 0
        ? "Aucune adresse ne change de bénévole"
        : `${integer(moved)} ${plural(moved, "adresse change", "adresses changent")} de bénévole`,
      taken === 0 ? "" : `${integer(taken)} ${plural(taken, "reprise", "reprises")} ${to} ${removedRoutes}`.trimEnd(),
      added === 0 ? "" : `${integer(added)} ${plural(added, "ajoutée", "ajoutées")}`,
      dropped === 0 ? "aucune abandonnée" : `${integer(dropped)} ${plural(dropped, "abandonnée", "abandonnées")}`,
    ];
    const same = report.unchangedRoutes;
    const routes =
      same === 0
        ? "aucune tournée inchangée"
        : `${integer(same)} ${plural(same, "tournée inchangée", "tournées inchangées")}`;
    return `${parts.filter(Boolean).join(", ")} ; ${routes}.`;
  },
  locksLost: (count: number) =>
    `${count} ${plural(count, "adresse à garder n’est plus sur sa tournée", "adresses à garder ne sont plus sur leur tournée")}, faute de temps.`,
  unchanged: "inchangée",
};

/** "4 adresses faites, 2 retirées": the noun stands once, with the first count. */
function listed(counts: readonly (readonly [number, string])[], noun: (count: number) => string): string {
  return counts
    .filter(([count]) => count > 0)
    .map(([count, word], place) => (place === 0 ? `${count} ${noun(count)} ${word}` : `${count} ${word}`))
    .join(", ");
}
