import { type BuildDependencies, buildTerritory } from "../../geodata/territory/build-territory.ts";
import type { BuildReport } from "../contract/build-report.ts";
import { packJson } from "../work/packed-json.ts";
import type { BuildOrder, FinishedBuild } from "../work/task.ts";
import { isDiskFull } from "./disk-full.ts";
import { diskFull } from "./import-words.ts";

/** Builds a territory where it is called. Throws UnusableFile, Cancelled, Refusal "disk-full". */
export async function runBuildOrder(
  order: BuildOrder,
  dependencies: Pick<BuildDependencies, "signal" | "onProgress">,
): Promise<FinishedBuild> {
  try {
    const { path: _, ...report } = await build(order, dependencies);
    return { report: packJson(report) };
  } catch (error) {
    throw isDiskFull(error) ? diskFull(0) : error;
  }
}

async function build(order: BuildOrder, dependencies: BuildDependencies): Promise<BuildReport> {
  if (order.kind === "files") return buildTerritory(order.options, dependencies);
  // Loaded only here: the generator of the town is of no use to any other build.
  const { buildDemoTerritory } = await import("../../geodata/demo-town/build-demo-territory.ts");
  return buildDemoTerritory(order, dependencies);
}
