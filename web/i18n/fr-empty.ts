/** What empty lists are for, and the one thing to do about each. */
export const frEmpty = {
  scores: "Les bureaux seront classés ici par ce qu’on peut y gagner, dès qu’un candidat est des nôtres.",
  toCamps: "Choisir nos candidats",
  allStations: "Effacer le filtre",
  noResults:
    "Aucun résultat électoral dans ce territoire : pas de score, chaque porte compte autant. Vous pouvez choisir des bureaux et préparer des tournées ; pour un classement, ajoutez des résultats.",
  noVotes:
    "Les résultats de ce territoire disent combien ont voté, pas pour qui : sans voix par candidat, pas de score. Pour un classement, ajoutez le fichier des candidats.",
  candidates: "Ici se placent les candidats, des nôtres aux hostiles. Ce territoire n’a pas de voix par candidat.",
  addResults: "Ajouter des résultats",
  plans: "Les plans que vous aurez calculés se retrouveront ici, avec leurs feuilles de route.",
  toTeam: "Dire combien vous êtes",
  versions: "Chaque enregistrement de vos choix sera gardé ici, pour y revenir. Rien n’a encore été enregistré.",
  toPresets: "Partir d’une proposition",
  reliability:
    "Ici, les scores sont rejoués sur les élections passées. Il en faut au moins deux premiers tours où votre camp a des voix.",
  territories:
    "Aucun territoire n’est ouvert pour l’instant. Les personnes qui organisent toute la campagne en importent : il paraîtra ici.",
  reload: "Regarder à nouveau",
  outings: "Les sorties que votre rôle permet de voir paraîtront ici. Il n’y en a pas encore.",
  toMap: "Voir la carte",
  coverage:
    "Ici s’affichera ce qui a été frappé sur ce territoire, adresse par adresse, dès la première porte d’une sortie.",
  toOutings: "Voir les sorties",
  contacts:
    "Ici paraîtront les personnes qui auront laissé leurs coordonnées à un bénévole. Les téléphones n’en demandent que si vous le permettez.",
  toPhones: "Régler ce que les téléphones demandent",
  contactsFound: "Aucun contact ne correspond à cette recherche.",
  allContacts: "Effacer la recherche",
  audit:
    "Ici s’inscrira qui entre, et qui regarde, exporte ou change ce qui concerne des personnes. Rien ne s’est encore produit.",
  toTeamPage: "Ouvrir l’équipe",
  invitations: "Les invitations envoyées et pas encore acceptées attendront ici.",
  invite: "Faire un lien d’invitation",
  zonings: "Avec un découpage, on verrait ici où en est chaque zone. Ce territoire n’en a pas.",
  toZones: "Découper en zones",
  reliabilityNoVotes:
    "Ici, les scores sont rejoués sur les élections passées. Il faut des voix par candidat à au moins deux premiers tours.",
  elections: "Aucun scrutin : ce territoire a été construit sans résultats.",
};
