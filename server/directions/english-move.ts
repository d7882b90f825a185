import osrmTextInstructions from "osrm-text-instructions";
import type { OsrmStep } from "../contract/plan.ts";
import { type Way, wayWords } from "./way-words.ts";

const library = osrmTextInstructions("v5");

/** A maneuver in English: in the words of osrm-text-instructions, but for roundabouts, steps and crossings on foot. */
export function englishMove(step: Omit<OsrmStep, "instruction">, way: Way): string {
  const { type, modifier = "straight", exit } = step.maneuver;
  const words = wayWords(way, "en");
  if (type === "roundabout") return aroundRoundabout(modifier, exit, way, words);
  if (type === "exit roundabout") return `Leave the roundabout${words === "" ? "" : ` onto ${words}`}`;
  if (type === "roundabout turn") return `At the roundabout, ${lowered(englishMove(asTurn(step), way))}`;
  if (type === "new name" && /^(?:sharp )?(?:left|right)$/.test(modifier)) return englishMove(asTurn(step), way);
  if (type === "end of road") return `At the end, ${lowered(englishMove(asTurn(step), way))}`;
  if (modifier === "uturn") return words === "" ? "Turn back" : `Turn back along ${words}`;
  if (way.kind === "crossing") return "Use the crossing";
  if (way.kind === "steps" && way.climb !== null)
    return `${library.compile("en", { ...step, name: "" })}, ${way.climb} ${words}`;
  // "Turn left to stay on the footpath" would name no particular footpath.
  return library.compile("en", { ...step, name: type === "continue" && !way.isNamed ? "" : words });
}

/**
 * Walkers may go either way around, so the side is told: exits are counted in the direction of the walk. Other servers
 * name the street that is taken, not the roundabout.
 */
function aroundRoundabout(modifier: string, exit: number | undefined, way: Way, words: string): string {
  const isOurs = way.kind === "roundabout";
  const round = isOurs && way.isNamed ? words : "the roundabout";
  const side = /left|right/.exec(modifier)?.[0];
  return `Go round ${round}${side ? ` on the ${side}` : ""}${exit ? `, to the ${ordinal(exit)} exit` : ""}${
    isOurs || words === "" ? "" : `, onto ${words}`
  }`;
}

function asTurn(step: Omit<OsrmStep, "instruction">): Omit<OsrmStep, "instruction"> {
  return { ...step, maneuver: { ...step.maneuver, type: "turn" } };
}

/** The library's ordinals end at the tenth. */
function ordinal(number: number): string {
  const isTeen = number % 100 >= 11 && number % 100 <= 13;
  return `${number}${(isTeen ? undefined : ["th", "st", "nd", "rd"][number % 10]) ?? "th"}`;
}

function lowered(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
