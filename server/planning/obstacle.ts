/** What keeps a stop off every route, with the figures of the route that comes nearest to serving it. */
export type Obstacle =
  | { readonly code: "too-long-alone"; readonly neededSeconds: number; readonly budgetSeconds: number }
  | { readonly code: "too-much-climb"; readonly neededMetres: number; readonly mostMetres: number }
  | { readonly code: "not-reachable" | "steps-only" };

/** The one that a little more time or climb would mend soonest; any of them before a missing way. */
export function lesser(a: Obstacle, b: Obstacle): Obstacle {
  return excess(b) < excess(a) ? b : a;
}

function excess(obstacle: Obstacle): number {
  switch (obstacle.code) {
    case "too-much-climb":
      return (obstacle.neededMetres - obstacle.mostMetres) * 1e-6;
    case "too-long-alone":
      return obstacle.neededSeconds - obstacle.budgetSeconds;
    case "steps-only":
      return 1e9;
    default:
      return Infinity;
  }
}
