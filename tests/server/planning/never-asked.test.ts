import { expect, it } from "vitest";
import { planOf } from "../../fixtures/plan-of.ts";
import { gridTerritory } from "../../fixtures/planning-territory.ts";

it("a stop says how many of its doors asked for no more visits, and no other stop says anything of it", async () => {
  const territory = gridTerritory({ addresses: 12 });
  const [first] = territory.addressesOfStations([0, 1]);
  const stopId = first?.id ?? "";

  const plan = await planOf(territory, {
    ...{ volunteers: 1, minutes: 240 },
    neverAsked: [{ stopId, doors: 2 }],
  });

  const told = plan.routes.flatMap(({ stops }) => stops).filter((stop) => stop.neverAskedDoors !== undefined);
  expect(told.map(({ id, neverAskedDoors }) => [id, neverAskedDoors])).toEqual([[stopId, 2]]);
  expect(plan.warnings.join(" ")).toContain("on ne passe plus");
});
