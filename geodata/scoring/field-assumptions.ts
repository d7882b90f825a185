import type { Assumptions } from "../../server/contract/scores.ts";

/**
 * What a knock is expected to yield, until the campaign has counts of its own. Each figure is shown to users as an
 * assumption, with its source.
 */
export const FIELD_ASSUMPTIONS = {
  /** Doors that open and talk, per door knocked: mean of Beta(6, 14). No published French figure supports more. */
  conversationsPerDoor: 0.3,
  /** Registered voters met per conversation. A judgement, not a measurement. */
  votersPerConversation: 1.3,
  /** Registered voters who live where they are registered (Insee: 16 % are registered away from home). */
  residentShare: 0.84,
  /**
   * Votes won per voter met, on average over the territory, by making intermittent voters vote. Between zero (Pons
   * 2018, turnout) and 2.5 points per contact (Green, McGrath & Aronow 2013, United States).
   */
  mobilisationEffect: 0.02,
  /** Votes won per voter met by persuasion. Kalla & Broockman 2018: best estimate zero; Pons 2018: positive. */
  persuasionEffect: 0.005,
  /** Registered voters per dwelling: 48.7 million registered (2022) over 30.9 million households (Insee 2021). */
  registeredPerDwelling: 1.58,
} as const;

/** What a campaign that has not chosen its own starts from. */
export const DEFAULT_ASSUMPTIONS: Assumptions = {
  conversationsPerDoor: FIELD_ASSUMPTIONS.conversationsPerDoor,
  votersPerConversation: FIELD_ASSUMPTIONS.votersPerConversation,
  mobilisationEffect: FIELD_ASSUMPTIONS.mobilisationEffect,
  persuasionEffect: FIELD_ASSUMPTIONS.persuasionEffect,
};

/**
 * The least and the most hopeful effects that published experiments allow: no effect at all (turnout: Pons 2018,
 * Bhatti et al. 2019 in Denmark; persuasion: Kalla & Broockman 2018), and turnout effects of the size measured among
 * immigrants in France (Pons & Liegey 2019) with the rise in vote share of Pons 2018.
 */
export const EFFECT_RANGE = {
  low: { mobilisationEffect: 0, persuasionEffect: 0 },
  high: { mobilisationEffect: 0.05, persuasionEffect: 0.03 },
} as const;
