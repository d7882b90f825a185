/** What empty lists are for, and the one thing to do about each. */
export const frEmpty = {
  scores: "Les bureaux seront classés ici par ce qu’on peut y gagner, dès qu’un candidat est des nôtres.",
  toCamps: "Choisir nos candidats",
  allStations: "Effacer le filtre",
  noResults:
    "Aucun résultat électoral dans ce territoire : pas de score, chaque porte compte autant. Vous pouvez choisir des bureaux et préparer des tournées ; pour un classement, ajoutez des résultats.",
  candidates:
    "Ici se placent les candidats, des nôtres aux hostiles. Ce territoire n’a aucun résultat électoral, donc aucun candidat.",
  addResults: "Ajouter des résultats",
  plans: "Les plans que vous aurez calculés se retrouveront ici, avec leurs feuilles de route.",
  toTeam: "Dire combien vous êtes",
  versions: "Chaque enregistrement de vos choix sera gardé ici, pour y revenir. Rien n’a encore été enregistré.",
  toPresets: "Partir d’une proposition",
  reliability:
    "Ici, les scores sont rejoués sur les élections passées. Il en faut au moins deux premiers tours où votre camp a des voix.",
  elections: "Aucun scrutin : ce territoire a été construit sans résultats.",
};
