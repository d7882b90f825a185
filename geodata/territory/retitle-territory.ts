import { rmSync } from "node:fs";
import { copyFile } from "node:fs/promises";
import { openTerritory } from "./open-territory.ts";
import { partialPath, putInPlace } from "./partial-file.ts";
import { createSqliteFile } from "./sqlite-file.ts";
import type { TerritorySummary } from "./territory.ts";

/**
 * Gives the territory at `path` another title. The file is copied, changed and put in the place of the old one in one step, since
 * others may be reading it. Its version stays: nothing that was computed from it has changed.
 * Throws UnusableFile when there is no such territory or its file cannot be used.
 */
export async function retitleTerritory(path: string, title: string): Promise<TerritorySummary> {
  const territory = openTerritory(path);
  const summary = { ...territory.summary, title };
  territory.close();
  const partial = partialPath(path);
  try {
    await copyFile(path, partial);
    const file = createSqliteFile(partial);
    file.prepare("UPDATE documents SET json = ? WHERE name = 'summary'").run(JSON.stringify(summary));
    file.close();
    putInPlace(partial, path);
  } finally {
    rmSync(partial, { force: true });
  }
  return summary;
}
