import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type CampaignDatabase, openCampaignDatabase } from "../../../server/campaign/campaign-database.ts";
import type { Plan } from "../../../server/contract/plan.ts";
import { arrangementOf } from "../../../server/contract/plan-arrangement.ts";
import type { PlanEditAnswer } from "../../../server/contract/plan-edit.ts";
import { createPlanEditStore, type KeptEdit } from "../../../server/plans/plan-edit-store.ts";
import { createPlanStore } from "../../../server/plans/plan-store.ts";
import { packJson, unpackJson } from "../../../server/work/packed-json.ts";
import { STORES, type StorePlace } from "../../fixtures/campaign-stores.ts";
import { examplePlan, exampleRequest } from "../../fixtures/example-plan.ts";

const AT = new Date("2026-03-07T09:00:00Z");

describe.each(STORES)("edits of plans on $store", ({ newPlace }) => {
  let place: StorePlace;
  let database: CampaignDatabase;
  beforeEach(async () => {
    place = await newPlace();
    database = await openCampaignDatabase(place.place);
    for (const id of ["plan", "other"])
      await createPlanStore(database).add({ id, territoryName: "grid", request: exampleRequest, createdAt: AT });
  });
  afterEach(async () => {
    await database.destroy();
    await place.leave();
  });
  const edits = () => createPlanEditStore(database);
  const answered = async (id: string, planId = "plan") => {
    const answer = await edits().answer(planId, id);
    return answer && unpackJson<PlanEditAnswer>(answer).head.edited.revision;
  };

  it("have the answer that they had, by their id, in their plan", async () => {
    expect(await edits().keep(keptEdit("first", 0))).toBe(true);
    expect(await edits().keep(keptEdit("second", 1))).toBe(true);

    expect([await answered("first"), await answered("second"), await answered("third")]).toEqual([1, 2, null]);
    expect(await answered("first", "other")).toBeNull();
    expect(await edits().recent("plan")).toEqual([
      { revision: 2, id: "second" },
      { revision: 1, id: "first" },
    ]);
    expect(await edits().recent("other")).toEqual([]);
  });

  it("that come too late leave neither an answer nor a revision", async () => {
    await edits().keep(keptEdit("first", 0));

    expect(await edits().keep(keptEdit("late", 0))).toBe(false);

    expect([await answered("late"), (await edits().edits("plan"))?.revision]).toEqual([null, 1]);
  });

  it("that came without an id are kept without an answer", async () => {
    await edits().keep(keptEdit(null, 0));
    await edits().keep(keptEdit("named", 1));

    expect(await edits().recent("plan")).toEqual([{ revision: 2, id: "named" }]);
  });

  it("keep the answers of the last twenty, whoever made them", async () => {
    for (let revision = 0; revision < 22; revision++) {
      await edits().keep(keptEdit(revision % 2 === 0 ? `edit-${revision + 1}` : null, revision));
    }

    const recent = await edits().recent("plan");

    expect(recent.map(({ revision }) => revision)).toEqual([21, 19, 17, 15, 13, 11, 9, 7, 5, 3]);
    expect([await answered("edit-1"), await answered("edit-3")]).toEqual([null, 3]);
  });

  it("go with their plan", async () => {
    await edits().keep(keptEdit("first", 0));

    await createPlanStore(database).remove("plan");

    expect(await answered("first")).toBeNull();
  });
});

function keptEdit(id: string | null, basedOn: number): KeptEdit {
  const plan = examplePlan();
  const head = headAt(plan, basedOn + 1);
  return {
    ...{ planId: "plan", id, basedOn, position: basedOn + 1, head, routes: [] },
    choice: { name: "Nous", sides: {} },
    made: { edit: { kind: "reverse", routeId: "1" }, arrangement: packJson(arrangementOf(plan)), at: AT },
    answer: packJson({ head, routes: [], repair: null }),
  };
}

function headAt({ request, totals, metresEquivalentPerDoor, routes }: Plan, revision: number): PlanEditAnswer["head"] {
  return {
    ...{ request, totals, metresEquivalentPerDoor, routeIds: routes.map(({ id }) => id) },
    unserved: { gone: [], come: [] },
    edited: {
      ...{ revision, canUndo: true, canRedo: false, askedMinutes: 60 },
      ...{ lockedStops: [], lockedRoutes: [], takenOut: [], emptyRoutes: [], warnings: [] },
    },
  };
}
