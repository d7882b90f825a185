import { spawn } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Terminal } from "./command.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
/** What the built application is made from. */
const SOURCES = ["web", "geodata/geometry", "server/contract", "vite.config.ts", "package-lock.json"];

/** Builds the web application when it is missing or older than its sources. False when the build fails. */
export async function buildWebWhenNeeded(terminal: Terminal): Promise<boolean> {
  const builtAt = modifiedAt(join(ROOT, "dist/web/index.html"));
  if (builtAt !== null && builtAt >= newest(SOURCES.map((source) => join(ROOT, source)))) return true;
  terminal.say("Building the application…");
  const status = await run(process.execPath, [
    join(ROOT, "node_modules/vite/bin/vite.js"),
    "build",
    "--logLevel",
    "error",
  ]);
  if (status !== 0) terminal.say("The application could not be built: see above.");
  return status === 0;
}

function newest(paths: readonly string[]): number {
  let latest = 0;
  for (const path of paths) {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (!stat) continue;
    const inside = stat.isDirectory() ? newest(readdirSync(path).map((name) => join(path, name))) : 0;
    latest = Math.max(latest, stat.mtimeMs, inside);
  }
  return latest;
}

function modifiedAt(path: string): number | null {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? null;
}

/** Exit code of a program whose words go to stderr. */
function run(program: string, args: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: ROOT, stdio: ["ignore", process.stderr, process.stderr] });
    child.on("error", reject);
    child.on("close", (code) => resolve(code ?? 1));
  });
}
