import type { Position } from "../../../geodata/geometry/position.ts";
import type { ArrangedRoute, HandEnd } from "../../contract/plan-arrangement.ts";
import { inBothLanguages, type Sentence } from "../../contract/refusal.ts";
import { startSentenceOf } from "../../contract/told-plan.ts";
import type { MeetingPoint } from "../choose-meeting-point.ts";
import type { RouteEnds } from "../choose-route-ends.ts";
import { startWords } from "../planning-words.ts";
import { endOf } from "../remaining-routes.ts";
import type { EditGround } from "./edit-ground.ts";

/** Where an arranged route begins and ends: by hand where a hand said so, else as the plan was asked for. */
export async function handEnds({ id, start, end }: ArrangedRoute, ground: EditGround): Promise<RouteEnds> {
  const { request } = ground.base;
  const limits = request.team[Number(id) - 1];
  const startsAnywhere = (limits?.start ?? request.start) === "anywhere";
  const comesBack = (limits?.end ?? request.end) === "start";
  const first = start === null ? (startsAnywhere ? null : await plannedStart(id, ground)) : await byHand(start, ground);
  if (end !== null) return { start: first, end: await byHand(end, ground), isLoop: false };
  if (comesBack) return { start: first, end: first, isLoop: first === null };
  return { start: first, end: await plannedEnd(id, ground), isLoop: false };
}

async function byHand(end: HandEnd, ground: EditGround): Promise<MeetingPoint | null> {
  if (end === "stop") return null;
  return pointAt(end.position, end.position, inBothLanguages(startWords.given), ground);
}

async function plannedStart(id: string, ground: EditGround): Promise<MeetingPoint | null> {
  const route = ground.baseRoutes.get(id);
  const onStreet = route?.osrm.legs[0]?.steps[0]?.maneuver.location;
  if (!route || !onStreet) return null;
  return pointAt(route.start, onStreet, startSentenceOf(route), ground);
}

async function plannedEnd(id: string, ground: EditGround): Promise<MeetingPoint | null> {
  const route = ground.baseRoutes.get(id);
  const onStreet = route && endOf(route);
  return route && onStreet ? pointAt(route.end, onStreet, startSentenceOf(route), ground) : null;
}

async function pointAt(
  [longitude, latitude]: readonly [number, number],
  onStreet: Position,
  reason: Sentence,
  { router }: EditGround,
): Promise<MeetingPoint> {
  const nearest = await router.nearest(onStreet);
  if (!nearest) throw new Error(`a route begins or ends at ${onStreet.join()}, where its territory has no street`);
  return { position: [longitude, latitude], place: nearest.place, reason };
}
