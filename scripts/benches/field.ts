import { Agent } from "node:http";
import { mulberry32 } from "../../geodata/numbers/mulberry32.ts";
import { bundleProgram } from "../bundle-program.ts";
import type { Terminal } from "../command.ts";
import type { Options } from "../command-options.ts";
import { openBenchStore } from "./field/bench-store.ts";
import { type FieldServer, freePort, startFieldServer } from "./field/field-server.ts";
import { makeOutings } from "./field/make-outings.ts";
import { type MemoryFigures, watchMemory } from "./field/memory-watch.ts";
import { type Crowd, type LoadFigures, sendAtMost, sendAtPace } from "./field/volunteers.ts";
import { startWatchers } from "./field/watchers.ts";

export const summary = "knocks per second that phones get acknowledged, how long that takes, and the server's memory";

export const optionNames = {
  values: ["volunteers", "watchers", "minutes", "most-seconds", "stops", "postgres", "seed"],
};

interface FieldFigures {
  readonly store: string;
  readonly volunteers: number;
  readonly watchers: number;
  readonly watchedEvents: number;
  /** Each volunteer knocks every minute and a half, and is sent at once; screens watch meanwhile. */
  readonly atPace: MeasuredLoad & { readonly memory: MemoryFigures };
  /** As many as the server takes, without screens. */
  readonly atMost: MeasuredLoad;
}

/** The server's processor time, and that of this process, which is all volunteers and screens. */
interface MeasuredLoad extends LoadFigures {
  readonly serverProcessorSeconds: number | null;
  readonly volunteersProcessorSeconds: number;
}

const ROUTES_EACH = 20;
const AT_ONCE = 64;
/** The first requests compile what they run through. */
const WARM_UP_SECONDS = 3;

/**
 * The volunteers at their pace for so many minutes, then as fast as the server can. The server is a process of its own.
 * With few `--stops` a route every one of them is soon known to the screens that watch: memory that grows then grows
 * for another reason.
 */
export async function run(terminal: Terminal, options: Options): Promise<FieldFigures> {
  const volunteers = options.number("volunteers", { min: 1, max: 100_000, isWhole: true }) ?? 1000;
  const seconds = (options.number("minutes", { min: 0.05, max: 600 }) ?? 0.5) * 60;
  const mostSeconds = options.number("most-seconds", { min: 0, max: 3600 }) ?? 15;
  const wanted = options.number("watchers", { min: 0, max: 10_000, isWhole: true }) ?? 0;
  const stopsEach = options.number("stops", { min: 1, max: 500, isWhole: true }) ?? 25;
  const chance = mulberry32(options.number("seed", { min: 0, max: 2 ** 31, isWhole: true }) ?? 1);
  const store = await openBenchStore(options.text("postgres"));
  const program = await bundleProgram();
  const agent = new Agent({ keepAlive: true, maxSockets: 512 });
  let server: FieldServer | null = null;
  try {
    const database = await store.open();
    const sizes = { outings: Math.ceil(volunteers / ROUTES_EACH), routesEach: ROUTES_EACH, stopsEach };
    const links = (await makeOutings(database, sizes)).slice(0, volunteers);
    await database.destroy();
    const running = await startFieldServer({ ...store, program: program.entry, port: await freePort() });
    server = running;
    const crowd: Crowd = { url: running.url, agent, links, chance, enough: terminal.signal };
    await sendAtMost(crowd, WARM_UP_SECONDS, AT_ONCE);
    const outingIds = [...new Set(links.map(({ outingId }) => outingId))];
    const watchers = await startWatchers(running.url, outingIds, wanted);
    if (watchers.watching < wanted) terminal.say(`${watchers.watching} of ${wanted} watchers were let in`);

    terminal.say(`${volunteers} volunteers at their pace, ${watchers.watching} screens`);
    const memory = watchMemory(running, (text) => terminal.progress(text));
    const atPace = await measured(running, () => sendAtPace(crowd, seconds));
    const memoryFigures = memory.end();
    watchers.leave();
    terminal.say("as many as the server takes");
    const atMost = await measured(running, () => sendAtMost(crowd, mostSeconds, AT_ONCE));
    return {
      store: store.name,
      volunteers,
      watchers: watchers.watching,
      watchedEvents: watchers.received(),
      atPace: { ...atPace, memory: memoryFigures },
      atMost,
    };
  } finally {
    agent.destroy();
    await server?.stop();
    program.remove();
    await store.leave();
  }
}

async function measured(server: FieldServer, load: () => Promise<LoadFigures>): Promise<MeasuredLoad> {
  const serverBefore = server.processorSeconds();
  const before = process.cpuUsage();
  const figures = await load();
  const serverAfter = server.processorSeconds();
  const { user, system } = process.cpuUsage(before);
  return {
    ...figures,
    serverProcessorSeconds: serverBefore === null || serverAfter === null ? null : round(serverAfter - serverBefore),
    volunteersProcessorSeconds: round((user + system) / 1e6),
  };
}

function round(seconds: number): number {
  return Math.round(10 * seconds) / 10;
}
