/** Bounds of the numbers of a plan request: of the schema, of the form and of the command line. */
export const PLAN_BOUNDS = {
  volunteers: { low: 1, high: 200 },
  minutes: { low: 5, high: 600 },
  minutesPerDoor: { low: 0.1, high: 60 },
  /** Kilometres per hour on the flat. */
  speed: { low: 1, high: 8 },
  seconds: { low: 0.1, high: 120 },
  maxAscentMetres: { low: 0, high: 5000 },
} as const;
