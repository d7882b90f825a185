import { frenchPlural as plural } from "./plural.ts";

/** Words of the map on paper. */
export const frPrint = {
  heading: "Carte à imprimer",
  name: "Titre",
  orientation: "Page A4",
  landscape: "Paysage",
  portrait: "Portrait",
  print: "Imprimer",
  drawing: "Dessin de la carte…",
  failed: "La carte n’a pas pu être dessinée. Réessayez ; sur une machine lente, zoomez d’abord.",
  page: "Aperçu de la page",
  picture: (title: string) => `Carte : ${title}`,
  north: "Nord",
  scale: (ratio: string) => `Environ 1 : ${ratio}`,
  printedOn: (date: string) => `Imprimé le ${date}`,
  sources: (credits: string) => `Sources : ${credits}`,
  legend: "Légende",
  heldUp: "La carte met en avant la ligne en gras ; le reste s’efface.",
  otherZones: (count: number, written: string) => `et ${written} ${plural(count, "autre zone", "autres zones")}`,
  noZone: "Sans zone",
  zonesTotal: (doors: string) => `${doors} dans les zones. Le contour d’une zone suit ses adresses.`,
  hint: "La carte reprend ce que l’écran montre. Choisissez la même orientation dans la fenêtre d’impression.",
};
