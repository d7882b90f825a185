import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Position } from "../../../geodata/geometry/position.ts";

/**
 * Measures a packed city in fresh processes, one after the other: the medians of the first tour, which pays for the
 * compiler and for getting to know the streets, and the most memory that any of them held.
 */
export function measureAlone(packed: Uint8Array, clusters: readonly (readonly Position[])[]): object {
  const folder = mkdtempSync(join(tmpdir(), "arpent-bench-"));
  try {
    const [graphFile, clustersFile] = [join(folder, "graph"), join(folder, "clusters.json")];
    writeFileSync(graphFile, packed);
    writeFileSync(clustersFile, JSON.stringify(clusters));
    const script = fileURLToPath(new URL("city-alone.ts", import.meta.url));
    const runs = Array.from({ length: PROCESSES }, (): Alone => {
      const options = { encoding: "utf8", timeout: MOST_MS } as const;
      return JSON.parse(execFileSync(process.execPath, ["--import", "tsx", script, graphFile, clustersFile], options));
    });
    const median = (values: readonly number[]): number =>
      Math.round(values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0);
    return {
      orderedTourFirst: {
        ms: median(runs.map(({ firstTour }) => firstTour.ms)),
        cpuMs: median(runs.map(({ firstTour }) => firstTour.cpuMs)),
      },
      emptyProcessMegabytes: median(runs.map(({ megabytesBefore }) => megabytesBefore)),
      peakMegabytes: Math.max(...runs.map(({ peakMegabytes }) => Math.round(peakMegabytes))),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

interface Alone {
  readonly firstTour: { readonly ms: number; readonly cpuMs: number };
  readonly megabytesBefore: number;
  readonly peakMegabytes: number;
}

const PROCESSES = 5;
const MOST_MS = 60_000;
