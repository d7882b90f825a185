import { cpSync } from "node:fs";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { bundleProgram } from "../../../scripts/bundle-program.ts";
import { NPM_START, newHome, type RunningProgram, startProgram } from "./start-program.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Addresses of the programs that journeys share, one for each worker, each with the demo town in it. */
    readonly programUrls: readonly string[];
    /** Their folders, in the same order. */
    readonly programHomes: readonly string[];
    /** File of the demo town, for journeys that start a program of their own: making it takes seconds. */
    readonly demoTerritory: string;
  }
}

/**
 * Starts the program once for every worker, as `npm start` does: application built, demo town made, served. Files of
 * journeys that run at the same time have different programs, because they write into the campaign.
 */
export default async function startSharedPrograms(project: TestProject): Promise<() => Promise<void>> {
  const homes: ReturnType<typeof newHome>[] = [];
  const programs: RunningProgram[] = [];
  const bundled = await bundleProgram();
  const end = async () => {
    await Promise.all(programs.map((program) => program.stop()));
    for (const home of homes) home.remove();
    bundled.remove();
  };
  try {
    const first = newHome();
    homes.push(first);
    programs.push(await startProgram(NPM_START, first.path));
    for (let worker = 1; worker < project.config.maxWorkers; worker++) {
      const home = newHome();
      homes.push(home);
      cpSync(join(first.path, "territories"), join(home.path, "territories"), { recursive: true });
      programs.push(await startProgram(bundled.entry, home.path));
    }
    project.provide("program", bundled.entry);
    project.provide("demoTerritory", join(first.path, "territories/demo.territory"));
    project.provide(
      "programUrls",
      programs.map(({ url }) => url),
    );
    project.provide(
      "programHomes",
      homes.map(({ path }) => path),
    );
    return end;
  } catch (error) {
    await end();
    throw error;
  }
}
