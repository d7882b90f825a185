import { rankStations } from "../../geodata/scoring/score-stations.ts";
import type { Territory } from "../../geodata/territory/territory.ts";
import { type Arrangement, arrangementOf } from "../contract/plan-arrangement.ts";
import { repairPlan } from "../planning/by-hand/repair-plan.ts";
import { type PackedJson, packJson, unpackJson } from "../work/packed-json.ts";
import type { RepairOrder } from "../work/task.ts";
import { composeStored } from "./compose-stored.ts";
import { votesPerDoorOf } from "./votes-per-door.ts";

/** Repairs a stored plan around what is locked. Runs in a worker thread. Throws the Refusals of repairPlan. */
export async function repairStored(
  territory: Territory,
  { base, parts, arrangement, choice }: RepairOrder,
): Promise<PackedJson<Arrangement>> {
  const plan = composeStored(base, parts);
  const present = arrangement === null ? arrangementOf(plan) : unpackJson(arrangement);
  const repaired = await repairPlan(territory, plan, present, {
    votesPerDoor: votesPerDoorOf(rankStations(territory, choice)),
    now: () => performance.now(),
    // Nobody calls a repair back: it takes a second or two, and can be undone.
    signal: new AbortController().signal,
    onProgress: () => {},
  });
  return packJson(repaired);
}
