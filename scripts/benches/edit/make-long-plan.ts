import type { Plan } from "../../../server/contract/plan.ts";
import type { PlanState } from "../../../server/contract/territories.ts";

/** A plan of 15 routes of the whole territory. Doors are quick, so that routes have many stops. */
export async function makeLongPlan(
  url: string,
  name: string,
): Promise<{ readonly planId: string; readonly plan: Plan }> {
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

/** Gives the answer as JSON. Throws with what the server said of a request that it refused. */
export async function post<Answer>(url: string, body: object): Promise<Answer> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as Answer;
}
