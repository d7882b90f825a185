import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

export interface RunningProgram {
  /** e.g. http://127.0.0.1:43211 */
  readonly url: string;
  /** Ends it as a power cut would: no goodbye. */
  kill(): Promise<void>;
  /** Ends it as Ctrl-C would. Gives its exit code. */
  stop(): Promise<number | null>;
}

export interface Finished {
  readonly code: number | null;
  readonly out: string;
  readonly words: string;
}

/** A new empty folder for the program's files, and the way to remove it. */
export function newHome(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), "arpent-journey-"));
  return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 3 }) };
}

/** In the place of a program's file: from its sources, as `npm start` does. */
export const NPM_START = "npm start";

/**
 * Starts the real program on a free port and waits until it answers. `npm start` builds what is missing and makes the
 * demo town first; the bundled program (its file) serves what is there.
 */
export async function startProgram(program: string, home: string, port = "0"): Promise<RunningProgram> {
  const args = [...(program === NPM_START ? [] : ["serve"]), "--port", port, "--json"];
  const child = launch(program, args, home);
  const ended = endOf(child);
  const url = await Promise.race([
    addressOf(child),
    ended.then(({ code, words }) => {
      throw new Error(`The program ended with ${code} before it answered:\n${words}`);
    }),
  ]);
  return {
    url,
    async kill() {
      child.kill("SIGKILL");
      await ended;
    },
    async stop() {
      child.kill("SIGTERM");
      return (await ended).code;
    },
  };
}

/** Runs one command of `arpent` to its end. */
export function runArpent(program: string, args: readonly string[], home: string): Promise<Finished> {
  return endOf(launch(program, args, home));
}

/** Runs one command of `arpent` and kills it the moment its words match. Gives what it had said. */
export async function killArpentWhen(
  sign: RegExp,
  program: string,
  args: readonly string[],
  home: string,
): Promise<Finished> {
  const child = launch(program, args, home);
  const ended = endOf(child);
  let words = "";
  child.stderr?.on("data", (chunk: Buffer) => {
    words += chunk.toString("utf8");
    if (sign.test(words)) child.kill("SIGKILL");
  });
  return ended;
}

function launch(program: string, args: readonly string[], home: string): ChildProcess {
  const entry = program === NPM_START ? ["--import", "tsx", join(ROOT, "scripts/start.ts")] : [program];
  return spawn(process.execPath, [...entry, ...args], {
    cwd: ROOT,
    env: { ...process.env, ARPENT_HOME: home, ARPENT_PUBLIC_URL: "" },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

function endOf(child: ChildProcess): Promise<Finished> {
  let out = "";
  let words = "";
  child.stdout?.on("data", (chunk: Buffer) => {
    out += chunk.toString("utf8");
  });
  child.stderr?.on("data", (chunk: Buffer) => {
    words += chunk.toString("utf8");
  });
  // Nothing outlives the tests, however they end.
  const end = () => child.kill("SIGKILL");
  process.once("exit", end);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      process.off("exit", end);
      resolve({ code, out, words });
    });
  });
}

/** The address that the program prints once it answers. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    let out = "";
    child.stdout?.on("data", (chunk: Buffer) => {
      out += chunk.toString("utf8");
      const url = /^\{"url":"([^"]+)"\}$/m.exec(out)?.[1];
      if (url !== undefined) resolve(url);
    });
  });
}
