import type { Assumptions, StationLeaning } from "../../server/contract/scores.ts";
import { EFFECT_RANGE } from "./field-assumptions.ts";

/** Means over the territory, weighted by registered voters: the effects hold for the mean station. */
export interface TerritoryMeans {
  readonly intermittent: number;
  readonly persuasion: number;
}

/** Below this mean a territory has hardly any such voters: a ratio to it would say that a few of them are many. */
const SMALLEST_MEAN = 0.01;
/** No station is worth more than this many mean ones: no experiment measured effects beyond. */
const LARGEST_RATIO = 3;

/**
 * Net votes expected per door knocked: c · r · [τ · (a ÷ mean a) · (s_ours - s_opposed) + π · (v ÷ mean v)], with
 * c conversations per door, r voters met per conversation, τ and π the effects of mobilisation and persuasion, a =
 * intermittent voters, v = persuasion. Canvassing reaches everybody behind the door, so where the abstainers lean the
 * other way mobilisation counts against the campaign: the value can be negative, and a plan that maximises value
 * leaves such doors out. Ratios to a mean are at most 3.
 */
export function votesPerDoor(leaning: StationLeaning, means: TerritoryMeans, assumptions: Assumptions): number {
  const { conversationsPerDoor, votersPerConversation, mobilisationEffect, persuasionEffect } = assumptions;
  const intermittentRatio = ratio(leaning.intermittent, means.intermittent);
  const persuasionRatio = ratio(leaning.persuasion, means.persuasion);
  const perVoterMet =
    mobilisationEffect * intermittentRatio * (leaning.oursOfExpressed - leaning.opposedOfExpressed) +
    persuasionEffect * persuasionRatio;
  return conversationsPerDoor * votersPerConversation * perVoterMet;
}

/**
 * The least and the most that a door can bring under any pair of effects within EFFECT_RANGE. The value is linear in
 * both effects, so its extremes lie at the corners: where the abstainers lean the other way, the worst is a strong
 * effect on turnout without one of persuasion.
 */
export function votesPerDoorRange(
  leaning: StationLeaning,
  means: TerritoryMeans,
  assumptions: Assumptions,
): { readonly low: number; readonly high: number } {
  const { low, high } = EFFECT_RANGE;
  const corners = [low, high].flatMap(({ mobilisationEffect }) =>
    [low, high].map(({ persuasionEffect }) =>
      votesPerDoor(leaning, means, { ...assumptions, mobilisationEffect, persuasionEffect }),
    ),
  );
  return { low: Math.min(...corners), high: Math.max(...corners) };
}

function ratio(own: number, mean: number): number {
  return Math.min(LARGEST_RATIO, own / Math.max(SMALLEST_MEAN, mean));
}
