import { frenchPlural as plural } from "./plural.ts";

/** Words of outings under way and of what is done already. Counts come with the number as it is written. */
export const frProgress = {
  heading: "En direct",
  live: "En direct : chaque porte s’affiche dès que le téléphone l’envoie.",
  connecting: "Connexion au direct…",
  cut: (moment: string) =>
    `Connexion coupée à ${moment} : les chiffres sont ceux d’alors. Nouvel essai automatique ; rien n’est perdu.`,
  closed: (moment: string) => `Sortie close le ${moment}. Ce que les téléphones envoient encore s’ajoute.`,
  doors: "Portes frappées",
  ofDoors: (written: string, of: string) => `${written} sur ${of}`,
  addresses: "Adresses faites",
  contact: "Taux de contact",
  expected: (share: string) => `attendu ${share}`,
  conversations: (count: number, written: string) => `${written} ${plural(count, "conversation", "conversations")}`,
  few: "moins de 11 portes",
  fewShort: "< 11 portes",
  kept: "non montré",
  whyFew:
    "Ce que les gens ont répondu n’est montré qu’à partir de 11 portes ensemble, pour que personne ne soit reconnu. Un groupe plus grand est parfois tu lui aussi : sans cela, une soustraction suffirait.",
  map: "Où on en est",
  noMap: "Ce territoire n’est plus sur cette machine : pas de carte.",
  state: { untouched: "pas commencée", begun: "commencée", done: "faite" },
  by: "Détail",
  views: { routes: "Par tournée", stations: "Par bureau", zones: "Par zone" },
  zoning: "Découpage",
  column: {
    route: "Tournée",
    station: "Bureau",
    zone: "Zone",
    day: "Jour",
    doors: "Portes",
    contact: "Contact",
    pace: "Min / porte",
    news: "Nouvelles",
    addresses: "Adresses",
    outings: "Sorties",
    last: "Dernier passage",
  },
  route: (id: string) => `Tournée ${id}`,
  noStation: "Hors bureau",
  noZone: "Hors zone",
  planned: (figure: string) => `prévu ${figure}`,
  news: {
    never: "aucune",
    ended: "terminée",
    "taken-back": "reprise",
    now: "à l’instant",
    heard: (minutes: string) => `il y a ${minutes}`,
    silent: (minutes: string) => `muette depuis ${minutes}`,
  },
  saidDoors: (count: number, tried: string, doors: string) =>
    `${tried} ${plural(count, "porte frappée", "portes frappées")} sur ${doors}`,
  saidAddresses: (count: number, done: string, stops: string) =>
    `${done} ${plural(count, "adresse faite", "adresses faites")} sur ${stops}`,
  saidSilent: (routes: string) => `Sans nouvelles : ${routes}.`,
  leaveOut: {
    label: "Laisser de côté ce qui est déjà fait",
    hint: "Conversations, refus et boîtages sont faits ; « ne plus passer » est respecté ; « plus tard » revient.",
    when: "Jour et heure prévus (facultatif)",
    whenHint: "Les absents sont revus un autre jour de la semaine, ou à un autre moment de la journée.",
  },
  coverage: {
    title: "Déjà fait",
    heading: (territory: string) => `Déjà fait : ${territory}`,
    intro: (count: number, written: string) =>
      `${written} ${plural(count, "sortie", "sorties")} sur ce territoire : voici les adresses où l’on a frappé.`,
    csv: "Tableau par bureau (CSV)",
    reached: "Portes atteintes au moins une fois",
    ofTerritory: (share: string) => `${share} du territoire`,
    tried: "Portes frappées en tout",
    twice: "une porte frappée deux fois compte deux fois",
    days: "Par jour",
    stations: "Par bureau",
    left: (count: number, written: string) =>
      `${written} ${plural(count, "bureau où personne n’est encore passé", "bureaux où personne n’est encore passé")}.`,
  },
};
