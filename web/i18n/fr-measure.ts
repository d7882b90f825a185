/** Words of what the map and the list of stations measure. */
export const frMeasure = {
  label: "Colorer par",
  mobilisation: "Mobilisation",
  persuasion: "Persuasion",
  mix: "Mélange",
  hourly: "Voix par heure",
  hourlyShort: "Voix/heure",
  mobilisationMeaning:
    "Part des inscrits qui penchent de notre côté mais votent par intermittence : présents aux élections qui mobilisent, absents aux autres. C’est la réserve que l’on gagne en faisant voter.",
  persuasionMeaning:
    "Part des inscrits qui ont voté pour un camp proche et qui pourraient rejoindre le nôtre. C’est la réserve que l’on gagne en convainquant.",
  mixMeaning: "Somme des deux réserves, chacune avec le poids que vous lui donnez.",
  hourlyMeaning:
    "Voix attendues par heure de bénévole, marche comprise, selon vos hypothèses de terrain. Négatif : y frapper à toutes les portes aiderait l’autre camp.",
  ofRegistered: "des inscrits",
  unit: "En part des inscrits de chaque bureau",
  mixIs: (weights: string) => `En ce moment : ${weights}.`,
  mixUnit: (weights: string) => `${weights} ; en part des inscrits`,
  hourlyUnit: "Voix attendues par heure de bénévole, marche comprise",
  mixWeights: (mobilisation: string, persuasion: string) => `mobilisation ×${mobilisation}, persuasion ×${persuasion}`,
  perHour: (votes: string) => `${votes} voix/h`,
  classes: "Classes",
  classCount: { 5: "5 classes", 3: "3 classes", 9: "× effort" },
  crossed: {
    legend: "Score et effort",
    scoreAxis: "score →",
    effortAxis: "marche par porte →",
    unit: "Croisée avec la marche d’une porte à l’autre, par tiers des bureaux.",
    /** Thirds of the score, low to high; in each, from close doors to far ones. */
    cells: {
      0: {
        0: "score faible, portes proches : peu à y gagner",
        1: "score faible, marche moyenne : peu à y gagner",
        2: "score faible, longues marches : pas maintenant",
      },
      1: {
        0: "score moyen, portes proches : s’il reste du monde",
        1: "score moyen, marche moyenne : plus tard",
        2: "score moyen, longues marches : plus tard, à vélo",
      },
      2: {
        0: "score fort, portes proches : commencer là",
        1: "score fort, marche moyenne : ensuite",
        2: "score fort, longues marches : prévoir plus de temps",
      },
    },
  },
  class: { priority: "priorité", second: "ensuite", rest: "pas maintenant" },
  walking: "Calcul des marches entre les portes… Les voix par heure arrivent ensuite.",
  walksFailed: "Les marches entre les portes n’ont pas pu être calculées.",
  noSignal: "Pas de signal fiable",
  noSignalList: "Aux dernières élections, cet ordre n’aurait pas annoncé où le camp progresse.",
  showAnyway: "Montrer quand même",
  shownAnyway: "Affiché sans signal fiable, à votre demande.",
  hideAgain: "Retirer les couleurs",
  weakSignal: "Signal faible : à lire avec prudence.",
  toReliability: "Voir la fiabilité",
  uncoloured: "sans couleur",
};
