import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";

/** The program in a process of its own, that can be ended as a power cut would and started again at the same address. */
export interface FieldServer {
  readonly url: string;
  readonly pid: number;
  /** Megabytes of resident memory; null where the system does not tell. */
  memory(): number | null;
  /** SIGKILL: nothing of it has a word to say. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

export interface ServerPlace {
  /** File that `node` runs: the program, bundled. */
  readonly program: string;
  /** $ARPENT_HOME */
  readonly home: string;
  /** DATABASE_URL; null for the file in `home`. */
  readonly postgresUrl: string | null;
  readonly port: number;
}

/** Resolves once it answers. Throws when it ends before. */
export async function startFieldServer({ program, home, postgresUrl, port }: ServerPlace): Promise<FieldServer> {
  const { DATABASE_URL: _, ...inherited } = process.env;
  const child = spawn(process.execPath, [program, "serve", "--port", String(port), "--quiet", "--json"], {
    stdio: ["ignore", "pipe", "ignore"],
    env: {
      ...inherited,
      ARPENT_HOME: home,
      ARPENT_PUBLIC_URL: "",
      ...(postgresUrl === null ? {} : { DATABASE_URL: postgresUrl }),
    },
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const answers = new Promise<void>((resolve) => child.stdout?.once("data", () => resolve()));
  await Promise.race([answers, ended]);
  const { pid } = child;
  if (pid === undefined || hasEnded(child)) throw new Error("the server ended before it answered");
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await ended;
  };
  return {
    url: `http://127.0.0.1:${port}`,
    pid,
    memory: () => residentMegabytes(pid),
    kill: () => end("SIGKILL"),
    stop: () => end("SIGTERM"),
  };
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

function residentMegabytes(pid: number): number | null {
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return kilobytes === undefined ? null : Math.round(Number(kilobytes) / 1024);
  } catch {
    return null;
  }
}

/** A port that nobody has now: a server that is killed comes back to it, as phones expect. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
