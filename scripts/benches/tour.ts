import { kicksFor, orderTour, tourSeconds } from "../../server/tour-optimiser/tour/order-tour.ts";
import type { Terminal } from "../command.ts";
import type { Options } from "../command-options.ts";
import { instanceFolder } from "../instances/instance-folder.ts";
import { readTourInstance, tourInstanceNames } from "../instances/read-tour-instance.ts";
import { singleThreadSpeed } from "../instances/single-thread-speed.ts";

export const summary =
  "one closed tour through the stops of every tour-NAME.i32.gz of a folder (--instances, --seconds)";
export const optionNames = { values: ["instances", "seconds", "seed"] };

/** Length of the tour in the units of the file; seconds from the table in memory to the order, near lists included. */
export async function run(terminal: Terminal, options: Options): Promise<object> {
  const folder = instanceFolder(options);
  const seconds = options.number("seconds", { min: 0.01, max: 600 }) ?? 0.3;
  const seed = options.number("seed", { min: 0, max: 1e9, isWhole: true }) ?? 1;
  const names = tourInstanceNames(folder);
  const [smallest] = names;
  // The first tour pays for the compiler; the others are what a running program does.
  if (smallest !== undefined) solve(folder, smallest, 0.2, seed);
  return {
    speed: singleThreadSpeed(),
    instances: names.map((name) => {
      terminal.progress(name);
      return solve(folder, name, seconds, seed);
    }),
  };
}

function solve(folder: string, name: string, seconds: number, seed: number) {
  const { stopCount, costs } = readTourInstance(folder, name);
  const [began, processor] = [performance.now(), process.cpuUsage()];
  const order = orderTour({ stopCount, durations: costs }, { seed, kicks: kicksFor(seconds, stopCount) });
  const used = process.cpuUsage(processor);
  return {
    name,
    stops: stopCount,
    value: tourSeconds(stopCount, costs, order),
    seconds: Number(((performance.now() - began) / 1000).toFixed(3)),
    processorSeconds: Number(((used.user + used.system) / 1e6).toFixed(3)),
  };
}
