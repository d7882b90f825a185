import type { Territory } from "../../geodata/territory/territory.ts";
import type { OutingTask } from "../work/task.ts";
import { openRoutes } from "./open-routes.ts";
import type { OutingWork, OutingWorkKind } from "./outing-work.ts";

/** Does one work of outings in a worker thread. Drawing, planning and printing are loaded when first needed. */
export async function doOutingWork(
  task: OutingTask,
  open: (path: string) => Territory,
): Promise<OutingWork[OutingWorkKind]["output"]> {
  switch (task.work) {
    case "open":
      return openRoutes(task.order);
    case "redraw": {
      const { redrawRoutes } = await import("./redraw-routes.ts");
      return redrawRoutes(open(task.order.path), task.order);
    }
    case "replan": {
      const { replanRoutes } = await import("./replan-routes.ts");
      return replanRoutes(open(task.order.path), task.order);
    }
    case "sheets": {
      const { printOuting } = await import("./print-outing.ts");
      return printOuting(open(task.order.path), task.order);
    }
  }
}
