/** Words about where the numbers come from. */
export const frSources = {
  heading: "D’où viennent les nombres",
  findings: "À savoir avant de partir",
  findingsNone: "Rien à signaler.",
  files: "Fichiers",
  read: "lus",
  accepted: "retenus",
  rejected: "écartés",
  outside: "hors territoire",
  licence: (name: string) => `licence : ${name}`,
  vintage: (year: string) => `millésime ${year}`,
  rejects: "Pourquoi des lignes sont écartées",
  scores: "Ce que mesurent les scores",
  doubt: "Le doute",
  doubtText:
    "Un score est une réserve de voix estimée pour un bureau entier, avec un intervalle à 80 %. Il sert à classer des secteurs, jamais à deviner le vote d’une personne ou d’une porte. Deux bureaux dont les intervalles se recouvrent largement se valent.",
  assumptions: "Hypothèses de terrain",
  assumptionConversations:
    "Trois portes sur dix s’ouvrent et donnent une conversation. Vos propres comptes valent mieux dès que vous en avez.",
  assumptionEffect:
    "Une conversation déplace peu de voix : environ deux points de participation, un demi-point de persuasion. Les études publiées vont de zéro à 2,5 points.",
  assumptionDoors:
    "Le nombre de portes d’une adresse vient d’abord des bâtiments, sinon des logements recensés, sinon du nombre d’inscrits.",
  elections: "Scrutins",
  joined: (share: string) => `${share} des bureaux retrouvés`,
  territory: "Ce territoire",
  version: "Version",
  builtAt: "Construit le",
  streets: "Rues praticables à pied",
  isInvented: "Ville inventée : rues, habitants et résultats sont imaginaires.",
  roles: {
    osm: "Rues et bâtiments",
    stations: "Contours des bureaux",
    results: "Résultats",
    addresses: "Adresses",
    census: "Recensement",
    "census-areas": "Contours du recensement",
    elevation: "Relief",
  },
};
