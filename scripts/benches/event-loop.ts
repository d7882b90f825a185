import { findTerritory, listTerritories } from "../../geodata/territory/territory-folder.ts";
import { Refusal } from "../../server/contract/refusal.ts";
import { serve } from "../../server/serve.ts";
import { askWithoutPause } from "../ask-without-pause.ts";
import type { Terminal } from "../command.ts";
import { watchPauses } from "../pause-watch.ts";

export const summary = "longest pause of the serving thread, and requests per second, while a plan is computed";

/** Preferred territories, the largest work first; else any. */
const PREFERRED = ["paris-republique", "monaco", "demo"];
const PLAN = {
  selection: { kind: "stations", stationIds: "all" },
  volunteers: 15,
  minutes: 120,
  goal: "cover",
  seconds: 5,
} as const;

/**
 * Starts a server in this process, lets it plan for 15 volunteers, and meanwhile asks it what a map asks for. The pauses
 * of the event loop are watched from the start of the plan until it has been stored and downloaded.
 */
export async function run(terminal: Terminal): Promise<Readonly<Record<string, unknown>>> {
  const name = PREFERRED.find((one) => findTerritory(one) !== null) ?? listTerritories()[0];
  if (name === undefined) throw noTerritory();
  const server = await serve({ port: 0, host: "127.0.0.1", publicUrl: null, isQuiet: true, needsAccounts: false });
  try {
    const territory = `${server.url}/api/territories/${name}`;
    await warmUp(territory);
    const load = await askWithoutPause(QUESTIONS.map((question) => `${territory}${question}`));
    const watch = watchPauses();
    const began = performance.now();
    const planId = await startPlan(territory);
    const status = await planEnd(`${server.url}/api/plans/${planId}/events`, terminal);
    const planSeconds = (performance.now() - began) / 1000;
    const asked = await load.stop();
    const planBytes = (await (await fetch(`${server.url}/api/plans/${planId}`)).arrayBuffer()).byteLength;
    const pauses = watch.stop();
    await fetch(`${server.url}/api/plans/${planId}`, { method: "DELETE" });
    return {
      territory: name,
      planStatus: status,
      planSeconds: round(planSeconds),
      planBytes,
      longestPauseMs: round(pauses.longestMs),
      longestBusyMs: pauses.longestBusyMs === null ? null : round(pauses.longestBusyMs),
      pauseMs99Percent: round(pauses.usualMs),
      requests: asked.count,
      requestsPerSecond: round(asked.count / asked.seconds),
      slowestRequestMs: round(asked.slowestMs),
      medianRequestMs: round(asked.medianMs),
    };
  } finally {
    await server.close();
  }
}

/** First questions open the territory and start the threads: not what is measured. */
async function warmUp(territory: string): Promise<void> {
  for (const question of QUESTIONS) await (await fetch(`${territory}${question}`)).arrayBuffer();
}

const QUESTIONS = ["", "/stations", "/candidates", "/choice", "/search?q=rue", "/tiles/14/8299/5635", "/plans"];

async function startPlan(territory: string): Promise<string> {
  const response = await fetch(`${territory}/plans`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(PLAN),
  });
  const answer = (await response.json()) as { readonly planId: string };
  return answer.planId;
}

/** Reads the plan's events to their end and gives the last one's name. */
async function planEnd(url: string, terminal: Terminal): Promise<string> {
  const response = await fetch(url);
  let last = "";
  for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    for (const match of chunk.matchAll(/^event: (\w+)$/gm)) last = match[1] ?? last;
    terminal.progress(chunk.trim().split("\n").at(1)?.slice(0, 100) ?? "");
  }
  return last;
}

function noTerritory(): Refusal {
  return new Refusal(
    "nothing-found",
    {
      fr: "Il n'y a aucun territoire à mesurer. `npm run arpent -- territory demo` en fait un.",
      en: "There is no territory to measure. `npm run arpent -- territory demo` makes one.",
    },
    404,
  );
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
