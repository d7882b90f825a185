import type { TestProject } from "vitest/node";
import { newHome, startProgram } from "./start-program.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Address of the program that every journey but the first shares, with the demo town in it. */
    readonly programUrl: string;
  }
}

/** Starts the program once for all journeys, as `npm start` does: application built, demo town made, served. */
export default async function startSharedProgram(project: TestProject): Promise<() => Promise<void>> {
  const home = newHome();
  try {
    const program = await startProgram("start", home.path);
    project.provide("programUrl", program.url);
    return async () => {
      await program.stop();
      home.remove();
    };
  } catch (error) {
    home.remove();
    throw error;
  }
}
