import { existsSync } from "node:fs";
import { join } from "node:path";
import { optimiseRoutes } from "../../server/tour-optimiser/optimise-routes.ts";
import type { Terminal } from "../command.ts";
import type { Options } from "../command-options.ts";
import { instanceFolder } from "../instances/instance-folder.ts";
import { chaoInstanceNames, readBestKnown, readChaoInstance } from "../instances/read-chao-instance.ts";
import { readTeamInstance, type TeamInstance, teamInstanceNames } from "../instances/read-team-instance.ts";
import { singleThreadSpeed } from "../instances/single-thread-speed.ts";

export const summary =
  "routes of a team on every team-NAME.json and Chao pS.M.L.txt of a folder (--instances, --seconds)";
export const optionNames = { values: ["instances", "seconds", "seed"] };

/** *cover*: total travel in the units of the file; *value*: what is collected. Walking alone counts: no seams, no balance. */
export async function run(terminal: Terminal, options: Options): Promise<object> {
  const folder = instanceFolder(options);
  const seconds = options.number("seconds", { min: 0.01, max: 600 }) ?? 5;
  const seed = options.number("seed", { min: 0, max: 1e9, isWhole: true }) ?? 1;
  const solve = (instance: TeamInstance) => {
    terminal.progress(instance.name);
    return solveInstance(instance, seconds, seed);
  };
  const instances = teamInstanceNames(folder).map((name) => solve(readTeamInstance(folder, name)));
  return { speed: singleThreadSpeed(), instances, ...solveChao(folder, solve) };
}

/** The classic instances, in the folder itself or in `chao-set4` below it, against the best values known. */
function solveChao(folder: string, solve: (instance: TeamInstance) => Solved): object {
  const chao = existsSync(join(folder, "chao-set4")) ? join(folder, "chao-set4") : folder;
  const bestKnown = new Map([
    ...readBestKnown(join(folder, "top_chao_p4.csv")),
    ...readBestKnown(join(chao, "..", "top_chao_p4.csv")),
  ]);
  const solved = chaoInstanceNames(chao).map((name) => {
    const result = solve(readChaoInstance(chao, name));
    const best = bestKnown.get(name) ?? 0;
    return { ...result, bestKnown: best, gapPercent: best > 0 ? (100 * (best - result.value)) / best : 0 };
  });
  if (solved.length === 0) return {};
  const judged = solved.filter(({ bestKnown: best }) => best > 0);
  const mean = judged.reduce((sum, { gapPercent }) => sum + gapPercent, 0) / Math.max(1, judged.length);
  return { orienteering: { meanGapPercent: Number(mean.toFixed(3)), instances: solved } };
}

type Solved = ReturnType<typeof solveInstance>;

function solveInstance({ name, problem }: TeamInstance, seconds: number, seed: number) {
  const [began, processor] = [performance.now(), process.cpuUsage()];
  const solution = optimiseRoutes(problem, { seed, seconds });
  const used = process.cpuUsage(processor);
  return {
    name,
    goal: problem.goal,
    stops: problem.stopCount,
    value: Math.round(problem.goal === "cover" ? solution.walkSeconds : solution.servedValue),
    unserved: solution.unserved.length,
    routes: solution.routes.filter((route) => route.length > 0).length,
    seconds: Number(((performance.now() - began) / 1000).toFixed(3)),
    processorSeconds: Number(((used.user + used.system) / 1e6).toFixed(3)),
    iterations: solution.iterations,
  };
}
