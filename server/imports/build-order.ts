import type { BuildOptions, GivenFile } from "../../geodata/territory/build-options.ts";
import type { FileRole } from "../contract/file-description.ts";
import { roleOfFile } from "../contract/import-readiness.ts";
import type { BuildOrder } from "../work/task.ts";
import type { ImportRecord } from "./import-record.ts";
import { asImportFile } from "./import-state.ts";
import type { ImportStore } from "./import-store.ts";

/** The invented town is always the same one. */
const DEMO_SEED = 1;

/** What the command line would be given for this import. */
export function buildOrder(record: ImportRecord, imports: ImportStore): BuildOrder {
  if (record.kind === "demo") return { kind: "demo", name: record.options.name, seed: DEMO_SEED };
  const { name, title, communes, box } = record.options;
  const given = (role: FileRole): GivenFile[] =>
    record.files
      .filter((file) => roleOfFile(asImportFile(file, record.id, imports, "fr")) === role)
      .map((file) => ({
        path: imports.filePath(record.id, file),
        vintage: file.said.vintage,
        electionId: file.said.electionId,
        columns: file.said.columns,
      }));
  const options: BuildOptions = {
    name,
    title,
    osm: given("osm"),
    stations: given("stations"),
    results: given("results"),
    addresses: given("addresses"),
    census: given("census"),
    censusAreas: given("census-areas"),
    elevation: given("elevation"),
    stationMapping: null,
    communes,
    box,
    isInvented: false,
  };
  return { kind: "files", options };
}
