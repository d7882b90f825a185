import type { Position } from "../../../geodata/geometry/position.ts";
import { buildStreetGraph } from "../../../geodata/street-graph/build-street-graph.ts";
import type { Territory } from "../../../geodata/territory/territory.ts";
import type { OsrmLeg, Plan, PlanRoute, PlanStop } from "../../../server/contract/plan.ts";

const CORNER: Position = [2.36, 48.86];
const STEP = 0.001;

/** A crossroads of two streets, without base map. */
export function crossroads(): Pick<Territory, "summary" | "streetGraph" | "tile"> {
  const at = (x: number, y: number): Position => [CORNER[0] + x * STEP, CORNER[1] + y * STEP];
  const { graph } = buildStreetGraph(
    {
      ways: [
        {
          id: 1,
          tags: { highway: "residential", name: "Rue des Essais" },
          nodeIds: [1, 2, 3],
          positions: [at(-2, 0), at(0, 0), at(2, 0)],
        },
        {
          id: 2,
          tags: { highway: "footway", name: "Passage de l'Œuvre" },
          nodeIds: [4, 2],
          positions: [at(0, -2), at(0, 0)],
        },
      ],
      points: [],
    },
    null,
  );
  return {
    summary: {
      title: "Ville d'essai",
      sources: [
        { attribution: "© les contributeurs d'OpenStreetMap (ODbL)" },
        { attribution: "BAN, Licence Ouverte 2.0" },
      ],
    } as unknown as Territory["summary"],
    streetGraph: () => graph,
    tile: () => undefined,
  };
}

/** A route along the crossroads with the given stops, one leg to each. */
export function routeWith(stops: readonly Partial<PlanStop>[], changes: Partial<PlanRoute> = {}): PlanRoute {
  const full = stops.map(
    (stop, index): PlanStop => ({
      id: `stop-${index}`,
      address: `${stop.number ?? index * 2 + 2} ${stop.street ?? "Rue des Essais"}`,
      street: "Rue des Essais",
      number: String(index * 2 + 2),
      position: [CORNER[0] - 0.001 + index * 0.0002, CORNER[1] + 0.0001],
      side: "even",
      doors: 3,
      stationId: "99001_0001",
      arrivalSeconds: 60 + index * 300,
      serviceSeconds: 270,
      ...stop,
    }),
  );
  const legs = full.map((stop, index) => leg([CORNER[0] - 0.001 + (index - 1) * 0.0002, CORNER[1]], stop));
  return {
    id: "1",
    start: [CORNER[0] - 0.0012, CORNER[1]],
    startReason: "point central",
    end: full.at(-1)?.position ?? CORNER,
    distanceMetres: 480,
    walkSeconds: 380,
    doorSeconds: full.length * 270,
    durationSeconds: 380 + full.length * 270,
    ascentMetres: 0,
    descentMetres: 0,
    report: {
      metresPerDoor: 40,
      crossings: { residential: 1 },
      repeatedShare: 0,
      worstDetour: null,
      metresEquivalentPerDoor: 55,
    },
    expectedConversations: 3,
    expectedPersuaded: 0.1,
    profile: null,
    stops: full,
    osrm: {
      distance: 480,
      duration: 380,
      weight: 380,
      weight_name: "duration",
      geometry: {
        type: "LineString",
        coordinates: legs.flatMap(({ steps }) => steps.flatMap(({ geometry }) => geometry.coordinates)),
      },
      legs,
    },
    ...changes,
  };
}

export function planWith(routes: readonly PlanRoute[]): Plan {
  return {
    version: 1,
    territory: { name: "essai", version: "1" },
    request: { language: "fr" },
    routes,
  } as unknown as Plan;
}

function leg(from: Position, stop: PlanStop): OsrmLeg {
  const to: Position = [stop.position[0], CORNER[1]];
  const step = (type: string, instruction: string, coordinates: readonly Position[]) => ({
    distance: type === "arrive" ? 0 : 15,
    duration: type === "arrive" ? 0 : 12,
    name: stop.street,
    mode: "walking" as const,
    driving_side: "right" as const,
    geometry: { type: "LineString" as const, coordinates },
    maneuver: { type, bearing_before: 0, bearing_after: 90, location: from },
    instruction,
  });
  return {
    distance: 15,
    duration: 12,
    summary: "",
    steps: [
      step("depart", `Marcher vers l'est sur ${stop.street}`, [from, to]),
      step("arrive", `Arrivée au ${stop.address}`, [to, to]),
    ],
  };
}
