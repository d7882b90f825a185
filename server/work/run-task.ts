import type { Territory } from "../../geodata/territory/territory.ts";
import type { FileDescription } from "../contract/file-description.ts";
import type { OutingWork, OutingWorkKind } from "../outings/outing-work.ts";
import { createTerritoryShelf } from "../territories/territory-shelf.ts";
import { type Outcome, outcomeOf } from "./outcome.ts";
import { type PackedJson, packJson } from "./packed-json.ts";
import { READS, type ReadKind, type ReadShapes } from "./reads.ts";
import type { EditOutcome, FinishedPlan, Task } from "./task.ts";

/** Territories that one worker thread keeps open: an organizer works on one or two. */
const shelf = createTerritoryShelf(4);

/** Answer of any task. */
export type TaskValue =
  | PackedJson<unknown>
  | FinishedPlan
  | EditOutcome
  | FileDescription
  | OutingWork[OutingWorkKind]["output"]
  | Uint8Array;

/** Does one task in a worker thread. Planning and printing are loaded when first needed. */
export function runTask(task: Task): Promise<Outcome<TaskValue>> {
  return outcomeOf<TaskValue>(async () => {
    switch (task.kind) {
      case "read":
        return packJson(read(task.read, shelf.open(task.path), task.input));
      case "plan": {
        const { makePlan } = await import("../plans/make-plan.ts");
        return makePlan(shelf.open(task.path), task);
      }
      case "edit": {
        const { editInSession } = await import("../plans/edit-session.ts");
        return editInSession(shelf.open(task.path), task);
      }
      case "repair": {
        const { repairStored } = await import("../plans/repair-stored.ts");
        return repairStored(shelf.open(task.path), task);
      }
      case "compose": {
        const { composeStored } = await import("../plans/compose-stored.ts");
        return packJson(composeStored(task.base, task.parts));
      }
      case "sheets": {
        const { printSheets } = await import("../plans/print-sheets.ts");
        return printSheets(shelf.open(task.path), task);
      }
      case "outing": {
        const { doOutingWork } = await import("../outings/do-outing-work.ts");
        return doOutingWork(task, (path) => shelf.open(path));
      }
      case "describe": {
        const { describeInThread } = await import("../imports/describe-in-thread.ts");
        return describeInThread(task);
      }
    }
  });
}

function read<Kind extends ReadKind>(
  kind: Kind,
  territory: Territory,
  input: ReadShapes[Kind]["input"],
): ReadShapes[Kind]["output"] {
  return READS[kind](territory, input);
}
