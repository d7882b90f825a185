import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";

export interface PostgresServer {
  /** Of a database that is empty. */
  readonly url: string;
  /** Ends the server as a power cut would, and starts it again on the same files. */
  restart(): Promise<void>;
  kill(): Promise<void>;
  stop(): Promise<void>;
}

/** Debian puts the programs of a server here, not on the path. */
const DEBIAN = "/usr/lib/postgresql";
const PATIENCE_MS = 30_000;

/** The folder of initdb and postgres, or null where PostgreSQL is not installed. */
export function postgresPrograms(): string | null {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((one, other) => Number(other) - Number(one)) : [];
  const folders = [
    ...versions.map((version) => join(DEBIAN, version, "bin")),
    ...(process.env.PATH ?? "").split(delimiter),
  ];
  return folders.find((folder) => ["initdb", "postgres"].every((name) => existsSync(join(folder, name)))) ?? null;
}

/**
 * A PostgreSQL of its own in a temporary folder, reached over a socket there. `isDurable` false saves the waiting for
 * disks. It refuses to run as root, so under root it runs as Debian's "postgres".
 */
export async function startPostgres(programs: string, { isDurable = false } = {}): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), "arpent-postgres-"));
  const owner = unprivileged();
  if (owner.uid !== undefined) chownSync(folder, owner.uid, owner.gid ?? owner.uid);
  const files = join(folder, "files");
  const settings = ["--no-sync", "--auth=trust", "--username=arpent", "--encoding=UTF8", "--locale=C"];
  execFileSync(join(programs, "initdb"), ["-D", files, ...settings], { ...owner, cwd: folder, stdio: "pipe" });
  const url = `postgres://arpent@localhost/postgres?host=${encodeURIComponent(folder)}`;
  let server = await run();

  async function run(): Promise<ChildProcess> {
    const swift = isDurable ? [] : ["fsync=off", "synchronous_commit=off", "full_page_writes=off"];
    const options = ["listen_addresses=", "max_connections=200", `unix_socket_directories=${folder}`, ...swift];
    const started = spawn(join(programs, "postgres"), ["-D", files, ...options.flatMap((option) => ["-c", option])], {
      ...owner,
      cwd: folder,
      stdio: "ignore",
    });
    await untilReady(url, started);
    return started;
  }
  async function end(signal: NodeJS.Signals): Promise<void> {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const ended = new Promise((resolve) => server.once("exit", resolve));
    server.kill(signal);
    await ended;
  }
  return {
    url,
    async restart() {
      await end("SIGQUIT");
      server = await run();
    },
    kill: () => end("SIGQUIT"),
    async stop() {
      await end("SIGINT");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function unprivileged(): { readonly uid?: number; readonly gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string) => Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
}

async function untilReady(url: string, server: ChildProcess): Promise<void> {
  const until = performance.now() + PATIENCE_MS;
  for (;;) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      return await client.end();
    } catch (error) {
      if (server.exitCode !== null || performance.now() > until) throw error;
      await pause(50);
    }
  }
}
