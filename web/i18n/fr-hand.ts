import { frenchPlural as plural } from "./plural.ts";

/** Words of what the organizer decides: weights, thresholds, assumptions, and how firm the order is. */
export const frHand = {
  heading: "Pondération",
  intro:
    "Bouger un poids colore la carte par le mélange ; bouger un seuil la montre en trois classes. Ctrl Z revient en arrière.",
  weights: "Poids dans le mélange",
  weightsZero: "Deux poids nuls : plus rien ne départage les bureaux.",
  thresholds: "Seuils des trois classes, en part des inscrits",
  thresholdOf: { priority: "Priorité", second: "Ensuite" },
  priorityUntil: (share: string) => `les ${share} premiers des inscrits`,
  secondUntil: (share: string) => `jusqu’à ${share} des inscrits`,
  classRegistered: (text: string) => `${text} inscrits`,
  undone: "Annulé : les réglages des scores sont ceux d’avant.",
  redone: "Rétabli : les réglages des scores sont de nouveau changés.",
  recomputed: "Scores recalculés.",
  wasReset: "Réglages de départ rétablis.",
  reset: "Revenir aux réglages de départ",
  saved: "Enregistré avec le choix du camp.",
  saving: "Enregistrement…",
  saveFailed: "Réglages non enregistrés.",

  assumptions: "Hypothèses de terrain",
  assumptionsIntro:
    "Ce que rapporte une porte. Ces nombres changent les voix par heure, le choix des meilleurs bureaux et les plans qui cherchent les voix. Les études se contredisent, et les françaises et les américaines sont données à part.",
  presets: "Partir de",
  preset: { pessimistic: "Pessimiste", central: "Central (par défaut)", optimistic: "Optimiste" },
  ownPreset: "Réglages à vous",
  assumption: {
    conversationsPerDoor: "Portes qui s’ouvrent et parlent",
    votersPerConversation: "Électeurs rencontrés par conversation",
    mobilisationEffect: "Effet sur la participation",
    persuasionEffect: "Effet de persuasion",
  },
  unit: {
    conversationsPerDoor: "%",
    votersPerConversation: "pers.",
    mobilisationEffect: "pts",
    persuasionEffect: "pts",
  },
  unitMeaning: {
    conversationsPerDoor: "sur cent portes frappées",
    votersPerConversation: "en moyenne",
    mobilisationEffect: "voix gagnées sur cent électeurs rencontrés, dans un bureau moyen",
    persuasionEffect: "voix gagnées sur cent électeurs rencontrés, dans un bureau moyen",
  },
  expected: (low: string, high: string) => `Un nombre de ${low} à ${high}.`,
  byDefault: (value: string) => `Par défaut ${value}`,
  published: (low: string, high: string) => `publié : de ${low} à ${high}`,
  notPublished: "aucune mesure publiée",
  places: { france: "France", europe: "Europe", states: "États-Unis", judgement: "Notre jugement" },
  sources: {
    conversationsPerDoor: {
      france: "Rennes, 2016 : « un habitant sur cinq » a répondu.",
      states: "10 à 50 % selon les villes et les heures, dit la pratique ; souvent 25 %.",
      judgement: "30 %, entre les deux. Vos propres comptes valent mieux dès que vous en avez.",
    },
    votersPerConversation: {
      judgement: "1,3 : souvent une personne, parfois deux. Personne ne l’a mesuré.",
    },
    mobilisationEffect: {
      france:
        "Pons 2018 (présidentielle 2012, 5 millions de portes) : aucun effet sur la participation. Pons et Liegey 2019 (régionales 2010) : +3,1 points chez les immigrés, rien de sûr chez les autres.",
      europe:
        "Bhatti et al. 2019, Danemark : deux essais, zéro. Cantoni et Pons 2021, Italie : +1,8 point par des bénévoles, zéro par les candidats.",
      states: "Green, McGrath et Aronow 2013, 71 essais : +2,5 points par personne rencontrée (1,8 à 3,3).",
      judgement: "2 points. La valeur optimiste, 5 points, dépasse ces moyennes.",
    },
    persuasionEffect: {
      france:
        "Pons 2018 : le vote pour le candidat monte d’environ 3 points au premier tour là où l’on a frappé, et l’effet dure.",
      states: "Kalla et Broockman 2018, 49 essais : meilleure estimation, zéro.",
      judgement: "0,5 point, plus près de zéro que de la mesure française.",
    },
  },
  recomputing: "Nouveau calcul des scores…",

  hourlyRange: (low: string, high: string) =>
    `Pessimiste ${low}, optimiste ${high} : le moins et le plus que les effets publiés permettent.`,
  hourlyHours: (hours: string) => `Soit une voix toutes les ${hours} heures de bénévole.`,
  hourlyNegative: "Négatif : frapper à toutes les portes d’ici apporterait plus de voix à l’autre camp qu’au nôtre.",
  hourlyZero: "Avec ces hypothèses, aucune voix n’est gagnée à une porte.",
  hourlyWalk: (doors: string, walk: string, atDoors: string) =>
    `${doors} portes : ${walk} de marche, ${atDoors} devant les portes.`,
  hourlyNoDoors: "Aucune porte d’ici n’est accessible à pied.",
  mixPart: (name: string, weight: string, share: string) => `${name} ×${weight} (${share})`,
  mixSigned: "Les réserves entrent dans le mélange avant d’être ramenées à zéro.",
  stays: (measure: string, text: string) => `${measure} : ce bureau ${text}.`,
  staysTimes: (times: string) => `reste dans le premier cinquième ${times} fois sur 10`,
  staysAlways: "reste presque toujours dans le premier cinquième",
  entersTimes: (times: string) => `entrerait dans le premier cinquième ${times} fois sur 10`,
  entersNever: "n’entrerait presque jamais dans le premier cinquième",
  staysNote: "Si l’on refaisait toutes les estimations, chacune dans sa marge d’erreur.",
  first: (count: number, places: string, staying: number) =>
    `Sur ${count < 2 ? "le premier bureau" : `les ${places} premiers bureaux`}, ${staying} y ${plural(staying, "resterait", "resteraient")} si l’on refaisait les estimations dans leurs marges d’erreur`,
  fifth: (places: string, staying: string) => ` ; sur les ${places} du premier cinquième, ${staying}`,
  hourlyFirm:
    "Voix par heure : le doute vient surtout des effets supposés, les mêmes partout. Il change le nombre de voix plus que l’ordre des bureaux.",
};
