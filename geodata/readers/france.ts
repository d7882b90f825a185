import type { Sentence } from "../../server/contract/refusal.ts";
import { type BoundingBox, isInBox, type Position } from "../geometry/position.ts";

/** Boxes around every French territory that votes in polling stations, Monaco's borders among them. */
const FRENCH_BOXES: readonly BoundingBox[] = [
  [-5.6, 41.2, 9.9, 51.3], // mainland and Corsica
  [-61.9, 15.7, -60.9, 16.7], // Guadeloupe
  [-61.3, 14.3, -60.7, 15.0], // Martinique
  [-54.8, 2.0, -51.5, 6.0], // Guyane
  [55.1, -21.5, 55.9, -20.8], // La Réunion
  [44.9, -13.2, 45.4, -12.5], // Mayotte
  [-56.6, 46.6, -56.0, 47.3], // Saint-Pierre-et-Miquelon
  [-63.3, 17.8, -62.7, 18.2], // Saint-Martin, Saint-Barthélemy
  [163.0, -23.0, 168.3, -19.3], // Nouvelle-Calédonie
  [-155.0, -28.0, -134.0, -7.5], // Polynésie française
  [-178.5, -14.5, -175.9, -13.0], // Wallis-et-Futuna
];

/** Whether a position lies in or near France, overseas included. */
function isInFrance(position: Position): boolean {
  return FRENCH_BOXES.some((box) => isInBox(position, box));
}

/** Null for a position in France; else the words that follow it in a sentence: what is wrong and what is expected. */
export function whyNotInFrance(longitude: number, latitude: number): Sentence | null {
  if (isInFrance([longitude, latitude])) return null;
  if (isInFrance([latitude, longitude])) {
    return {
      fr: "hors de France ; longitude et latitude semblent inversées, il faut [longitude, latitude]",
      en: "outside France; longitude and latitude look swapped, expected [longitude, latitude]",
    };
  }
  if (Math.abs(longitude) > 180 || Math.abs(latitude) > 90) {
    return {
      fr: "autre chose que des degrés, peut-être une projection (Lambert 93 ?) ; il faut longitude et latitude en WGS 84",
      en: "not degrees; looks projected (Lambert 93?), expected WGS 84 longitude and latitude",
    };
  }
  return { fr: "hors de France, outre-mer compris", en: "outside France, overseas included" };
}
