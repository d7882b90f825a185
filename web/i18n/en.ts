import { enCamps } from "./en-camps.ts";
import { enChange } from "./en-change.ts";
import { enChoice } from "./en-choice.ts";
import { enCompare } from "./en-compare.ts";
import { enContacts } from "./en-contacts.ts";
import { enCut } from "./en-cut.ts";
import { enEdit } from "./en-edit.ts";
import { enEmpty } from "./en-empty.ts";
import { enFind } from "./en-find.ts";
import { enFirstSteps } from "./en-first-steps.ts";
import { enGuide } from "./en-guide.ts";
import { enHand } from "./en-hand.ts";
import { enHelp } from "./en-help.ts";
import { enImport } from "./en-import.ts";
import { enLayers } from "./en-layers.ts";
import { enMeasure } from "./en-measure.ts";
import { enOutings } from "./en-outings.ts";
import { enPeople } from "./en-people.ts";
import { enPlan } from "./en-plan.ts";
import { enPrint } from "./en-print.ts";
import { enProgress } from "./en-progress.ts";
import { enReliability } from "./en-reliability.ts";
import { enRoutes } from "./en-routes.ts";
import { enSources } from "./en-sources.ts";
import { enStation } from "./en-station.ts";
import { enStreets } from "./en-streets.ts";
import { enSurvey } from "./en-survey.ts";
import { enTransitions } from "./en-transitions.ts";
import { enWhy } from "./en-why.ts";
import { enZones } from "./en-zones.ts";
import type { Dictionary } from "./fr.ts";
import { englishPlural as plural } from "./plural.ts";

/** Every word of the interface in English; the compiler checks that none of the French keys is missing. */
export const en: Dictionary = {
  app: {
    name: "Arpent",
    tagline: "Where to knock, who walks which streets, in what order.",
    skip: "Skip to content",
    language: "Language",
    theme: "Theme",
    themeAuto: "Automatic",
    themeLight: "Light",
    themeDark: "Dark",
    settings: "Display settings",
    close: "Close",
    back: "Back",
    loading: "Loading…",
    retry: "Try again",
    cancel: "Cancel",
    failed: "That did not work",
    offline:
      "The server does not answer. Check that Arpent is running on this machine, or your connection, then try again.",
    notLoaded:
      "This part could not be loaded: the server does not answer, or Arpent was updated after the page was opened.",
    reload: "Reload the page",
    disconnected: "Connection to the server lost; the page will catch up by itself.",
    unknown: "n/a",
    less: (name: string) => `Less: ${name}`,
    more: (name: string) => `More: ${name}`,
    copy: "Copy the link",
    copied: "Link copied",
    table: (name) => `Table: ${name}`,
  },
  home: {
    title: "Territories",
    intro:
      "A territory brings together the public data of a town or neighbourhood: polling stations, results, addresses, streets, relief. Open one to choose where to go and prepare routes.",
    invented: "Invented town",
    builtAt: (date) => `Built on ${date}`,
    stations: (count) => plural(count, "station", "stations"),
    addresses: (count) => plural(count, "address", "addresses"),
    doors: (count) => plural(count, "door", "doors"),
    elections: (count) => plural(count, "election round", "election rounds"),
    noElevation: "No relief",
    emptyDemo: "To try it right away, make an invented town:",
    emptyBuild: "For your own town, start from the public files:",
    emptyAfter: "Then reload this page.",
    commandLine: "On the command line",
    notFoundTitle: "This page does not exist",
    notFoundText: "The address may be incomplete.",
    toHome: "Back to territories",
  },
  tabs: {
    label: "Steps",
    stations: "Areas",
    camps: "Camps",
    zones: "Zones",
    routes: "Routes",
    reliability: "Reliability",
    sources: "Data",
  },
  map: {
    title: "Map of the territory. Everything it shows is also in the lists of the panel.",
    region: "Map",
    isDrawing: "Drawing the map…",
    zoomIn: "Zoom in",
    zoomOut: "Zoom out",
    fitSelection: "Fit the selection",
    fitTerritory: "Fit the territory",
    locate: "My position",
    locateFailed: "Position not found: allow location in the browser.",
    cannotDraw:
      "This browser cannot draw the map: it lacks WebGL 2. Turn on hardware acceleration in its settings, or open Arpent in another up-to-date browser. Lists, zones and routes work without the map.",
    cannotDrawShort: "This browser cannot draw the map.",
    tools: "Map tools",
    look: "Look",
    lookHint: "A click opens a station",
    pick: "Pick",
    pickHint: "A click adds or removes a station",
    draw: "Draw a zone",
    drawHint: "A click for each corner, Enter to finish",
    undo: "Undo the last choice",
    redo: "Redo",
    help: "Keyboard shortcuts",
    drawing: "Drawing the zone",
    drawingStart: "Click on the map to place the corners of the zone.",
    drawingCorners: (count) =>
      `${count} ${plural(count, "corner placed", "corners placed")}. Enter, or a click on the first corner, closes the zone.`,
    undoCorner: "Take back the last corner",
    finish: "Finish",
    cancelDrawing: "Abandon",
    legend: "Legend",
    noScore: "no score",
    attribution: "Sources",
  },
  search: enFind,
  print: enPrint,
  measure: enMeasure,
  edit: enEdit,
  layers: enLayers,
  stations: {
    heading: "Where to go",
    count: (count, text) => `${text} ${plural(count, "station", "stations")}`,
    sortBy: "Sort by",
    sortRegistered: "Registered",
    sortDoors: "Doors",
    sortName: "Name",
    filter: "Filter stations",
    filterPlaceholder: "Name or number",
    list: "Polling stations",
    listHint: "Arrows to move, Space to choose, Enter to open.",
    noneMatch: "No station matches this filter.",
    select: (name) => `Choose ${name}`,
    registered: (_count, text) => `${text} registered`,
    doors: (count, text) => `${text} ${plural(count, "door", "doors")}`,
    classOf: (place, count) => `class ${place} of ${count}`,
    noScore: "no score",
    scoring: "computing…",
    selectBest: "The best",
    selectBestHint: "Choose the fifth of the stations with the highest score",
    selectAll: "All",
    clear: "Clear",
    scoresFailed: "The scores could not be computed.",
    communes: "This territory has no station contours: each commune stands in for a station.",
  },
  selection: {
    heading: "Selection",
    none: "Nothing chosen. Tick stations or draw a zone.",
    lost: "Incomplete selection: stations of the link do not exist here.",
    ofStations: (count, text) => `${text} ${plural(count, "station chosen", "stations chosen")}`,
    ofZone: "Drawn zone",
    ofBest: "The best doors of the whole territory",
    stations: (count) => plural(count, "station", "stations"),
    addresses: (count) => plural(count, "address", "addresses"),
    doors: (count) => plural(count, "door", "doors"),
    conversations: (count) => plural(count, "expected conversation", "expected conversations"),
    offStreet: (count, text) =>
      `${text} ${plural(count, "address is", "addresses are")} too far from a street to be on a route.`,
    plan: "Prepare routes",
    emptyZone: "There is no door in this zone. Draw it around inhabited streets.",
    emptyZones: "There is no door in these zones. Add inhabited streets to them, or choose others.",
    emptyStations: "These stations have no known door. Choose others.",
    noAddresses:
      "This territory has no addresses: its stations can be compared, but nobody can knock there. Add a file of addresses.",
  },
  station: enStation,
  camps: enCamps,
  plan: enPlan,
  routes: enRoutes,
  change: enChange,
  choice: enChoice,
  contacts: enContacts,
  progress: enProgress,
  reliability: enReliability,
  transitions: enTransitions,
  why: enWhy,
  hand: enHand,
  sources: enSources,
  streets: enStreets,
  elections: {
    presidential: "Presidential",
    legislative: "Legislative",
    european: "European",
    municipal: "Municipal",
    regional: "Regional",
    departmental: "Departmental",
    referendum: "Referendum",
    name: (type, year) => `${type} ${year}`,
    round: (round) => (round === 1 ? "round 1" : `round ${round}`),
    short: {
      presidential: "Pres.",
      legislative: "Legis.",
      european: "Europ.",
      municipal: "Munic.",
      regional: "Reg.",
      departmental: "Dept.",
      referendum: "Ref.",
    },
  },
  page: {
    title: (id) => `Route ${id}`,
    next: "Next stop",
    stop: (place, count) => `Stop ${place} of ${count}`,
    nextStop: "Next stop",
    previousStop: "Previous stop",
    doors: (count) => `${count} ${plural(count, "door", "doors")}`,
    floors: (count) => `${count} ${plural(count, "floor", "floors")}`,
    neverAsked: (count) => `${count} ${plural(count, "door", "doors")}: never again`,
    howToGet: "How to get there",
    allStops: "The whole route",
    finished: "Route finished",
    finishedText: "Thank you! You can go back if a stop is left.",
    madeAt: (date) => `Route prepared on ${date}`,
    showMap: "Map",
    gone: "This link no longer leads to a route.",
    goneText: "Ask your organizer for a new one.",
  },
  compare: enCompare,
  outings: enOutings,
  survey: enSurvey,
  zones: enZones,
  cut: enCut,
  imports: enImport,
  guide: enGuide,
  firstSteps: enFirstSteps,
  empty: enEmpty,
  help: enHelp,
  people: enPeople,
  sheet: { expand: "Enlarge the panel", collapse: "Reduce the panel", panel: "Panel" },
};
