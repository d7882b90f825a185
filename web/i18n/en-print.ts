import type { frPrint } from "./fr-print.ts";

/** Words of the map on paper. */
export const enPrint: typeof frPrint = {
  heading: "Map to print",
  name: "Title",
  orientation: "A4 page",
  landscape: "Landscape",
  portrait: "Portrait",
  print: "Print",
  drawing: "Drawing the map…",
  failed: "The map could not be drawn. Try again; on a slow machine, zoom in first.",
  page: "Preview of the page",
  picture: (title) => `Map: ${title}`,
  north: "North",
  scale: (ratio) => `About 1:${ratio}`,
  printedOn: (date) => `Printed on ${date}`,
  sources: (credits) => `Sources: ${credits}`,
  legend: "Legend",
  heldUp: "The map holds up the line in bold; the rest steps back.",
  otherZones: (count, written) => `and ${written} other ${count === 1 ? "zone" : "zones"}`,
  noZone: "In no zone",
  zonesTotal: (doors) => `${doors} in the zones. The outline of a zone follows its addresses.`,
  hint: "The map shows what the screen does. Choose the same orientation in the print window.",
};
