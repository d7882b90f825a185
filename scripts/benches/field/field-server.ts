import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";

const TELL_MEMORY = new URL("./tell-memory.mjs", import.meta.url).href;

/** The program in a process of its own, that can be ended as a power cut would and started again at the same address. */
export interface FieldServer {
  readonly url: string;
  readonly pid: number;
  /** Garbage is collected first when that is asked for, which takes some tens of milliseconds. */
  memory(options: { readonly collects: boolean }): Promise<ServerMemory>;
  /** Processor time of all its threads, in seconds; null where the system does not tell. */
  processorSeconds(): number | null;
  /** SIGKILL: nothing of it has a word to say. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

export interface ServerMemory {
  readonly residentMegabytes: number;
  readonly heapMegabytes: number;
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
  const tells = ["--expose-gc", "--import", TELL_MEMORY];
  const child = spawn(process.execPath, [...tells, program, "serve", "--port", String(port), "--quiet", "--json"], {
    stdio: ["ignore", "pipe", "ignore", "ipc"],
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
    memory: ({ collects }) =>
      new Promise((resolve, reject) => {
        child.once("message", (told: NodeJS.MemoryUsage) => {
          resolve({ residentMegabytes: megabytes(told.rss), heapMegabytes: megabytes(told.heapUsed) });
        });
        child.send({ collects }, (error) => error && reject(error));
      }),
    processorSeconds: () => processorSeconds(pid),
    kill: () => end("SIGKILL"),
    stop: () => end("SIGTERM"),
  };
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

function megabytes(bytes: number): number {
  return Math.round((10 * bytes) / 2 ** 20) / 10;
}

/** proc(5): user and system time, in hundredths of a second, after the name in brackets. */
function processorSeconds(pid: number): number | null {
  try {
    const [user, system] = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /, "")
      .split(" ")
      .slice(11, 13);
    return (Number(user) + Number(system)) / 100;
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
