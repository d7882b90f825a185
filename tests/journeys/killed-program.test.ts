import { cpSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, inject, it } from "vitest";
import type { CampChoice } from "../../server/contract/scores.ts";
import type { PlanListItem, PlanState, TerritorySummary } from "../../server/contract/territories.ts";
import { jsonOf } from "../fixtures/json-of.ts";
import { beginPlan, makePlan, planOnceIt } from "./support/ask-program.ts";
import { killArpentWhen, newHome, type RunningProgram, runArpent, startProgram } from "./support/start-program.ts";

const CHOICE: CampChoice = { name: "Nous", sides: { "2022_pres_t1/1/camille-exemple": "ours" } };

describe("a power cut", () => {
  let home: ReturnType<typeof newHome>;
  let program: RunningProgram | null = null;
  beforeEach(() => {
    home = newHome();
    mkdirSync(join(home.path, "territories"));
    cpSync(inject("demoTerritory"), join(home.path, "territories/demo.territory"));
  });
  afterEach(async () => {
    await program?.stop();
    home.remove();
  });

  it("during a plan loses that plan alone, which says so; during a build leaves the territory as it was", async () => {
    program = await startProgram(inject("program"), home.path);
    const kept = await makePlan(program.url, EVERYWHERE);
    const saved = await saveChoice(program.url);
    const lost = await beginPlan(program.url, { seconds: 60 });
    await planOnceIt(program.url, lost, ({ progress }) => progress?.stage === "routes");

    await program.kill();
    program = await startProgram(inject("program"), home.path);

    const after = await stateOf(program.url, lost);
    expect(after.status).toBe("failed");
    expect(after.failure?.message).toMatch(/^Le serveur s’est arrêté pendant le calcul/);
    expect(await stateOf(program.url, kept.id)).toEqual(kept);
    const route = await fetch(`${program.url}/api/routes/${kept.routeTokens["1"]}`);
    expect(route.status).toBe(200);
    const { plans } = await ask<{ readonly plans: readonly PlanListItem[] }>(program.url, "/territories/demo/plans");
    expect(plans.map(({ id, status }) => [id, status]).sort()).toEqual(
      [
        [kept.id, "done"],
        [lost, "failed"],
      ].sort(),
    );
    expect(await ask<CampChoice>(program.url, "/territories/demo/choice")).toEqual(saved);

    const before = await ask<{ readonly territories: readonly TerritorySummary[] }>(program.url, "/territories");
    const build = await killArpentWhen(/ \d+ %/, inject("program"), ["territory", "demo", "--seed", "2"], home.path);
    expect(build.code, build.words).toBeNull();
    expect(build.words).toMatch(/ \d+ %/);
    expect(await ask(program.url, "/territories")).toEqual(before);
    const again = await makePlan(program.url, EVERYWHERE);
    // The same walk; what it may win is another matter, since the choice of candidates was saved in between.
    expect({ ...again.plan?.totals, expectedPersuaded: 0 }).toEqual({ ...kept.plan?.totals, expectedPersuaded: 0 });

    const rebuilt = await runArpent(inject("program"), ["territory", "demo", "--seed", "2"], home.path);
    expect(rebuilt.code, rebuilt.words).toBe(0);
    expect(readdirSync(join(home.path, "territories"))).toEqual(["demo.territory"]);
  });
});

/** The best stations depend on the choice of candidates; all of them do not. */
const EVERYWHERE = { selection: { kind: "stations" as const, stationIds: "all" as const } };

async function saveChoice(url: string): Promise<CampChoice> {
  const answer = await fetch(`${url}/api/territories/demo/choice`, {
    method: "PUT",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(CHOICE),
  });
  expect(answer.status).toBe(200);
  return jsonOf<CampChoice>(answer);
}

function stateOf(url: string, planId: string): Promise<PlanState> {
  return ask<PlanState>(url, `/plans/${planId}`);
}

function ask<Shape>(url: string, path: string): Promise<Shape> {
  return jsonOf<Shape>(fetch(`${url}/api${path}`));
}
