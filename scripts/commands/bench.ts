import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Command, EXIT, type Terminal, UsageError } from "../command.ts";
import { type OptionNames, type Options, readOptions } from "../command-options.ts";
import { nearestWords } from "../nearest-words.ts";

/** What a module of scripts/benches exports: one measurement, in named figures. */
export interface Bench {
  readonly summary?: string;
  /** Options of its own, besides --json. */
  readonly optionNames?: OptionNames;
  /** Throws Refusal when what it measures is not there. */
  run(terminal: Terminal, options: Options): Promise<object>;
  /** Its figures for people, where one figure a line would be too many. */
  describe?(figures: unknown, options: Options): readonly string[];
}

const FOLDER = new URL("../benches/", import.meta.url);

export const bench: Command = {
  name: "bench",
  help: `usage: arpent bench [NAME…] [options of the bench] [--json]

Measures the program on this machine. Without a name, every bench runs, one after the other.

  ${benchNames().join("\n  ")}

  --json             figures on stdout as JSON: of the one bench named, or by name when there are several
  --instances DIR    tour, team: the folder of instances; default the open collection beside the repository
  --seconds S        tour, team: search effort for each instance; default 0.3 and 5
  --seed N           tour, team, search, crash, field: default 1
  --territory NAME   browser: the territory that is looked at, default demo; search: its addresses; edit: the one
                     whose plan is edited, default every one with streets; hand: the same, default demo;
                     scoring: back-tests of every camp on every past election of a built territory
  --phones N, --kills N
                     crash: how many phones report (20), and how often the server is killed (5)
  --volunteers N, --watchers N, --minutes M
                     field: who reports (1000), who watches (0), for how long at their pace (0.5)
  --most-seconds S   field: for how long as fast as the server can, after that (15)
  --stops N          field: addresses of each route (25); with 1 memory soon knows them all
  --postgres URL     crash, field: an empty database, or "own" to start a PostgreSQL; default: a SQLite file
  --throttle N       browser, hand: how many times slower the processor of the page is made; default 4 and 1
  --country FILE     scoring: the same for every station of a country (eu2024_lg2024_bv.tsv.gz)
  --ecological DIR   scoring: folder of *.jsonl.gz with true cross-tables; default the one beside the repository`,

  async run(args, terminal) {
    const firstOption = args.findIndex((arg) => arg.startsWith("-"));
    const words = firstOption === -1 ? args : args.slice(0, firstOption);
    const names = words.length > 0 ? words : benchNames();
    const unknown = names.find((name) => !benchNames().includes(name));
    if (unknown !== undefined) throw unknownBench(unknown);
    const benches = await Promise.all(names.map(async (name) => ({ name, bench: await loadBench(name) })));
    const options = readOptions(args, {
      flags: ["json", ...benches.flatMap(({ bench }) => bench.optionNames?.flags ?? [])],
      values: [...new Set(benches.flatMap(({ bench }) => bench.optionNames?.values ?? []))],
    });
    const figures: Record<string, unknown> = {};
    for (const { name, bench } of benches) {
      terminal.say(bench.summary ? `${name}: ${bench.summary}` : name);
      figures[name] = await bench.run(terminal, options);
      if (options.flag("json")) continue;
      const text = bench.describe?.(figures[name], options) ?? lines(figures[name]);
      for (const line of text) terminal.out(`  ${line}`);
    }
    const [only] = names;
    const whole = names.length === 1 && only !== undefined ? figures[only] : figures;
    if (options.flag("json")) terminal.out(JSON.stringify(whole, null, 1));
    return EXIT.done;
  },
};

function benchNames(): string[] {
  return readdirSync(fileURLToPath(FOLDER))
    .filter((file) => file.endsWith(".ts"))
    .map((file) => file.slice(0, -".ts".length))
    .sort();
}

async function loadBench(name: string): Promise<Bench> {
  const module: unknown = await import(new URL(`${name}.ts`, FOLDER).href);
  if (isBench(module)) return module;
  throw new Error(`scripts/benches/${name}.ts exports no run`);
}

function isBench(module: unknown): module is Bench {
  return typeof module === "object" && module !== null && "run" in module;
}

function unknownBench(name: string): UsageError {
  const near = nearestWords(name, benchNames());
  const hint = near.length > 0 ? ` Did you mean ${near.join(" or ")}?` : "";
  return new UsageError(`"${name}" is not a bench: expected ${benchNames().join(", ")}.${hint}`);
}

function lines(figures: unknown, prefix = ""): string[] {
  if (typeof figures !== "object" || figures === null) return [`${prefix.trimEnd()} ${String(figures)}`];
  return Object.entries(figures).flatMap(([key, value]) => lines(value, `${prefix}${key} `));
}
