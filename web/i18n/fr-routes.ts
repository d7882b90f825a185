import { frenchPlural as plural } from "./plural.ts";

/** Words of the routes of a plan. */
export const frRoutes = {
  made: (date: string) => `Calculées le ${date}`,
  all: "Toutes les tournées",
  count: (count: number) => `${count} ${plural(count, "tournée", "tournées")}`,
  name: (id: string) => `Tournée ${id}`,
  list: "Liste des tournées",
  stops: (count: number, text: string) => `${text} ${plural(count, "arrêt", "arrêts")}`,
  doors: (count: number, text: string) => `${text} ${plural(count, "porte", "portes")}`,
  climb: (text: string) => `+${text}`,
  climbLabel: "Montée",
  duration: "Durée",
  distance: "Distance",
  doorsLabel: "Portes",
  stopsLabel: "Arrêts",
  walking: "Marche",
  atDoors: "Aux portes",
  perDoor: "Marche par porte",
  perDoorShort: (text: string) => `${text} par porte`,
  conversations: "Conversations attendues",
  quality: "Qualité de la tournée",
  planQuality: "Qualité du plan",
  crossings: (count: number, big: number) =>
    count === 0
      ? "Aucune rue à traverser pour changer de côté."
      : `${count} ${plural(count, "rue traversée", "rues traversées")} pour changer de côté${
          big === 0 ? "" : `, dont ${big} ${plural(big, "grand axe", "grands axes")}`
        }.`,
  crossingsUnknown: "Rues traversées inconnues : un autre moteur a tracé le chemin.",
  repeated: (share: string) => `${share} du chemin repasse par une rue déjà parcourue, d’un côté ou de l’autre.`,
  detour: (walked: string, crow: string, stop: string) =>
    `Le plus long détour : ${walked} à pied pour ${crow} à vol d’oiseau, vers l’arrêt ${stop}.`,
  detourHome: (walked: string, crow: string) =>
    `Le plus long détour : ${walked} à pied pour ${crow} à vol d’oiseau, vers l’arrivée.`,
  effort: (text: string) => `${text} d’effort par porte, traversées comprises.`,
  zoneEffort: (text: string) => `${text} d’effort par porte`,
  effortMeaning:
    "Mètres marchés par porte, plus 15 m par rue traversée pour changer de côté et 60 m par grand axe. Moins, c’est mieux ; une mauvaise tournée y pèse plus que plusieurs bonnes.",
  proved: (share: string) => `À moins de ${share} de la meilleure marche possible (prouvé).`,
  provedDoors: (share: string) => `À moins de ${share} du plus grand nombre de portes possible (prouvé).`,
  provedValue: (share: string) => `À moins de ${share} du meilleur résultat possible (prouvé).`,
  cutShort: "Recherche arrêtée par l’horloge : une machine plus rapide pourrait trouver mieux.",
  start: "Départ : ",
  toldIn: (language: string) =>
    `Les indications sont dites en ${language}, la langue de ce plan. Pour les avoir autrement, refaites le plan.`,
  languages: { fr: "français", en: "anglais" },
  profile: "Relief du parcours",
  profileText: (low: string, high: string, up: string, down: string) =>
    `De ${low} à ${high} d’altitude, ${up} de montée, ${down} de descente.`,
  flat: "Pas de relief dans ce territoire : parcours calculé à plat.",
  order: "Ordre des arrêts",
  directions: "Consignes",
  even: "côté pair",
  odd: "côté impair",
  noStreet: "Sans nom de rue",
  unserved: (count: number, text: string) =>
    `${text} ${plural(count, "adresse n’est sur aucune tournée", "adresses ne sont sur aucune tournée")}`,
  reasons: {
    "no-time-left": "plus de temps : ajoutez des bénévoles ou des minutes",
    "too-long-alone": "trop de portes pour le temps d’un seul bénévole",
    "no-street": "trop loin d’une rue praticable",
    "not-reachable": "sur une rue coupée du reste à pied",
    "steps-only": "derrière des escaliers, que chaque tournée évite",
    "too-much-climb": "trop de montée pour les limites des tournées",
    done: "déjà faites",
    skipped: "retirées à la main",
    "done-before": "déjà faites lors d’une sortie",
    "never-again": "où l’on ne passe plus",
    "another-time": "à revoir un autre jour ou à une autre heure",
    "no-way-in": "porte close à trois passages",
  },
  sheets: "Feuilles de route",
  pdf: "PDF à imprimer",
  gpx: "GPX",
  csv: "Tableur",
  geojson: "GeoJSON",
  link: "Lien pour le téléphone",
  linkHint:
    "Qui a ce lien voit cette tournée, et elle seule, sans compte. Le même lien est en QR code sur la feuille PDF.",
  openLink: "Ouvrir la page",
  none: "Aucune tournée n’a pu être faite. Voyez les raisons ci-dessous.",
  previous: "Tournée précédente",
  next: "Tournée suivante",
};
