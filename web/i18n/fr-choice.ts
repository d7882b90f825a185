/** Words of why a plan goes where it goes. */
export const frChoice = {
  heading: "Pourquoi ces bureaux ?",
  rule: {
    votes:
      "Les bureaux qui rapportent le plus de voix par heure de bénévole, marche comprise. Estimé avant les tournées.",
    doors:
      "Les bureaux où l’on frappe à le plus de portes par heure de bénévole, marche comprise. Estimé avant les tournées.",
  },
  station: "Bureau",
  votesPerHour: "Voix par heure",
  doorsPerHour: "Portes par heure",
  doors: "Portes",
  walk: "Marche",
  reserve: (names: string) => `En réserve, pour remplir les heures : ${names}.`,
  alternatives: "Et sinon ?",
  alternative: "Choix",
  expected: { votes: "Voix attendues", doors: "Portes attendues" },
  thisChoice: "Ce choix",
  instead: (name: string, insteadOf: string) => `${name} au lieu de ${insteadOf}`,
  byScoreAlone: "Par score seul",
};
