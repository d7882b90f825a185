import { frCamps } from "./fr-camps.ts";
import { frChange } from "./fr-change.ts";
import { frChoice } from "./fr-choice.ts";
import { frCompare } from "./fr-compare.ts";
import { frContacts } from "./fr-contacts.ts";
import { frCut } from "./fr-cut.ts";
import { frEdit } from "./fr-edit.ts";
import { frEmpty } from "./fr-empty.ts";
import { frFind } from "./fr-find.ts";
import { frFirstSteps } from "./fr-first-steps.ts";
import { frGuide } from "./fr-guide.ts";
import { frHand } from "./fr-hand.ts";
import { frHelp } from "./fr-help.ts";
import { frImport } from "./fr-import.ts";
import { frLayers } from "./fr-layers.ts";
import { frMeasure } from "./fr-measure.ts";
import { frOutings } from "./fr-outings.ts";
import { frPeople } from "./fr-people.ts";
import { frPlan } from "./fr-plan.ts";
import { frPrint } from "./fr-print.ts";
import { frProgress } from "./fr-progress.ts";
import { frReliability } from "./fr-reliability.ts";
import { frRoutes } from "./fr-routes.ts";
import { frSources } from "./fr-sources.ts";
import { frStation } from "./fr-station.ts";
import { frStreets } from "./fr-streets.ts";
import { frSurvey } from "./fr-survey.ts";
import { frTransitions } from "./fr-transitions.ts";
import { frWhy } from "./fr-why.ts";
import { frZones } from "./fr-zones.ts";
import { withFrenchSpaces } from "./french-spaces.ts";
import { frenchPlural as plural } from "./plural.ts";

/** Every word of the interface in French. Arguments that are numbers arrive already written for the reader. */
export const fr = withFrenchSpaces({
  app: {
    name: "Arpent",
    tagline: "Où frapper, qui marche dans quelles rues, dans quel ordre.",
    skip: "Aller au contenu",
    language: "Langue",
    theme: "Thème",
    themeAuto: "Automatique",
    themeLight: "Clair",
    themeDark: "Sombre",
    settings: "Réglages d’affichage",
    close: "Fermer",
    back: "Retour",
    loading: "Chargement…",
    retry: "Réessayer",
    cancel: "Annuler",
    failed: "Cela n’a pas marché",
    offline:
      "Le serveur ne répond pas. Vérifiez qu’Arpent tourne sur cette machine, ou votre connexion, puis réessayez.",
    notLoaded:
      "Cette partie n’a pas pu être chargée : le serveur ne répond pas, ou Arpent a été mis à jour depuis l’ouverture de la page.",
    reload: "Recharger la page",
    disconnected: "Connexion au serveur perdue ; la page se remettra à jour toute seule.",
    unknown: "n. c.",
    less: (name: string) => `Moins : ${name}`,
    more: (name: string) => `Plus : ${name}`,
    copy: "Copier le lien",
    copied: "Lien copié",
    table: (name: string) => `Tableau : ${name}`,
  },
  home: {
    title: "Territoires",
    intro:
      "Un territoire rassemble les données publiques d’une ville ou d’un quartier : bureaux de vote, résultats, adresses, rues, relief. Ouvrez-en un pour choisir où aller et préparer les tournées.",
    invented: "Ville inventée",
    builtAt: (date: string) => `Construit le ${date}`,
    stations: (count: number) => plural(count, "bureau", "bureaux"),
    addresses: (count: number) => plural(count, "adresse", "adresses"),
    doors: (count: number) => plural(count, "porte", "portes"),
    elections: (count: number) => plural(count, "tour de scrutin", "tours de scrutin"),
    noElevation: "Sans relief",
    emptyDemo: "Pour essayer tout de suite, fabriquez une ville inventée :",
    emptyBuild: "Pour votre ville, partez des fichiers publics :",
    emptyAfter: "Puis rechargez cette page.",
    commandLine: "En ligne de commande",
    notFoundTitle: "Cette page n’existe pas",
    notFoundText: "L’adresse est peut-être incomplète.",
    toHome: "Revenir aux territoires",
  },
  tabs: {
    label: "Étapes",
    stations: "Secteurs",
    camps: "Camps",
    zones: "Zones",
    routes: "Tournées",
    reliability: "Fiabilité",
    sources: "Données",
  },
  map: {
    title: "Carte du territoire. Tout ce qu’elle montre est aussi dans les listes du panneau.",
    region: "Carte",
    isDrawing: "La carte se dessine…",
    zoomIn: "Zoomer",
    zoomOut: "Dézoomer",
    fitSelection: "Cadrer la sélection",
    fitTerritory: "Cadrer le territoire",
    locate: "Ma position",
    locateFailed: "Position introuvable : autorisez la localisation dans le navigateur.",
    cannotDraw:
      "Ce navigateur ne peut pas dessiner la carte : WebGL 2 lui manque. Activez l’accélération matérielle dans ses réglages, ou ouvrez Arpent dans un autre navigateur à jour. Les listes, les zones et les tournées restent utilisables sans carte.",
    cannotDrawShort: "Ce navigateur ne peut pas dessiner la carte.",
    tools: "Outils de la carte",
    look: "Consulter",
    lookHint: "Un clic ouvre la fiche d’un bureau",
    pick: "Choisir",
    pickHint: "Un clic ajoute ou retire un bureau",
    draw: "Dessiner une zone",
    drawHint: "Un clic par coin, Entrée pour terminer",
    undo: "Annuler le dernier choix",
    redo: "Rétablir",
    help: "Raccourcis clavier",
    drawing: "Dessin de la zone",
    drawingStart: "Cliquez sur la carte pour poser les coins de la zone.",
    drawingCorners: (count: number) =>
      `${count} ${plural(count, "coin posé", "coins posés")}. Entrée ou un clic sur le premier coin pour fermer.`,
    undoCorner: "Retirer le dernier coin",
    finish: "Terminer",
    cancelDrawing: "Abandonner",
    legend: "Légende",
    noScore: "sans score",
    attribution: "Sources",
  },
  search: frFind,
  print: frPrint,
  measure: frMeasure,
  edit: frEdit,
  layers: frLayers,
  stations: {
    heading: "Où aller",
    count: (count: number, text: string) => `${text} ${plural(count, "bureau", "bureaux")}`,
    sortBy: "Trier par",
    sortRegistered: "Inscrits",
    sortDoors: "Portes",
    sortName: "Nom",
    filter: "Filtrer les bureaux",
    filterPlaceholder: "Nom ou numéro",
    list: "Bureaux de vote",
    listHint: "Flèches pour parcourir, Espace pour choisir, Entrée pour ouvrir la fiche.",
    noneMatch: "Aucun bureau ne correspond à ce filtre.",
    select: (name: string) => `Choisir ${name}`,
    registered: (count: number, text: string) => `${text} ${plural(count, "inscrit", "inscrits")}`,
    doors: (count: number, text: string) => `${text} ${plural(count, "porte", "portes")}`,
    classOf: (place: number, count: number) => `classe ${place} sur ${count}`,
    noScore: "sans score",
    scoring: "calcul…",
    selectBest: "Les meilleurs",
    selectBestHint: "Choisir le cinquième des bureaux qui a le score le plus haut",
    selectAll: "Tous",
    clear: "Vider",
    scoresFailed: "Les scores n’ont pas pu être calculés.",
    communes: "Ce territoire n’a pas de contours de bureaux : chaque commune tient lieu de bureau.",
  },
  selection: {
    heading: "Sélection",
    none: "Rien de choisi. Cochez des bureaux ou dessinez une zone.",
    lost: "Sélection incomplète : des bureaux du lien n’existent pas ici.",
    ofStations: (count: number, text: string) => `${text} ${plural(count, "bureau choisi", "bureaux choisis")}`,
    ofZone: "Zone dessinée",
    ofBest: "Les meilleures portes de tout le territoire",
    stations: (count: number) => plural(count, "bureau", "bureaux"),
    addresses: (count: number) => plural(count, "adresse", "adresses"),
    doors: (count: number) => plural(count, "porte", "portes"),
    conversations: (count: number) => plural(count, "conversation attendue", "conversations attendues"),
    offStreet: (count: number, text: string) =>
      `${text} ${plural(count, "adresse est trop loin d’une rue", "adresses sont trop loin d’une rue")} pour être sur une tournée.`,
    plan: "Préparer les tournées",
    emptyZone: "Cette zone ne contient aucune porte. Dessinez-la autour de rues habitées.",
    emptyZones: "Ces zones ne contiennent aucune porte. Ajoutez-leur des rues habitées, ou choisissez-en d’autres.",
    emptyStations: "Ces bureaux n’ont aucune porte connue. Choisissez-en d’autres.",
    noAddresses:
      "Ce territoire n’a pas d’adresses : ses bureaux se comparent, mais personne ne peut y frapper. Ajoutez-lui un fichier d’adresses.",
  },
  station: frStation,
  camps: frCamps,
  plan: frPlan,
  routes: frRoutes,
  change: frChange,
  choice: frChoice,
  contacts: frContacts,
  progress: frProgress,
  reliability: frReliability,
  transitions: frTransitions,
  why: frWhy,
  hand: frHand,
  sources: frSources,
  streets: frStreets,
  elections: {
    presidential: "Présidentielle",
    legislative: "Législatives",
    european: "Européennes",
    municipal: "Municipales",
    regional: "Régionales",
    departmental: "Départementales",
    referendum: "Référendum",
    name: (type: string, year: number) => `${type} ${year}`,
    round: (round: number) => (round === 1 ? "1er tour" : `${round}e tour`),
    short: {
      presidential: "Prés.",
      legislative: "Légis.",
      european: "Europ.",
      municipal: "Munic.",
      regional: "Rég.",
      departmental: "Dép.",
      referendum: "Réf.",
    },
  },
  page: {
    title: (id: string) => `Tournée ${id}`,
    next: "Prochain arrêt",
    stop: (place: string, count: string) => `Arrêt ${place} sur ${count}`,
    nextStop: "Arrêt suivant",
    previousStop: "Arrêt précédent",
    doors: (count: number) => `${count} ${plural(count, "porte", "portes")}`,
    floors: (count: number) => `${count} ${plural(count, "niveau", "niveaux")}`,
    neverAsked: (count: number) => `${count} ${plural(count, "porte", "portes")} : ne plus passer`,
    howToGet: "Pour y aller",
    allStops: "Toute la tournée",
    finished: "Tournée terminée",
    finishedText: "Merci ! Vous pouvez revenir en arrière si un arrêt reste à faire.",
    madeAt: (date: string) => `Tournée préparée le ${date}`,
    showMap: "Carte",
    gone: "Ce lien ne mène plus à une tournée.",
    goneText: "Demandez un nouveau lien à la personne qui organise.",
  },
  compare: frCompare,
  outings: frOutings,
  survey: frSurvey,
  zones: frZones,
  cut: frCut,
  imports: frImport,
  guide: frGuide,
  firstSteps: frFirstSteps,
  empty: frEmpty,
  help: frHelp,
  people: frPeople,
  sheet: { expand: "Agrandir le panneau", collapse: "Réduire le panneau", panel: "Panneau" },
});

export type Dictionary = typeof fr;
