import { type ColumnMapping, checkMapping, type MappedRole } from "../geodata/readers/column-mapping.ts";
import type { GivenFile } from "../geodata/territory/build-options.ts";
import { UsageError } from "./command.ts";

/** What `--map FILE:field=column` says of each file. */
export interface ColumnMappings {
  /** The file with its mapping, when there is one. Throws UnusableFile when the role has no such field. */
  attach(file: GivenFile, role: MappedRole): GivenFile;
  /** Throws UsageError when a mapping speaks of a file that was not given. */
  checkAllUsed(): void;
}

export function readColumnMappings(texts: readonly string[]): ColumnMappings {
  const mappings = new Map<string, Record<string, string>>();
  for (const text of texts) {
    const [, path, field, column] = /^(.+?):([A-Za-z]+)=(.+)$/.exec(text) ?? [];
    if (path === undefined || field === undefined || column === undefined) {
      throw new UsageError(`--map is "${text}": expected FILE:field=column, e.g. bureaux.geojson:station=NUM_BV.`);
    }
    mappings.set(path, { ...mappings.get(path), [field]: column });
  }
  const unused = new Set(mappings.keys());
  return {
    attach(file, role) {
      const columns: ColumnMapping | undefined = mappings.get(file.path);
      if (columns === undefined) return file;
      unused.delete(file.path);
      checkMapping(file.path, role, columns);
      return { ...file, columns };
    },
    checkAllUsed() {
      const [stray] = unused;
      if (stray === undefined) return;
      throw new UsageError(`--map speaks of "${stray}", which is not among the files that can be mapped.`);
    },
  };
}
