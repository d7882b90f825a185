import { statSync } from "node:fs";
import { openTerritory } from "../../geodata/territory/open-territory.ts";
import type { Territory } from "../../geodata/territory/territory.ts";

/** Opened territory files, each kept until its file is replaced or room is needed for another. */
export interface TerritoryShelf {
  /** Opens, or hands out again, the territory at `path`. Throws UnusableFile when it cannot be used. */
  open(path: string): Territory;
  close(): void;
}

interface Opened {
  readonly stamp: string;
  readonly territory: Territory;
}

/**
 * A build renames a new file over the old one, which shows as another inode, size or time. What `open` returns must
 * be used before the next `open`: the territory used least recently is closed when more than `limit` are open.
 */
export function createTerritoryShelf(limit: number): TerritoryShelf {
  const opened = new Map<string, Opened>();

  function drop(path: string): void {
    opened.get(path)?.territory.close();
    opened.delete(path);
  }

  return {
    open(path) {
      const stamp = fileStamp(path);
      const known = opened.get(path);
      if (known && known.stamp === stamp) {
        opened.delete(path);
        opened.set(path, known);
        return known.territory;
      }
      drop(path);
      const territory = openTerritory(path);
      opened.set(path, { stamp: stamp ?? "", territory });
      const oldest = opened.keys().next().value;
      if (opened.size > limit && oldest !== undefined) drop(oldest);
      return territory;
    },
    close() {
      for (const path of [...opened.keys()]) drop(path);
    },
  };
}

/** Null when there is no such file: opening it then says so. */
function fileStamp(path: string): string | null {
  const stat = statSync(path, { bigint: true, throwIfNoEntry: false });
  return stat ? `${stat.ino}:${stat.size}:${stat.mtimeNs}` : null;
}
