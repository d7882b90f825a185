import { setRoute, type TourState } from "./tour-state.ts";

/** Remembers routes as they were before a trial, so that a trial that fails costs only what it changed. */
export interface RouteBackups {
  /** Call before a route changes; repeated calls keep the first state. */
  keep(route: number): void;
  /** Forgets what was kept: the trial stands. */
  commit(): void;
  /** Puts every kept route back. */
  restore(): void;
  readonly touched: readonly number[];
}

export function createRouteBackups(state: TourState): RouteBackups {
  const { problem } = state;
  const orders = problem.routes.map(() => new Int32Array(problem.stopCount));
  const lengths = new Int32Array(problem.routes.length);
  const isKept = new Uint8Array(problem.routes.length);
  const touched: number[] = [];

  const commit = (): void => {
    for (const route of touched) isKept[route] = 0;
    touched.length = 0;
  };
  return {
    touched,
    commit,
    keep(route) {
      if (isKept[route] === 1) return;
      isKept[route] = 1;
      touched.push(route);
      const length = state.length[route] ?? 0;
      const order = state.order[route];
      const kept = orders[route];
      if (order && kept) for (let at = 0; at < length; at++) kept[at] = order[at] ?? 0;
      lengths[route] = length;
    },
    restore() {
      for (const route of touched) setRoute(state, route, [], 0);
      for (const route of touched) setRoute(state, route, orders[route] ?? [], lengths[route] ?? 0);
      commit();
    },
  };
}
