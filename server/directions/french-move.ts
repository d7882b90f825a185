import type { OsrmStep } from "../contract/plan.ts";
import { climbVerb, isGoneBy, onWay, turnBack, type Way, wayWords } from "./way-words.ts";

/**
 * A maneuver in French as hikers' guides write it: "Tourner à gauche sur la rue X", "Prendre à gauche le chemin
 * piéton", "Monter à droite par l’escalier". Null for types that walks of our own do not have.
 */
export function frenchMove({ type, modifier = "straight", exit }: OsrmStep["maneuver"], way: Way): string | null {
  if (modifier === "uturn") return turnBack(way);
  switch (type) {
    case "turn":
      return turn(modifier, way);
    case "new name":
      if (isGoneBy(way) || way.kind === "crossing" || modifier.startsWith("sharp")) return turn(modifier, way);
      return joined("Continuer", TOWARDS[modifier], onWay(way));
    case "continue":
      if (way.isNamed && modifier !== "straight")
        return joined("Tourner", TOWARDS[modifier], "pour rester", onWay(way));
      return modifier === "straight"
        ? joined("Continuer tout droit", onWay(way))
        : joined("Tourner", TOWARDS[modifier]);
    case "end of road":
      return `Au bout, ${lowered(turn(modifier, way))}`;
    case "fork":
      return joined("À l’embranchement, prendre", SIDE[modifier] ?? "tout droit", wayWords(way, "fr"));
    case "roundabout":
      return aroundRoundabout(modifier, exit, way);
    case "exit roundabout":
      return joined("Sortir du rond-point", onWay(way));
    case "roundabout turn":
      return `Au rond-point, ${lowered(turn(modifier, way))}`;
    default:
      return null;
  }
}

function turn(modifier: string, way: Way): string {
  if (way.kind === "crossing") return "Traverser par le passage piéton";
  const climb = climbVerb(way);
  if (climb !== null) return joined(climb, TOWARDS[modifier], onWay(way));
  if (modifier === "straight") return joined("Continuer tout droit", onWay(way));
  if (isGoneBy(way)) return joined("Prendre", TOWARDS[modifier], wayWords(way, "fr"));
  return joined("Tourner", TOWARDS[modifier], onWay(way));
}

/**
 * Walkers may go either way around, so the side is told: exits are counted in the direction of the walk. Other servers
 * name the street that is taken, not the roundabout.
 */
function aroundRoundabout(modifier: string, exit: number | undefined, way: Way): string {
  const isOurs = way.kind === "roundabout";
  const round = isOurs && way.isNamed ? wayWords(way, "fr") : "le rond-point";
  const side = SIDE[modifier]?.replace(/^à /, "par la ");
  const until = exit === undefined ? undefined : `jusqu’à la ${exit === 1 ? "1re" : `${exit}e`} sortie`;
  const around = joined("Contourner", round, side, until);
  return isOurs || way.text === "" ? around : `${around}, ${onWay(way)}`;
}

function joined(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== "").join(" ");
}

function lowered(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}

const TOWARDS: Readonly<Record<string, string>> = {
  straight: "tout droit",
  "slight left": "légèrement à gauche",
  left: "à gauche",
  "sharp left": "franchement à gauche",
  "slight right": "légèrement à droite",
  right: "à droite",
  "sharp right": "franchement à droite",
};
const SIDE: Readonly<Record<string, string>> = {
  "slight left": "à gauche",
  left: "à gauche",
  "sharp left": "à gauche",
  "slight right": "à droite",
  right: "à droite",
  "sharp right": "à droite",
};
