import { expect, it } from "vitest";
import { distanceMetres } from "../../../../geodata/geometry/position.ts";
import { pieceShape, STREET_CLASSES, streetClass } from "../../../../geodata/street-graph/street-graph.ts";
import { editGround } from "../../../../server/planning/by-hand/edit-ground.ts";
import { walkerOf } from "../../../../server/planning/by-hand/walker-of.ts";
import { walkRoute } from "../../../../server/planning/draw-route.ts";
import { seededRandom } from "../../../fixtures/grid-town.ts";
import { planOf } from "../../../fixtures/plan-of.ts";
import { gridTerritory } from "../../../fixtures/planning-territory.ts";

it("in whatever order a hand puts the stops, a primary road is crossed where streets meet alone", async () => {
  const territory = gridTerritory({ addresses: 60 });
  const graph = territory.streetGraph();
  graph.pieceClass.fill(STREET_CLASSES.indexOf("primary"));
  const made = await planOf(territory, { volunteers: 2, minutes: 60 });
  const ground = editGround(territory, made, null);
  const random = seededRandom(7);
  const stopIds = made.routes.flatMap(({ stops }) => stops.map(({ id }) => id));
  const ends = Array.from({ length: graph.pieceCount }, (_, piece) => pieceShape(graph, piece)).flatMap((shape) =>
    [shape[0], shape.at(-1)].flatMap((end) => (end ? [end] : [])),
  );

  const metresFromStreetEnds: number[] = [];
  for (let order = 0; order < 5; order++) {
    const shuffled = stopIds.toSorted(() => random() - 0.5);
    const free = { start: null, end: null, isLoop: false };
    const { legs } = await walkRoute(ground.stopsOf(shuffled), free, walkerOf(made.request, "1"), ground);
    for (const { piece, position } of legs.flatMap(({ path }) => path?.crossings ?? [])) {
      expect(streetClass(graph, piece)).toBe("primary");
      metresFromStreetEnds.push(Math.min(...ends.map((end) => distanceMetres(end, position))));
    }
  }

  expect(metresFromStreetEnds.length).toBeGreaterThan(20);
  expect(Math.max(...metresFromStreetEnds)).toBeLessThan(0.5);
});
