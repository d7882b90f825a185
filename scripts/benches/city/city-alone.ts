import { existsSync, readFileSync } from "node:fs";
import type { Position } from "../../../geodata/geometry/position.ts";
import { openStreetGraph } from "../../../geodata/street-graph/pack-street-graph.ts";
import { createWalkingRouter } from "../../../server/walking-router/create-walking-router.ts";
import { orderFromCoordinates } from "./order-from-coordinates.ts";

/*
 * A process of its own for what one that has drawn a city cannot tell: how long the very first tour takes, before
 * anything is compiled, and how much memory a city and 2,000 doors need. Arguments: a file with a packed graph, a file
 * with clusters of positions, the largest last. Writes JSON.
 */
const [graphFile = "", clustersFile = ""] = process.argv.slice(2);
const clusters: readonly (readonly Position[])[] = JSON.parse(readFileSync(clustersFile, "utf8"));
const megabytesBefore = peakMegabytes();
const { buffer, byteOffset, byteLength } = readFileSync(graphFile);
const graph = openStreetGraph(byteOffset === 0 ? buffer : buffer.slice(byteOffset, byteOffset + byteLength));

const began = performance.now();
const cpuBegan = process.cpuUsage();
const router = createWalkingRouter(graph);
orderFromCoordinates(router, clusters[0] ?? []);
const cpu = process.cpuUsage(cpuBegan);
const firstTour = { ms: performance.now() - began, cpuMs: (cpu.user + cpu.system) / 1000 };
router.durations((clusters.at(-1) ?? []).flatMap((position) => router.nearest(position)?.place ?? []));
process.stdout.write(JSON.stringify({ firstTour, megabytesBefore, peakMegabytes: peakMegabytes() }));

/** The system's own account of this program alone: that of the process begins with the memory of the one that started it. */
function peakMegabytes(): number {
  const status = existsSync("/proc/self/status") ? readFileSync("/proc/self/status", "utf8") : "";
  const kilobytes = /^VmHWM:\s+(\d+) kB/m.exec(status)?.[1];
  return (kilobytes === undefined ? process.resourceUsage().maxRSS : Number(kilobytes)) / 1000;
}
