import { copyFileSync, rmSync } from "node:fs";
import { openTerritory } from "./open-territory.ts";
import { partialPath, putInPlace } from "./partial-file.ts";
import { createSqliteFile } from "./sqlite-file.ts";
import type { TerritorySummary } from "./territory.ts";
import { territoryPath } from "./territory-folder.ts";

/**
 * Gives a territory another title. The file is copied, changed and put in the place of the old one in one step, since
 * others may be reading it. Its version stays: nothing that was computed from it has changed.
 * Throws UnusableFile when there is no such territory or its file cannot be used.
 */
export function retitleTerritory(name: string, title: string): TerritorySummary {
  const path = territoryPath(name);
  const territory = openTerritory(path);
  const summary = { ...territory.summary, title };
  territory.close();
  const partial = partialPath(path);
  try {
    copyFileSync(path, partial);
    const file = createSqliteFile(partial);
    file.prepare("UPDATE documents SET json = ? WHERE name = 'summary'").run(JSON.stringify(summary));
    file.close();
    putInPlace(partial, path);
  } finally {
    rmSync(partial, { force: true });
  }
  return summary;
}
