import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Cancelled, UnusableFile } from "../../../geodata/readers/source-rows.ts";
import { parseGivenFile } from "../../../geodata/territory/build-options.ts";
import type { ImportReport } from "../../../server/contract/imports.ts";
import { type PackedJson, unpackJson } from "../../../server/work/packed-json.ts";
import { runBuild } from "../../../server/work/run-build.ts";
import type { BuildOrder } from "../../../server/work/task.ts";
import { writeSmallTown } from "../../fixtures/small-town.ts";

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "arpent-build-process-"));
  vi.stubEnv("ARPENT_HOME", home);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(home, { recursive: true, force: true });
});

function townOrder(changes: { readonly osm?: string } = {}): BuildOrder {
  const files = writeSmallTown(join(home, "sources"));
  const one = (path: string) => [parseGivenFile(path)];
  const options = {
    ...{ name: "town", title: "Town", osm: one(changes.osm ?? files.osm), stations: one(files.stations2022) },
    ...{ results: [], addresses: one(files.addresses), census: [], censusAreas: [], elevation: [] },
    ...{ stationMapping: null, communes: [], box: null, isInvented: false },
  };
  return { kind: "files", options };
}
const territories = () => readdirSync(join(home, "territories"));

describe("a build in a process of its own", () => {
  it("tells its progress and hands over its report", async () => {
    const stages = new Set<string>();

    const { report } = await runBuild(
      townOrder(),
      { signal: new AbortController().signal, onProgress: ({ stage }) => void stages.add(stage) },
      5,
    );

    const packed: PackedJson<ImportReport> = report;
    expect(unpackJson(packed).territory.counts).toMatchObject({ stations: 2, addresses: 10 });
    expect(stages.has("writing")).toBe(true);
    expect(territories()).toEqual(["town.territory"]);
  });

  it("hands over an unusable file as itself, and leaves nothing behind when it is cancelled", async () => {
    const controller = new AbortController();
    const cancelled = runBuild(townOrder(), { signal: controller.signal, onProgress: () => controller.abort() }, 5);
    const broken = runBuild(
      townOrder({ osm: join(home, "nowhere.osm") }),
      { signal: new AbortController().signal, onProgress: () => undefined },
      5,
    );

    await Promise.all([
      expect(cancelled).rejects.toBeInstanceOf(Cancelled),
      expect(broken).rejects.toBeInstanceOf(UnusableFile),
      expect(broken).rejects.toThrow(/nowhere\.osm: no such file/),
    ]);
    expect(territories()).toEqual([]);
  });
});
