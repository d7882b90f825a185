import { rankStations } from "../../geodata/scoring/score-stations.ts";
import type { Territory } from "../../geodata/territory/territory.ts";
import type { Plan, PlanRoute } from "../contract/plan.ts";
import { type Arrangement, arrangementOf } from "../contract/plan-arrangement.ts";
import type { PlanEditAnswer } from "../contract/plan-edit.ts";
import { type EditGround, editGround } from "../planning/by-hand/edit-ground.ts";
import { type EditStep, editPlan } from "../planning/by-hand/edit-plan.ts";
import { reportRepair } from "../planning/by-hand/repair-plan.ts";
import { type PackedJson, packJson, packText, unpackJson } from "../work/packed-json.ts";
import type { EditOrder, EditOutcome } from "../work/task.ts";
import { votesPerDoorOf } from "./votes-per-door.ts";

/** Plans that a worker thread remembers between edits: a large one takes a hundred megabytes. */
const MOST_SESSIONS = 2;

interface EditSession {
  readonly territory: Territory;
  readonly ground: EditGround;
}

const sessions = new Map<string, EditSession>();

/**
 * Edits a plan in the thread that did it the last time: what was read, scored and drawn then is still there. Throws the
 * Refusals of editPlan.
 */
export async function editInSession(territory: Territory, order: EditOrder): Promise<EditOutcome> {
  const { ground } = sessionOf(territory, order);
  const present = arrangementAt(order.arrangement, ground.base);
  const edited = await editPlan(present, editOf(order.step, present, ground.base), order, ground);
  const { isChanged, arrangement, head, changedRoutes } = edited;
  const emptied = head.edited.emptyRoutes.map((id) => ({ id, route: null }));
  const texts = changedRoutes.map((route) => ({ id: route.id, text: JSON.stringify(route) }));
  const answer = {
    head: { ...head, unserved: edited.unserved },
    repair: order.isRepair ? reportRepair(present, arrangement) : null,
  };
  return {
    isChanged,
    arrangement: packJson(arrangement),
    head,
    routes: [...texts.map(({ id, text }) => ({ id, route: packText<PlanRoute>(text) })), ...emptied],
    answer: packText(
      answerText(
        answer,
        texts.map(({ text }) => text),
      ),
    ),
  };
}

/** A PlanEditAnswer whose routes, most of it, are text already. */
function answerText({ head, repair }: Omit<PlanEditAnswer, "routes">, routes: readonly string[]): string {
  return `{"head":${JSON.stringify(head)},"routes":[${routes.join()}],"repair":${JSON.stringify(repair)}}`;
}

function editOf(step: EditOrder["step"], present: Arrangement, base: Plan): EditStep {
  if (step.kind === "restore") return { kind: "arrange", arrangement: arrangementAt(step.arrangement, base) };
  if (step.kind !== "rehearse") return step;
  // The other way around a route is drawn anew, whatever it is.
  const route = present.routes.find(({ stopIds }) => stopIds.length > 1);
  return route === undefined ? { kind: "arrange", arrangement: present } : { kind: "reverse", routeId: route.id };
}

function sessionOf(territory: Territory, { planId, choice, base }: EditOrder): EditSession {
  const key = JSON.stringify([planId, choice]);
  const known = sessions.get(key);
  const session = known?.territory === territory ? known : openSession(territory, unpackJson(base), choice);
  sessions.delete(key);
  sessions.set(key, session);
  const [oldest] = sessions.keys();
  if (sessions.size > MOST_SESSIONS && oldest !== undefined) sessions.delete(oldest);
  return session;
}

function openSession(territory: Territory, base: Plan, choice: EditOrder["choice"]): EditSession {
  return { territory, ground: editGround(territory, base, votesPerDoorOf(rankStations(territory, choice))) };
}

function arrangementAt(packed: PackedJson<Arrangement> | null, base: Plan): Arrangement {
  return packed === null ? arrangementOf(base) : unpackJson(packed);
}
