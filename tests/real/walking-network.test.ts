import { describe, expect, it } from "vitest";
import { isInArea } from "../../geodata/geometry/polygon.ts";
import { distanceMetres } from "../../geodata/geometry/position.ts";
import { readAddresses } from "../../geodata/readers/addresses-reader.ts";
import { readElevation } from "../../geodata/readers/elevation-reader.ts";
import { readOsm } from "../../geodata/readers/osm-reader.ts";
import { readStationContours } from "../../geodata/readers/station-contours-reader.ts";
import { type Attachment, attachToStreets } from "../../geodata/street-graph/attach-to-streets.ts";
import { buildStreetGraph } from "../../geodata/street-graph/build-street-graph.ts";
import {
  pieceShape,
  type StreetGraph,
  type StreetPlace,
  streetClass,
} from "../../geodata/street-graph/street-graph.ts";
import { createEmbeddedRouter } from "../../server/planning/embedded-router.ts";
import { createWalkingRouter } from "../../server/walking-router/create-walking-router.ts";
import { seededRandom } from "../fixtures/grid-town.ts";
import { sharedData } from "../fixtures/shared-data.ts";

describe("the walking network of Paris, République", () => {
  it("holds every address of the stations, nearly all on the main network and on the street of their name", async () => {
    const files = parisFiles();
    if (files === null) return;
    const { graph, report } = buildStreetGraph(await readOsm(files.osm), null);
    const { contours } = await readStationContours(files.stations);
    const { addresses } = await readAddresses(files.addresses);
    const inside = addresses.filter(({ position }) => contours.some(({ geometry }) => isInArea(position, geometry)));

    const attached = attachToStreets(graph, inside);

    const refused = report.ways.refused.reduce((sum, { count }) => sum + count, 0);
    expect(report.ways.used + refused).toBe(report.ways.read);
    expect(report.walkableKilometres).toBeGreaterThan(75);
    const shareOf = (isGood: (attachment: Attachment) => boolean): number =>
      attached.filter(isGood).length / inside.length;
    expect(inside.length).toBeGreaterThan(6000);
    expect(shareOf(({ place }) => place !== null)).toBeGreaterThanOrEqual(0.99);
    expect(shareOf(({ place }) => place !== null && isOnMainNetwork(graph, place))).toBeGreaterThanOrEqual(0.99);
    expect(shareOf(({ isSameStreet }) => isSameStreet)).toBeGreaterThan(0.92);
  });

  it("puts even and odd numbers of a street on opposite sides", async () => {
    const files = parisFiles();
    if (files === null) return;
    const { graph } = buildStreetGraph(await readOsm(files.osm), null);
    const { addresses } = await readAddresses(files.addresses);

    const attached = attachToStreets(graph, addresses);

    const counts = new Map<number, number>();
    let sided = 0;
    attached.forEach(({ place, isSameStreet }, index) => {
      const number = addresses[index]?.houseNumber ?? null;
      if (place === null || !isSameStreet || number === null || place.side === 0) return;
      sided++;
      counts.set(place.piece, (counts.get(place.piece) ?? 0) + (number % 2 === 0 ? 1 : -1) * place.side);
    });
    const agreed = [...counts.values()].reduce((sum, count) => sum + Math.abs(count), 0);
    expect(agreed / sided).toBeGreaterThan(0.95);
  });

  it("gives routes whose steps are drawn on its streets and sum to the walk", async () => {
    const files = parisFiles();
    if (files === null) return;
    const { graph } = buildStreetGraph(await readOsm(files.osm), null);
    const { addresses } = await readAddresses(files.addresses);
    const random = seededRandom(5);
    const places = attachToStreets(graph, addresses)
      .flatMap(({ place }) => (place !== null && isOnMainNetwork(graph, place) ? [place] : []))
      .filter(() => random() < 0.02);
    const router = createWalkingRouter(graph);
    const table = router.durations(places);

    const ends = places
      .slice(1)
      .map(({ side }) => ({ name: "12 Rue de Test", number: "12", side, parity: "even" as const }));
    const walker = { speedKilometresPerHour: 4.5, avoidsSteps: false, hasBicycle: false };
    const walked = await createEmbeddedRouter(graph).walk(places, ends, walker);
    const legs = walked.map((leg) => leg.describe("fr"));

    expect(walked).toHaveLength(places.length - 1);
    walked.forEach(({ durationSeconds, distanceMetres }, index) => {
      expect(Math.fround(durationSeconds)).toBe(table[index * places.length + index + 1]);
      expect(Math.abs((legs[index]?.distance ?? 0) - distanceMetres)).toBeLessThan(1e-6);
    });
    for (const { steps } of legs) for (const { instruction } of steps) expect(instruction).toMatch(/^\p{Lu}.+/u);
  });
});

describe("the walking network of Monaco", () => {
  it("is slower uphill than down, and as high as its tile says", async () => {
    const [osm, tile] = [sharedData("monaco/monaco.osm.pbf"), sharedData("monaco/N43E007.hgt.zip")];
    if (osm === null || tile === null) return;
    const { model } = await readElevation(tile);

    const { graph, report } = buildStreetGraph(await readOsm(osm), model);

    expect(report.nodes).toBeGreaterThan(3900);
    expect(report.islands.metres / 1000 / report.walkableKilometres).toBeLessThan(0.05);
    let known = 0;
    let near = 0;
    for (let node = 0; node < graph.nodeCount; node++) {
      const elevation = graph.nodeElevation[node] ?? Number.NaN;
      const tileElevation = model.elevationAt([graph.nodeLongitude[node] ?? 0, graph.nodeLatitude[node] ?? 0]);
      if (Number.isNaN(elevation) || tileElevation === null) continue;
      known++;
      if (Math.abs(elevation - tileElevation) < 15) near++;
    }
    expect(known / graph.nodeCount).toBeGreaterThan(0.99);
    expect(near / known).toBeGreaterThan(0.95);
    for (let piece = 0; piece < graph.pieceCount; piece++) {
      const length = graph.pieceLengthMetres[piece] ?? 0;
      const [up, down] = [graph.pieceEffortForward[piece] ?? 0, graph.pieceEffortBackward[piece] ?? 0];
      const slowest = streetClass(graph, piece) === "steps" ? 1.7 * 1.42 : Math.exp(3.5 * 0.35);
      expect(Math.max(up, down)).toBeLessThanOrEqual(length * slowest * 1.001);
      expect(Math.min(up, down)).toBeGreaterThanOrEqual(length * Math.exp(-3.5 * 0.05) * 0.999);
    }
  });

  it("sends a walker from the harbour to the hill in longer than it takes back", async () => {
    const [osm, tile] = [sharedData("monaco/monaco.osm.pbf"), sharedData("monaco/N43E007.hgt.zip")];
    if (osm === null || tile === null) return;
    const { model } = await readElevation(tile);
    const { graph } = buildStreetGraph(await readOsm(osm), model);
    const router = createWalkingRouter(graph);
    const [low, high] = [router.nearest([7.4215, 43.7347]), router.nearest([7.4185, 43.7425])];
    if (low === null || high === null) throw new Error("Monaco has streets");

    const up = router.path(low.place, high.place);
    const down = router.path(high.place, low.place);

    expect(up?.ascentMetres).toBeGreaterThan(80);
    expect(up?.durationSeconds ?? 0).toBeGreaterThan((down?.durationSeconds ?? Infinity) * 1.1);
    const [start] = up?.coordinates ?? [];
    if (start === undefined) throw new Error("the harbour and the hill are joined");
    expect(distanceMetres(start, pieceShape(graph, low.place.piece)[0] ?? start)).toBeLessThan(500);
  });
});

function parisFiles(): { osm: string; stations: string; addresses: string } | null {
  const osm = sharedData("paris-republique/network.osm.pbf");
  const stations = sharedData("paris-republique/bureaux_2024.geojson");
  const addresses = sharedData("paris-republique/adresses.csv");
  return osm === null || stations === null || addresses === null ? null : { osm, stations, addresses };
}

function isOnMainNetwork(graph: StreetGraph, place: StreetPlace): boolean {
  return graph.nodeComponent[graph.pieceFrom[place.piece] ?? 0] === 0;
}
