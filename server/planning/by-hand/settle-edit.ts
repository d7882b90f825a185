import { pointAlong } from "../../../geodata/geometry/path.ts";
import { distanceMetres } from "../../../geodata/geometry/position.ts";
import { pieceShape } from "../../../geodata/street-graph/street-graph.ts";
import type { Arrangement, PlacedEdit } from "../../contract/plan-arrangement.ts";
import type { HandEdit } from "../../contract/plan-edit.ts";
import { Refusal } from "../../contract/refusal.ts";
import { unknownRoute } from "../check-change.ts";
import { bestPlace } from "./best-place.ts";
import type { EditGround } from "./edit-ground.ts";

/** Routes nearest as the crow flies, of which the best place is looked for. */
const NEAREST_ROUTES = 3;
/** Farther from any street than this, a start or an end was let go of somewhere else. */
const MOST_SNAP_METRES = 250;

/**
 * The edit with its places found: an insertion becomes a move, a start or end stands on a street. Throws Refusal
 * "unknown-route", "unknown-stop", "no-street", "no-way" and "no-street-there".
 */
export async function settleEdit(edit: HandEdit, arrangement: Arrangement, ground: EditGround): Promise<PlacedEdit> {
  if ("stopIds" in edit) ground.stopsOf(edit.stopIds);
  if ("routeId" in edit && edit.routeId !== null) checkRoute(edit.routeId, arrangement);
  switch (edit.kind) {
    case "insert":
      return inserted(edit, arrangement, ground);
    case "set-start":
    case "set-end":
      return edit.position === null ? edit : { ...edit, position: await onStreet(edit.position, ground) };
    default:
      return edit;
  }
}

async function inserted(
  { stopIds, routeId }: Extract<HandEdit, { readonly kind: "insert" }>,
  arrangement: Arrangement,
  ground: EditGround,
): Promise<PlacedEdit> {
  const candidates = routeId === null ? nearestRoutes(stopIds, arrangement, ground) : [routeId];
  const places = [];
  for (const id of candidates) {
    const route = arrangement.routes.find((one) => one.id === id);
    if (route) places.push({ routeId: id, ...(await bestPlace(stopIds, route, ground)) });
  }
  const [best] = places.sort((a, b) => a.extraSeconds - b.extraSeconds);
  if (!best || best.extraSeconds === Infinity) throw noWayThere();
  return { kind: "move", stopIds, routeId: best.routeId, before: best.before };
}

function nearestRoutes(stopIds: readonly string[], { routes }: Arrangement, ground: EditGround): readonly string[] {
  const [first] = ground.stopsOf(stopIds.slice(0, 1));
  if (!first) return [];
  return routes
    .map(({ id, stopIds: itsStops }) => ({
      id,
      metres: Math.min(
        ...ground.stopsOf(itsStops).map(({ address }) => distanceMetres(address.position, first.address.position)),
      ),
    }))
    .sort((a, b) => a.metres - b.metres)
    .slice(0, NEAREST_ROUTES)
    .map(({ id }) => id);
}

async function onStreet(position: readonly [number, number], ground: EditGround): Promise<[number, number]> {
  const nearest = await ground.router.nearest(position);
  if (!nearest || nearest.metres > MOST_SNAP_METRES) throw noStreetThere();
  const { piece, offsetMetres } = nearest.place;
  const [longitude, latitude] = pointAlong(pieceShape(ground.graph, piece), offsetMetres);
  return [longitude, latitude];
}

function checkRoute(routeId: string, { routes }: Arrangement): void {
  if (!routes.some(({ id }) => id === routeId)) {
    throw unknownRoute(
      routeId,
      routes.map(({ id }) => id),
    );
  }
}

function noWayThere(): Refusal {
  return new Refusal("no-way", {
    fr: "Aucun chemin à pied ne mène à cette adresse depuis cette tournée. Rien n’a changé.",
    en: "No way on foot leads to this address from this route. Nothing was changed.",
  });
}

function noStreetThere(): Refusal {
  return new Refusal("no-street-there", {
    fr: `Il n’y a pas de rue praticable à pied à moins de ${MOST_SNAP_METRES} m de ce point. Rien n’a changé.`,
    en: `There is no walkable street within ${MOST_SNAP_METRES} m of this point. Nothing was changed.`,
  });
}
