import type { Page } from "playwright-core";
import { expect } from "vitest";
import type { ZoningListItem } from "../../../server/contract/drawn-zones.ts";
import type { Plan, PlanRequest } from "../../../server/contract/plan.ts";
import type { PlanState } from "../../../server/contract/territories.ts";
import { jsonOf } from "../../fixtures/json-of.ts";

/** Asks the program for what a page should show. The shape is the contract's, as the server's own tests check it. */
export async function askJson<Shape>(page: Page, address: string): Promise<Shape> {
  const response = await page.request.get(address);
  expect(response.status()).toBe(200);
  return response.json();
}

/** The plan whose routes the page shows. */
export async function openedPlan(page: Page): Promise<Plan> {
  const id = new URL(page.url()).searchParams.get("plan");
  const { plan } = await askJson<PlanState>(page, `/api/plans/${id}`);
  if (plan === null) throw new Error(`plan ${id} is not done`);
  return plan;
}

/** Begins a plan of the demo town without a browser and gives its id. */
export async function beginPlan(programUrl: string, request: Partial<PlanRequest> = {}): Promise<string> {
  const answer = await fetch(`${programUrl}/api/territories/demo/plans`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ selection: { kind: "best" }, volunteers: 2, minutes: 60, seconds: 0.5, ...request }),
  });
  const { planId } = await jsonOf<{ readonly planId: string }>(answer);
  return planId;
}

/** The plan once it is as wanted; throws when it ends another way. */
export async function planOnceIt(
  programUrl: string,
  planId: string,
  isAsWanted: (state: PlanState) => boolean,
): Promise<PlanState> {
  for (;;) {
    const answer = await fetch(`${programUrl}/api/plans/${planId}`);
    const state = await jsonOf<PlanState>(answer);
    if (isAsWanted(state)) return state;
    if (state.status !== "running") throw new Error(`the plan ended: ${state.status} ${state.failure?.message ?? ""}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** A small plan of the demo town: two routes of an hour. */
export async function makePlan(programUrl: string, request: Partial<PlanRequest> = {}): Promise<PlanState> {
  return planOnceIt(programUrl, await beginPlan(programUrl, request), ({ status }) => status === "done");
}

/** An empty zoning of the demo town. Its address is opened by id: what a program shows first depends on earlier files. */
export async function newZoning(programUrl: string, name: string): Promise<string> {
  const answer = await fetch(zoningsOf(programUrl), {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ name, copyOf: null }),
  });
  const { id } = await jsonOf<{ readonly id: string }>(answer);
  return id;
}

/** Takes away the zonings that earlier files left in the demo town. */
export async function deleteZonings(programUrl: string): Promise<void> {
  const { zonings } = await jsonOf<{ zonings: readonly ZoningListItem[] }>(await fetch(zoningsOf(programUrl)));
  for (const { id } of zonings) await fetch(`${programUrl}/api/zonings/${id}`, { method: "DELETE" });
}

function zoningsOf(programUrl: string): string {
  return `${programUrl}/api/territories/demo/zonings`;
}
