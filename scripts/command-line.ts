import { Cancelled, UnusableFile } from "../geodata/readers/source-rows.ts";
import { Refusal } from "../server/contract/refusal.ts";
import { type Command, EXIT, type Terminal, UsageError } from "./command.ts";
import { nearestWords } from "./nearest-words.ts";

/** What a shell reports for a program ended by Ctrl-C. */
export const CANCELLED_EXIT = 130;

/** Commands in the order of --help. Each lives in commands/NAME.ts, loaded only when asked for. */
export const COMMANDS: readonly { readonly name: string; readonly summary: string }[] = [
  { name: "territory", summary: "build, list or check territories made from open data" },
  { name: "score", summary: "estimate what each polling station can yield" },
  { name: "sample", summary: "choose polling stations that resemble a population, with spares" },
  { name: "plan", summary: "make walking routes for a team of volunteers" },
  { name: "zones", summary: "cut stations or a drawn area into zones of equal work" },
  { name: "replan", summary: "change a plan: somebody does not come, stops are done" },
  { name: "sheet", summary: "print the routes of a plan: PDF, GPX, CSV, GeoJSON" },
  { name: "serve", summary: "serve the application to browsers" },
  { name: "people", summary: "a link for the director's account, and who has an account" },
  { name: "campaign", summary: "add or list campaigns that share this machine" },
  { name: "backup", summary: "write all of a campaign into one file, while the server runs" },
  { name: "restore", summary: "put a campaign back from a backup, on SQLite or PostgreSQL" },
  { name: "migrate", summary: "show and apply what brings a campaign up to this version" },
  { name: "purge", summary: "take away what a campaign has kept as long as it may" },
  { name: "bench", summary: "measure imports, routes, plans, samples and scores on this machine" },
];

/** Runs one command line and returns the exit code. Failures end as one sentence on stderr. */
export async function runCommandLine(
  args: readonly string[],
  terminal: Terminal,
  load: (name: string) => Promise<Command> = loadCommand,
): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    terminal.out(overview());
    return name === undefined ? EXIT.badInput : EXIT.done;
  }
  if (!COMMANDS.some((command) => command.name === name)) {
    terminal.say(unknownCommand(name));
    return EXIT.badInput;
  }
  try {
    const command = await load(name);
    if (asksForHelp(rest)) {
      terminal.out(command.help);
      return EXIT.done;
    }
    return await command.run(rest, terminal);
  } catch (error) {
    return reportFailure(error, name, terminal);
  }
}

async function loadCommand(name: string): Promise<Command> {
  const module: Record<string, unknown> = await import(`./commands/${name}.ts`);
  const command = module[name];
  if (!isCommand(command)) throw new Error(`commands/${name}.ts has no export named "${name}" that is a command`);
  return command;
}

function isCommand(value: unknown): value is Command {
  return typeof value === "object" && value !== null && "run" in value && "help" in value;
}

function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf("--");
  return (end === -1 ? args : args.slice(0, end)).some((arg) => arg === "--help" || arg === "-h");
}

function reportFailure(error: unknown, name: string, terminal: Terminal): number {
  if (error instanceof Cancelled || terminal.signal.aborted) {
    terminal.say("Cancelled: nothing was written.");
    return CANCELLED_EXIT;
  }
  if (error instanceof UsageError) {
    terminal.say(`${error.message}\nSee: npm run arpent -- ${name} --help`);
    return EXIT.badInput;
  }
  if (error instanceof UnusableFile) {
    terminal.say(error.message);
    return EXIT.badInput;
  }
  if (error instanceof Refusal) {
    terminal.say(error.sentence.en);
    return error.code === "nothing-found" ? EXIT.nothingFound : EXIT.badInput;
  }
  terminal.say(`Arpent failed, which is its own fault: ${error instanceof Error ? error.message : String(error)}`);
  if (error instanceof Error && error.stack !== undefined) terminal.say(error.stack);
  return EXIT.ourFault;
}

function overview(): string {
  const width = Math.max(...COMMANDS.map(({ name }) => name.length));
  return [
    "Arpent: where to canvass, who walks which streets, in what order.",
    "",
    "npm run arpent -- <command> [options]",
    "",
    ...COMMANDS.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    "",
    "Every command has --help, and --json for the result on stdout; progress and words go to stderr.",
    "Exit codes: 0 done, 1 a fault of the program, 2 bad input, 3 nothing found, 130 cancelled.",
  ].join("\n");
}

function unknownCommand(name: string): string {
  const near = nearestWords(
    name,
    COMMANDS.map((command) => command.name),
  );
  const hint = near.length > 0 ? ` Did you mean ${near.map((word) => `"${word}"`).join(" or ")}?` : "";
  return `"${name}" is not a command.${hint} The commands are: ${COMMANDS.map((command) => command.name).join(", ")}.`;
}
