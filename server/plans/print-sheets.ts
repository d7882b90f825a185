import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import type { Territory } from "../../geodata/territory/territory.ts";
import type { Plan } from "../contract/plan.ts";
import { renderSheets } from "../sheets/render-sheets.ts";
import type { SheetsTask } from "../work/task.ts";

const unpack = promisify(gunzip);

/** Renders the sheets of a stored plan. Runs in a worker thread. Throws Refusal "nothing-found" for an unknown route. */
export async function printSheets(territory: Territory, task: SheetsTask): Promise<Uint8Array> {
  const text = (await unpack(task.plan.gzip)).toString("utf8");
  // The text was written by makePlan and kept by the campaign store.
  const plan = JSON.parse(text) as Plan;
  return renderSheets({
    plan,
    territory,
    format: task.format,
    language: task.language,
    routeId: task.routeId,
    routeUrl: (routeId) => task.routeAddresses[routeId] ?? null,
  });
}
