import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const ENTRY = fileURLToPath(new URL("../../arpent.ts", import.meta.url));

export interface ServingProcess {
  readonly url: string;
  /** Megabytes of memory now and at most so far (resident set); null where the system does not tell. */
  memory(): { readonly now: number | null; readonly most: number | null };
  stop(): Promise<void>;
}

/** Starts the program in a process of its own, so that its memory is its own. */
export async function startServing(): Promise<ServingProcess> {
  const child = spawn(process.execPath, ["--import", "tsx", ENTRY, "serve", "--port", "0", "--json"], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const url = await Promise.race([
    addressOf(child),
    ended.then(() => {
      throw new Error("the program ended before it answered");
    }),
  ]);
  return {
    url,
    memory: () => ({ now: megabytes(child, "VmRSS"), most: megabytes(child, "VmHWM") }),
    async stop() {
      child.kill("SIGTERM");
      await ended;
    },
  };
}

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

function megabytes({ pid }: ChildProcess, field: string): number | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    const kilobytes = new RegExp(`^${field}:\\s+(\\d+) kB`, "m").exec(status)?.[1];
    return kilobytes === undefined ? null : Math.round(Number(kilobytes) / 1024);
  } catch {
    return null;
  }
}
