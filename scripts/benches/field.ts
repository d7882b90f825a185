import { Agent } from "node:http";
import { mulberry32 } from "../../geodata/numbers/mulberry32.ts";
import { bundleProgram } from "../bundle-program.ts";
import type { Terminal } from "../command.ts";
import type { Options } from "../command-options.ts";
import { openBenchStore } from "./field/bench-store.ts";
import { type FieldServer, freePort, startFieldServer } from "./field/field-server.ts";
import { makeOutings } from "./field/make-outings.ts";
import { type Crowd, type LoadFigures, sendAtMost, sendAtPace } from "./field/volunteers.ts";
import { startWatchers } from "./field/watchers.ts";

export const summary = "knocks per second that phones get acknowledged, how long that takes, and the server's memory";

export const optionNames = { values: ["volunteers", "watchers", "minutes", "postgres", "seed"] };

interface FieldFigures {
  readonly store: string;
  readonly volunteers: number;
  readonly watchers: number;
  readonly watchedEvents: number;
  /** Each volunteer knocks every minute and a half, and is sent at once. */
  readonly atPace: LoadFigures;
  /** As many as the server takes. */
  readonly atMost: LoadFigures;
  /** Resident, in megabytes: before, at the quarters, after. */
  readonly memoryMegabytes: readonly (number | null)[];
}

const ROUTES_EACH = 20;
const STOPS_EACH = 25;
const AT_ONCE = 64;

/** Half of the time at the pace of the volunteers, half as fast as the server can. */
export async function run(terminal: Terminal, options: Options): Promise<FieldFigures> {
  const volunteers = options.number("volunteers", { min: 1, max: 100_000, isWhole: true }) ?? 1000;
  const seconds = (options.number("minutes", { min: 0.05, max: 600 }) ?? 0.5) * 60;
  const wanted = options.number("watchers", { min: 0, max: 10_000, isWhole: true }) ?? 0;
  const chance = mulberry32(options.number("seed", { min: 0, max: 2 ** 31, isWhole: true }) ?? 1);
  const store = await openBenchStore(options.text("postgres"));
  const program = await bundleProgram();
  const agent = new Agent({ keepAlive: true, maxSockets: 512 });
  let server: FieldServer | null = null;
  try {
    const database = await store.open();
    const sizes = { outings: Math.ceil(volunteers / ROUTES_EACH), routesEach: ROUTES_EACH, stopsEach: STOPS_EACH };
    const links = (await makeOutings(database, sizes)).slice(0, volunteers);
    await database.destroy();
    const running = await startFieldServer({ ...store, program: program.entry, port: await freePort() });
    server = running;
    const crowd: Crowd = { url: running.url, agent, links, chance };
    await sendAtMost(crowd, WARM_UP_SECONDS, AT_ONCE);
    const outingIds = [...new Set(links.map(({ outingId }) => outingId))];
    const watchers = await startWatchers(running.url, outingIds, wanted);
    if (watchers.watching < wanted) terminal.say(`${watchers.watching} of ${wanted} watchers were let in`);

    const memory = [running.memory()];
    const sample = setInterval(() => memory.push(running.memory()), (seconds / 4) * 1000);
    terminal.say(`${volunteers} volunteers at their pace`);
    const atPace = await sendAtPace(crowd, seconds / 2);
    terminal.say("as many as the server takes");
    const atMost = await sendAtMost(crowd, seconds / 2, AT_ONCE);
    clearInterval(sample);
    watchers.leave();
    return {
      store: store.name,
      volunteers,
      watchers: watchers.watching,
      watchedEvents: watchers.received(),
      atPace,
      atMost,
      memoryMegabytes: [...memory.slice(0, 4), running.memory()],
    };
  } finally {
    agent.destroy();
    await server?.stop();
    program.remove();
    await store.leave();
  }
}

/** The first requests compile what they run through. */
const WARM_UP_SECONDS = 3;
