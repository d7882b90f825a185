/** From nothing to a first sheet. */
export const FIRST_STEPS = ["territory", "camps", "stations", "plan", "sheet"] as const;
export type FirstStep = (typeof FIRST_STEPS)[number];

/** GET /api/first-steps: how far this installation is, told by what exists and not by what was clicked. */
export interface FirstSteps {
  /** The territory that is furthest; null when there is none. */
  readonly territory: { readonly name: string; readonly title: string } | null;
  readonly done: Readonly<Record<FirstStep, boolean>>;
  /** Steps that there is nothing for: a territory without results has neither camps nor a ranking. */
  readonly skipped: readonly FirstStep[];
  /** The latest plan of it that has its routes: sheets are printed there. */
  readonly planId: string | null;
  /** Candidates marked as ours, stations that have a score with them, plans, plans with sheets handed out. */
  readonly counts: {
    readonly ours: number;
    readonly stations: number;
    readonly plans: number;
    readonly sheets: number;
  };
}
