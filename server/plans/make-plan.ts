import { rankStations } from "../../geodata/scoring/score-stations.ts";
import type { Territory } from "../../geodata/territory/territory.ts";
import type { PlanProgress } from "../contract/plan.ts";
import { changeWithFallback, planWithFallback } from "../osrm-router/plan-with-fallback.ts";
import type { PlanningSurroundings } from "../planning/plan-routes.ts";
import { attributions } from "../sheets/attributions.ts";
import { packJson, unpackJson } from "../work/packed-json.ts";
import { type FinishedPlan, PLAN_FLAGS, type PlanTask } from "../work/task.ts";
import { votesPerDoorOf } from "./votes-per-door.ts";

/** Progress is posted at most this often. */
const POST_EVERY_MS = 60;
/** While a plan waits for a routing server it asks for no time, so the request to stop is looked up this often. */
const LOOK_EVERY_MS = 100;

/**
 * Plans in a worker thread. The planner may compute for seconds without a pause, so the request to stop is looked up
 * in shared memory each time that it asks for the time or reports progress.
 */
export async function makePlan(territory: Territory, task: PlanTask): Promise<FinishedPlan> {
  const flags = new Int32Array(task.flags);
  const controller = new AbortController();
  const look = () => {
    if (Atomics.load(flags, PLAN_FLAGS.stop) !== 0) controller.abort();
  };
  const looking = setInterval(look, LOOK_EVERY_MS);
  let postedAt = -Infinity;

  try {
    Atomics.store(flags, PLAN_FLAGS.begun, 1);
    look();
    task.progress.postMessage({ stage: "doors", share: 0 } satisfies PlanProgress);
    const surroundings: PlanningSurroundings = {
      votesPerDoor: votesPerDoorOf(rankStations(territory, task.choice)),
      signal: controller.signal,
      isAskedToFinish: () => Atomics.load(flags, PLAN_FLAGS.finish) !== 0,
      now() {
        look();
        return performance.now();
      },
      onProgress(progress: PlanProgress) {
        look();
        if (progress.share < 1 && performance.now() - postedAt < POST_EVERY_MS) return;
        postedAt = performance.now();
        task.progress.postMessage(progress);
      },
    };
    const { order, router } = task;
    const plan =
      "change" in order
        ? await changeWithFallback(territory, unpackJson(order.plan), order.change, surroundings, router)
        : await planWithFallback(territory, order, surroundings, router);
    return {
      plan: packJson(plan),
      totals: plan.totals,
      territory: {
        title: territory.summary.title,
        version: territory.summary.version,
        attributions: attributions(territory),
      },
      routes: plan.routes.map((route) => ({ id: route.id, route: packJson(route) })),
    };
  } finally {
    clearInterval(looking);
    task.progress.close();
  }
}
