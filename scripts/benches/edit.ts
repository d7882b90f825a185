import { findTerritory, listTerritories } from "../../geodata/territory/territory-folder.ts";
import type { Plan } from "../../server/contract/plan.ts";
import type { PlanEdit, PlanEditAnswer } from "../../server/contract/plan-edit.ts";
import type { PlanState } from "../../server/contract/territories.ts";
import { serve } from "../../server/serve.ts";
import type { Terminal } from "../command.ts";

export const summary = "a plan of 15 routes edited by hand through a server: milliseconds from request to kept answer";

/** Edits that are not measured: they open the territory, read the plan and pay for the compiler. */
const WARM_UP = 6;
const ROUNDS = 8;

/** Every built territory, largest last. Doors are quick, so that routes have about 60 stops. */
export async function run(terminal: Terminal): Promise<Readonly<Record<string, unknown>>> {
  const figures: Record<string, unknown> = {};
  const server = await serve({ port: 0, host: "127.0.0.1", publicUrl: null, isQuiet: true, needsAccounts: false });
  try {
    for (const name of listTerritories()) {
      if (findTerritory(name) === null) continue;
      terminal.progress(name);
      figures[name] = await measure(server.url, name);
    }
  } finally {
    await server.close();
  }
  return figures;
}

async function measure(url: string, name: string): Promise<object> {
  const { planId, plan } = await makePlan(url, name);
  try {
    let revision = 0;
    const times = new Map<string, number[]>();
    const cpuBegan = process.cpuUsage();
    const edits = [...Array(WARM_UP + ROUNDS).keys()].flatMap((round) => editsOf(plan, round));
    for (const [count, edit] of edits.entries()) {
      const began = performance.now();
      const answer = await post<PlanEditAnswer>(`${url}/api/plans/${planId}/edits`, { basedOn: revision, edit });
      revision = answer.head.edited.revision;
      if (count < WARM_UP) continue;
      times.set(edit.kind, [...(times.get(edit.kind) ?? []), performance.now() - began]);
    }
    const { user, system } = process.cpuUsage(cpuBegan);
    const medians = [...times].map(([kind, all]) => [kind, { medianMs: middle(all), slowestMs: Math.max(...all) | 0 }]);
    return {
      routes: plan.totals.routes,
      stops: plan.totals.stops,
      unserved: plan.unserved.length,
      cpuMsPerEdit: Math.round((user + system) / 1000 / edits.length),
      ...Object.fromEntries(medians),
    };
  } finally {
    await fetch(`${url}/api/plans/${planId}`, { method: "DELETE" });
  }
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

async function makePlan(url: string, name: string): Promise<{ readonly planId: string; readonly plan: Plan }> {
  const request = {
    selection: { kind: "stations", stationIds: "all" },
    volunteers: 15,
    minutes: 120,
    minutesPerDoor: 0.3,
    seconds: 2,
  };
  const { planId } = await post<{ readonly planId: string }>(`${url}/api/territories/${name}/plans`, request);
  await (await fetch(`${url}/api/plans/${planId}/events`)).text();
  const state = (await (await fetch(`${url}/api/plans/${planId}`)).json()) as PlanState;
  if (!state.plan) throw new Error(`the plan of ${name} was not made: ${state.failure?.message ?? state.status}`);
  return { planId, plan: state.plan };
}

async function post<Answer>(url: string, body: object): Promise<Answer> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as Answer;
}

function middle(values: readonly number[]): number {
  return Math.round(values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0);
}
