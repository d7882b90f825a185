import { openTerritory } from "../../geodata/territory/open-territory.ts";
import { listTerritories, territoryPath } from "../../geodata/territory/territory-folder.ts";
import type { Plan } from "../../server/contract/plan.ts";
import type { PlanEdit, PlanEditAnswer } from "../../server/contract/plan-edit.ts";
import { Refusal } from "../../server/contract/refusal.ts";
import { serve } from "../../server/serve.ts";
import type { Terminal } from "../command.ts";
import type { Options } from "../command-options.ts";
import { checkStreets } from "./edit/check-streets.ts";
import { makeLongPlan, post } from "./edit/make-long-plan.ts";

export const summary =
  "a plan of 15 routes edited by hand through a server: milliseconds from request to kept answer, and of processor time";
export const optionNames = { values: ["territory"] };

/** Edits that are not measured: they open the territory, read the plan and pay for the compiler. */
const WARM_UP = 6;
const ROUNDS = 8;

/**
 * One territory, or every built one that has streets. Doors are quick, so that routes have about 60 stops. Throws
 * Refusal "nothing-found", and "no-streets" when there is no street to walk.
 */
export async function run(terminal: Terminal, options: Options): Promise<Readonly<Record<string, unknown>>> {
  const named = options.text("territory");
  const figures: Record<string, unknown> = {};
  const names = named === undefined ? walkable(terminal) : [named];
  if (named !== undefined) checkStreets(named);
  const server = await serve({ port: 0, host: "127.0.0.1", publicUrl: null, isQuiet: true, needsAccounts: false });
  try {
    for (const name of names) {
      terminal.progress(name);
      figures[name] = await measure(server.url, name);
    }
  } finally {
    await server.close();
  }
  return figures;
}

/** Those that are left out are told of. */
function walkable(terminal: Terminal): readonly string[] {
  const names = listTerritories().filter((name) => {
    const territory = openTerritory(territoryPath(name));
    const hasStreets = territory.summary.counts.pieces > 0;
    territory.close();
    if (!hasStreets) terminal.say(`${name} is left out: it has no streets, for it was built without --osm`);
    return hasStreets;
  });
  if (names.length === 0) throw noStreetsAnywhere();
  return names;
}

function noStreetsAnywhere(): Refusal {
  return new Refusal("no-streets", {
    fr: "Aucun territoire construit n’a de rues : « npm run arpent -- territory demo » en fait un qui en a.",
    en: "No built territory has streets: `npm run arpent -- territory demo` makes one that has.",
  });
}

async function measure(url: string, name: string): Promise<object> {
  const { planId, plan } = await makeLongPlan(url, name);
  try {
    let revision = 0;
    const times = new Map<string, EditTime[]>();
    const edits = [...Array(WARM_UP + ROUNDS).keys()].flatMap((round) => editsOf(plan, round));
    for (const [count, edit] of edits.entries()) {
      const [began, cpuBegan] = [performance.now(), process.cpuUsage()];
      const answer = await post<PlanEditAnswer>(`${url}/api/plans/${planId}/edits`, {
        ...{ id: `edit-${count}`, basedOn: revision, edit },
      });
      const { user, system } = process.cpuUsage(cpuBegan);
      revision = answer.head.edited.revision;
      if (count < WARM_UP) continue;
      const time = { ms: performance.now() - began, cpuMs: (user + system) / 1000 };
      times.set(edit.kind, [...(times.get(edit.kind) ?? []), time]);
    }
    return {
      routes: plan.totals.routes,
      stops: plan.totals.stops,
      unserved: plan.unserved.length,
      cpuMsPerEdit: middle([...times.values()].flat().map(({ cpuMs }) => cpuMs)),
      ...Object.fromEntries([...times].map(([kind, all]) => [kind, toldTimes(all)])),
    };
  } finally {
    await fetch(`${url}/api/plans/${planId}`, { method: "DELETE" });
  }
}

/** By the clock, which other programs stretch, and of the processor: server, worker threads and whoever asks. */
interface EditTime {
  readonly ms: number;
  readonly cpuMs: number;
}

function toldTimes(times: readonly EditTime[]): object {
  const [clock, cpu] = [times.map(({ ms }) => ms), times.map(({ cpuMs }) => cpuMs)];
  return {
    medianMs: middle(clock),
    slowestMs: Math.round(Math.max(...clock)),
    cpuMs: middle(cpu),
    mostCpuMs: Math.round(Math.max(...cpu)),
  };
}

/** Two stops of a route onto the next, a stop out and back, a route the other way around, and one step back. */
function editsOf({ routes }: Plan, round: number): readonly PlanEdit[] {
  const [from, to] = [routes[round % routes.length], routes[(round + 1) % routes.length]];
  const stopIds = from?.stops.slice(2, 4).map(({ id }) => id) ?? [];
  const out = to?.stops.slice(5, 6).map(({ id }) => id) ?? [];
  if (!from || !to || stopIds.length === 0 || out.length === 0) return [];
  return [
    { kind: "move", stopIds, routeId: to.id, before: to.stops[4]?.id ?? null },
    { kind: "take-out", stopIds: out },
    { kind: "insert", stopIds: out, routeId: null },
    { kind: "reverse", routeId: from.id },
    { kind: "set-start", routeId: to.id, position: [to.start[0], to.start[1]] },
    { kind: "undo" },
  ];
}

function middle(values: readonly number[]): number {
  return Math.round(values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0);
}
