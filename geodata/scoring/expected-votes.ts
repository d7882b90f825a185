import { FIELD_ASSUMPTIONS } from "./field-assumptions.ts";

/** What a station's doors are worth, before the walk. Shares of registered voters unless said. */
export interface StationLeaning {
  /** Voters who vote at some elections and abstain at others. */
  readonly intermittent: number;
  /** Share of expressed votes for ours and for far candidates where most people vote. */
  readonly oursOfExpressed: number;
  readonly farOfExpressed: number;
  readonly persuasion: number;
}

/** Means over the territory, weighted by registered voters: the effects below hold for the mean station. */
export interface TerritoryMeans {
  readonly intermittent: number;
  readonly persuasion: number;
}

/**
 * Net votes expected per door knocked, under the central assumptions of FIELD_ASSUMPTIONS:
 * c · r · [τ · (a ÷ mean a) · (s_ours - s_far) + π · (v ÷ mean v)], a = intermittent voters, v = persuasion.
 * Canvassing reaches everybody behind the door, so where the abstainers lean the other way mobilisation counts
 * against the campaign: the value can be negative, and a plan that maximises value leaves such doors out.
 */
export function votesPerDoor(leaning: StationLeaning, means: TerritoryMeans): number {
  const { conversationsPerDoor, votersPerConversation, mobilisationEffect, persuasionEffect } = FIELD_ASSUMPTIONS;
  const intermittentRatio = means.intermittent > 0 ? leaning.intermittent / means.intermittent : 0;
  const persuasionRatio = means.persuasion > 0 ? leaning.persuasion / means.persuasion : 0;
  const perVoterMet =
    mobilisationEffect * intermittentRatio * (leaning.oursOfExpressed - leaning.farOfExpressed) +
    persuasionEffect * persuasionRatio;
  return conversationsPerDoor * votersPerConversation * perVoterMet;
}
