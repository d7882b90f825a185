/** Words of territories without streets. */
export const frStreets = {
  none: "Ce territoire n’a pas de rues",
  noRoutes:
    "On peut en regarder, comparer et noter les bureaux, mais une tournée se marche : reconstruisez-le avec un extrait OpenStreetMap.",
  noZones:
    "On peut en regarder, comparer et noter les bureaux, mais une zone se dessine sur des rues et des adresses : reconstruisez-le avec un extrait OpenStreetMap.",
  build: "Le reconstruire avec des rues",
  askOrganizer: "Demandez-le à l’organisation.",
  noHours: "Sans rues, pas de temps de marche : les voix par heure sont inconnues.",
};
