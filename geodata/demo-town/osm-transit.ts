import type { OsmDraft } from "./osm-draft.ts";
import { along, distance, lineLength, moved, type Point } from "./plane.ts";
import type { Street } from "./streets.ts";
import type { Town } from "./town.ts";

const METRES_BETWEEN_STOPS = 320;
/** Poles stand on the pavement, one on each side. */
const POLE_METRES = 4.5;

/** Bus stops along the main streets, two poles each, named after the side street nearest to them. */
export function drawTransit({ streets }: Town, draft: OsmDraft): void {
  const served = streets.filter(isServed);
  const stops: Point[] = [];
  const names = new Set<string>();
  for (const street of served) {
    const { point, angle } = along(street.points, lineLength(street.points) / 2);
    if (stops.some((other) => distance(other, point) < METRES_BETWEEN_STOPS)) continue;
    const name = nameOf(point, street, streets, names);
    if (name === "") continue;
    stops.push(point);
    names.add(name);
    for (const side of [-1, 1]) {
      const pole = moved(point, angle + (side * Math.PI) / 2, POLE_METRES);
      draft.node(pole, { highway: "bus_stop", public_transport: "platform", bus: "yes", name });
    }
  }
}

function isServed({ kind, district, structure, isRoundabout, points }: Street): boolean {
  const isMain = kind === "primary" || kind === "secondary" || kind === "tertiary";
  return isMain && district !== null && structure === null && !isRoundabout && lineLength(points) > 40;
}

function nameOf(point: Point, own: Street, streets: readonly Street[], taken: ReadonlySet<string>): string {
  let name = "";
  let nearest = Infinity;
  for (const street of streets) {
    const candidate = withoutKind(street.name);
    if (candidate === "" || street.name === own.name || taken.has(candidate)) continue;
    const metres = Math.min(...street.points.map((corner) => distance(corner, point)));
    if (metres >= nearest) continue;
    nearest = metres;
    name = candidate;
  }
  return name;
}

/** "Rue des Tilleuls" gives "Tilleuls". */
function withoutKind(streetName: string): string {
  return streetName.replace(/^\S+ (?:de la |de l'|du |des |de |d'|aux? )?/, "");
}
