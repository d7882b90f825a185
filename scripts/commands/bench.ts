import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Command, EXIT, type Terminal, UsageError } from "../command.ts";
import { readOptions } from "../command-options.ts";
import { nearestWords } from "../nearest-words.ts";

/** What a module of scripts/benches exports: one measurement, in named figures. */
export interface Bench {
  readonly summary?: string;
  /** Throws Refusal when what it measures is not there. */
  run(terminal: Terminal): Promise<object>;
}

const FOLDER = new URL("../benches/", import.meta.url);

export const bench: Command = {
  name: "bench",
  summary: "measure imports, routes and plans on this machine",
  help: `usage: arpent bench [NAME…] [--json]

Measures the program on this machine. Without a name, every bench runs, one after the other.

  ${benchNames().join("\n  ")}

  --json   figures on stdout as JSON, by bench`,

  async run(args, terminal) {
    const options = readOptions(args, { flags: ["json"] });
    const names = options.words.length > 0 ? options.words : benchNames();
    const unknown = names.find((name) => !benchNames().includes(name));
    if (unknown !== undefined) throw unknownBench(unknown);
    const figures: Record<string, unknown> = {};
    for (const name of names) {
      const module = await loadBench(name);
      terminal.say(module.summary ? `${name}: ${module.summary}` : name);
      figures[name] = await module.run(terminal);
      if (!options.flag("json")) for (const line of lines(figures[name])) terminal.out(`  ${line}`);
    }
    if (options.flag("json")) terminal.out(JSON.stringify(figures, null, 1));
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
