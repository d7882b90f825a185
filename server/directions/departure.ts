import osrmTextInstructions from "osrm-text-instructions";
import type { StreetGraph } from "../../geodata/street-graph/street-graph.ts";
import type { Language } from "../contract/plan.ts";
import { stretchMetres } from "../walking-router/walking-path.ts";
import { climbMetres } from "./climb.ts";
import type { StepGroup } from "./group-steps.ts";
import { streetAhead } from "./street-ahead.ts";
import { frenchStreet } from "./street-words.ts";
import { climbVerb, onWay, turnBack, type Way, wayWords } from "./way-words.ts";

/** How a walk goes on from the one before: nothing is known of where the walker looks at "start". */
export type Manner = "start" | "continue" | "turn back";

/** Slopes that a walker notices, and over how many metres of height. */
const FELT_SLOPE = 0.05;
const FELT_METRES = 4;

const library = osrmTextInstructions("v5");

/**
 * The first words of a walk: "Partir sur la rue X vers la rue Y, en montée". Y is the street that the walk turns into
 * or the first one it meets; without any, and without knowing where the walker looks, a point of the compass.
 */
export function instructDeparture(
  graph: StreetGraph,
  {
    group,
    next,
    way,
    manner,
    language,
  }: {
    readonly group: StepGroup;
    readonly next: StepGroup | undefined;
    readonly way: Way;
    readonly manner: Manner;
    readonly language: Language;
  },
): string {
  const towards =
    turnsInto(next, group) ?? streetAhead(graph, group.stretches, group.label.isNamed ? group.label.text : "");
  const slope = way.kind === "steps" ? null : feltSlope(graph, group);
  const words = language === "fr" ? french(way, manner, towards) : english(way, manner, towards);
  const isLost = manner === "start" && towards === null && climbVerb(way) === null && way.kind !== "crossing";
  const compass = language === "fr" ? "Se diriger vers" : "Head";
  return [
    isLost ? words.replace(/^\S+/, `${compass} ${library.directionFromDegree(language, group.bearingAfter)}`) : words,
    ...(slope === null ? [] : [SLOPE[slope][language]]),
  ].join(", ");
}

function french(way: Way, manner: Manner, towards: string | null): string {
  if (way.kind === "crossing") return "Traverser par le passage piéton";
  const start = manner === "start" ? (climbVerb(way) ?? "Partir") : VERBS[manner].fr;
  return [
    manner === "turn back" ? turnBack(way) : `${start} ${onWay(way)}`,
    ...(towards === null ? [] : [`vers ${frenchStreet(towards)}`]),
  ].join(" ");
}

function english(way: Way, manner: Manner, towards: string | null): string {
  if (way.kind === "crossing") return "Use the crossing";
  const isClimb = way.kind === "steps" && way.climb !== null;
  const preposition = isClimb ? way.climb : way.kind === "path" ? "along" : "on";
  return [VERBS[manner].en, preposition, wayWords(way, "en"), ...(towards === null ? [] : [`towards ${towards}`])].join(
    " ",
  );
}

function turnsInto(next: StepGroup | undefined, group: StepGroup): string | null {
  if (next === undefined || next.label.text === group.label.text) return null;
  return next.label.isNamed || next.label.kind === "roundabout" ? next.label.text : null;
}

function feltSlope(graph: StreetGraph, { stretches }: StepGroup): "up" | "down" | null {
  const length = stretches.reduce((sum, stretch) => sum + stretchMetres(stretch), 0);
  const rise = climbMetres(graph, stretches);
  if (!(Math.abs(rise) >= Math.max(FELT_METRES, FELT_SLOPE * length))) return null;
  return rise > 0 ? "up" : "down";
}

const VERBS = {
  start: { fr: "Partir", en: "Start" },
  continue: { fr: "Continuer", en: "Continue" },
  "turn back": { fr: "Faire demi-tour", en: "Turn back" },
} as const;
const SLOPE = { up: { fr: "en montée", en: "uphill" }, down: { fr: "en descente", en: "downhill" } } as const;
