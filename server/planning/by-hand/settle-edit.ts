import { pointAlong } from "../../../geodata/geometry/path.ts";
import { pieceShape } from "../../../geodata/street-graph/street-graph.ts";
import type { PlanRoute } from "../../contract/plan.ts";
import type { Arrangement, PlacedEdit } from "../../contract/plan-arrangement.ts";
import type { HandEdit } from "../../contract/plan-edit.ts";
import { Refusal } from "../../contract/refusal.ts";
import { unknownRoute } from "../check-change.ts";
import { bestPlace } from "./best-place.ts";
import type { EditGround } from "./edit-ground.ts";

/** Farther from any street than this, a start or an end was let go of somewhere else. */
const MOST_SNAP_METRES = 250;

/**
 * The edit with its places found: an insertion becomes a move, a start or end stands on a street. `drawn` are the routes
 * of the arrangement. Throws Refusal "unknown-route", "unknown-stop", "no-street", "no-way" and "no-street-there".
 */
export async function settleEdit(
  edit: HandEdit,
  arrangement: Arrangement,
  drawn: ReadonlyMap<string, PlanRoute>,
  ground: EditGround,
): Promise<PlacedEdit> {
  if ("stopIds" in edit) ground.stopsOf(edit.stopIds);
  if ("routeId" in edit && edit.routeId !== null) checkRoute(edit.routeId, arrangement);
  switch (edit.kind) {
    case "insert":
      return placed(edit, arrangement, drawn, ground);
    case "set-start":
    case "set-end":
      return edit.position === null ? edit : { ...edit, position: await onStreet(edit.position, ground) };
    default:
      return edit;
  }
}

async function placed(
  { stopIds, routeId }: Extract<HandEdit, { readonly kind: "insert" }>,
  { routes }: Arrangement,
  drawn: ReadonlyMap<string, PlanRoute>,
  ground: EditGround,
): Promise<PlacedEdit> {
  const inserted = new Set(stopIds);
  const walked = routes.filter((route) => route.stopIds.some((id) => !inserted.has(id)));
  const named = routes.filter(({ id }) => id === routeId);
  // On a route without stops anything is at hand: it would draw all to itself.
  const candidates = routeId === null ? (walked.length > 0 ? walked : routes) : named;
  const { extraSeconds, ...place } = await bestPlace(stopIds, candidates, ground, drawn);
  if (extraSeconds === Infinity) throw noWayThere();
  return { kind: "move", stopIds, ...place };
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
