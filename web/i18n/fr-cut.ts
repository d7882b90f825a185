import { frenchPlural as plural } from "./plural.ts";

/** Words of zones that the program cuts. Counts come with the number as it is written. */
export const frCut = {
  open: "Découper automatiquement…",
  heading: "Découper automatiquement",
  close: "Fermer",
  intro:
    "Des zones de travail égal, compactes, qui évitent les fleuves, les voies ferrées et les grands axes. Rien ne change avant que vous n’appliquiez ; ensuite, tout se retouche à la main.",
  subject: "Découper",
  subjects: {
    all: "Tout le territoire",
    free: "Les portes sans zone",
    zones: "Des zones de ce découpage",
    area: "Le secteur choisi (onglet Secteurs)",
  },
  whichZones: "Zones à redécouper",
  doors: (count: number, written: string) =>
    count === 0 ? "Aucune porte à découper." : `${written} ${plural(count, "porte", "portes")} à répartir.`,
  locked: (count: number, names: string) =>
    `${names} : ${plural(count, "zone verrouillée, laissée telle quelle", "zones verrouillées, laissées telles quelles")}.`,
  away: (count: number, written: string) =>
    `${written} ${plural(count, "porte à l’écart de toute rue connue restera", "portes à l’écart de toute rue connue resteront")} sans zone.`,
  tooLarge: (written: string, most: string) =>
    `${written} adresses : c’est plus que les ${most} qui se découpent d’un coup. Choisissez un secteur, ou des zones.`,
  count: "Nombre de zones",
  counts: { zones: "Je le fixe", team: "Selon l’équipe" },
  zones: "Zones",
  go: "Proposer un découpage",
  again: "Autre essai",
  busy: "Découpage en cours… Une grande ville demande une demi-minute.",
  seconds: (written: string) => `${written} s`,
  ready: (tries: number) => `Découpage proposé, essai ${tries}. Il est sur la carte ; ses chiffres suivent.`,
  failed: "Le découpage n’a pas pu être fait.",
  tries: "Essais",
  try: (number: string) => `Essai ${number}`,
  onMap: "Sur la carte",
  hand: "Actuel",
  proposed: "Proposé",
  scores: "Le découpage proposé à côté de l’actuel, pour les mêmes portes",
  measure: "Mesure",
  covered: (zones: number, written: string, doors: number, writtenDoors: string) =>
    `${written} ${plural(zones, "zone", "zones")}, ${writtenDoors} ${plural(doors, "porte", "portes")}`,
  metres: (written: string) => `${written} m`,
  rows: {
    metres: "Marche par porte",
    worst: "Pire zone, par porte",
    heaviest: "La plus chargée",
    lightest: "La moins chargée",
    roads: "Grands axes à traverser",
    bridges: "Ponts ou tunnels",
    shared: "Rues partagées",
    compactness: "Compacité",
  },
  better: "mieux",
  noHand: "Aucune zone n’a encore de ces portes : rien à comparer.",
  method:
    "Marche en mètres équivalents : 60 m de plus par grand axe à traverser. Charge : écart au travail moyen d’une zone. Compacité : 100 % pour un disque.",
  replaces: (count: number, names: string, others: number) =>
    `${plural(count, "Remplace la zone", "Remplace les zones")} ${names}${others > 0 ? ` et ${others} ${plural(others, "autre", "autres")}` : ""}.`,
  apply: "Appliquer à ce découpage",
  applyToCopy: (name: string) => `Comme nouveau découpage : ${name}`,
  undoable: "Une seule modification, qui s’annule d’un coup.",
  applied: (count: number, written: string) => `${written} ${plural(count, "zone découpée", "zones découpées")}.`,
  appliedToCopy: (name: string, count: number, written: string) =>
    `Découpage « ${name} » ouvert : ${written} ${plural(count, "zone découpée", "zones découpées")}.`,
  stopped: "Découpage abandonné, rien n’a changé.",
  score: (metres: string) => `${metres} m à pied par porte`,
  scoreWorst: (name: string, metres: string) => `pire zone : ${name}, ${metres} m`,
  scoreHeaviest: (name: string, more: string) => `la plus chargée : ${name}, ${more}`,
  scoreHint: "Mètres équivalents : 60 m de plus par grand axe à traverser.",
  scorePending: "Marche par porte : calcul…",
  scoreLabel: "Score du découpage",
  fit: "Cadrer",
  fitZone: (name: string) => `Cadrer ${name} sur la carte`,
};
