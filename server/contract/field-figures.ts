import type { Assumptions } from "./scores.ts";

/**
 * Three sets of assumptions to start from. The central one is what a campaign has that chose none; the others take the
 * lowest and the highest figures that the sources named in the interface support.
 */
export const ASSUMPTION_PRESETS = {
  pessimistic: { conversationsPerDoor: 0.2, votersPerConversation: 1, mobilisationEffect: 0, persuasionEffect: 0 },
  central: {
    conversationsPerDoor: 0.3,
    votersPerConversation: 1.3,
    mobilisationEffect: 0.02,
    persuasionEffect: 0.005,
  },
  optimistic: {
    conversationsPerDoor: 0.5,
    votersPerConversation: 1.5,
    mobilisationEffect: 0.05,
    persuasionEffect: 0.03,
  },
} as const satisfies Readonly<Record<string, Assumptions>>;
export type AssumptionPreset = keyof typeof ASSUMPTION_PRESETS;

export interface FieldFigure {
  /** What published sources give from lowest to highest; null where nobody has measured it. */
  readonly published: { readonly low: number; readonly high: number } | null;
  /** What a slider offers. */
  readonly limits: { readonly low: number; readonly high: number; readonly step: number };
}

/** Each assumption's published range, in the same unit as the assumption: shares are 0 to 1. */
export const FIELD_FIGURES: Readonly<Record<keyof Assumptions, FieldFigure>> = {
  conversationsPerDoor: { published: { low: 0.1, high: 0.5 }, limits: { low: 0, high: 0.8, step: 0.01 } },
  votersPerConversation: { published: null, limits: { low: 0.5, high: 3, step: 0.1 } },
  mobilisationEffect: { published: { low: 0, high: 0.0326 }, limits: { low: 0, high: 0.1, step: 0.001 } },
  persuasionEffect: { published: { low: 0, high: 0.03 }, limits: { low: 0, high: 0.1, step: 0.001 } },
};
