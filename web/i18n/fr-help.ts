/** Words of the list of keyboard shortcuts. */
export const frHelp = {
  title: "Raccourcis clavier",
  keys: {
    search: "Chercher",
    palette: "Chercher et commander, de partout",
    tabs: "Changer d’étape",
    list: "Parcourir la liste",
    choose: "Choisir le bureau",
    openStation: "Ouvrir la fiche",
    moveStop: "Prendre et déplacer une adresse par sa poignée",
    draw: "Dessiner une zone",
    finish: "Fermer la zone",
    cancel: "Abandonner le dessin, fermer la fiche",
    undo: "Annuler / rétablir un choix",
    help: "Cette aide",
  },
  letters: "Touches seules actives",
  lettersHint: "Décochez pour que lettres, chiffres et signes seuls ne fassent rien. Ctrl K et Échap restent.",
  key: {
    arrows: "↑ ↓",
    space: "Espace",
    enter: "Entrée",
    escape: "Échap",
    control: "Ctrl",
  },
};
