import type { Bells } from "../campaign/bells.ts";
import { campaignChoice } from "../campaign/campaign-choice.ts";
import type { PlanEdit, PlanEditAnswer, PlanEditRequest } from "../contract/plan-edit.ts";
import { Refusal } from "../contract/refusal.ts";
import type { Workers } from "../work/create-workers.ts";
import type { PackedJson } from "../work/packed-json.ts";
import type { EditOrder } from "../work/task.ts";
import { planEditsBell } from "./plan-edit-events.ts";
import type { PlanEditStore, PlanEdits } from "./plan-edit-store.ts";
import { unknownPlan } from "./plan-words.ts";
import { donePlan } from "./present-plan.ts";
import type { StartPlanDeps } from "./start-plan.ts";

export interface EditPlanDeps extends Omit<StartPlanDeps, "jobs" | "newToken"> {
  readonly edits: PlanEditStore;
  readonly bells: Pick<Bells, "ring">;
  readonly workers: StartPlanDeps["workers"] & Pick<Workers, "editPlan" | "repairPlan">;
}

/**
 * Edits a finished plan where it stands, and keeps the edit before it answers. The plan keeps its id, its routes the
 * links of their pages. An edit that was applied already, known by its id, has the answer it had then. Throws Refusal
 * "plan-edited" when the plan is at another revision than the one that was looked at, "nothing-to-undo" and
 * "nothing-to-redo", and the Refusals of editing and repairing.
 */
export async function editPlan(
  planId: string,
  { id: editId, basedOn, edit }: PlanEditRequest,
  deps: EditPlanDeps,
): Promise<PackedJson<PlanEditAnswer>> {
  const id = editId ?? null;
  const { territoryName, plan: base } = await donePlan(planId, deps.plans);
  const edits = await deps.edits.edits(planId);
  if (!edits) throw unknownPlan();
  // Looked for after the revision was read: an edit that is not found and was kept since is found by keeping it again.
  const known = await answerBefore(planId, id, deps);
  if (known !== null) return known;
  if (edits.revision !== basedOn) throw editedMeanwhile();
  const path = deps.library.path(territoryName);
  // All edits of a plan are scored alike: routes of two choices would not add up.
  const choice = edits.choice ?? (await campaignChoice(territoryName, deps));
  const arrangement = await deps.edits.arrangement(planId, edits.position);
  const position = positionAfter(edit, edits);
  const stepOf = async (): Promise<EditOrder["step"]> => {
    if (edit.kind === "repair") {
      const parts = await deps.edits.parts(planId);
      const repaired = await deps.workers.repairPlan({ path, choice, base, parts, arrangement });
      return { kind: "restore", arrangement: repaired };
    }
    if (edit.kind !== "undo" && edit.kind !== "redo") return edit;
    return { kind: "restore", arrangement: await deps.edits.arrangement(planId, position) };
  };
  const edited = await deps.workers.editPlan({
    path,
    choice,
    planId,
    base,
    arrangement,
    step: await stepOf(),
    isRepair: edit.kind === "repair",
    before: stepsAt(edits.revision, edits.position, edits.lastPosition),
    after: stepsAt(edits.revision + 1, position, isNew(edit) ? position : edits.lastPosition),
  });
  if (!edited.isChanged) return edited.answer;
  const made = isNew(edit) ? { edit, arrangement: edited.arrangement, at: deps.now() } : null;
  const { head, routes, answer } = edited;
  if (await deps.edits.keep({ planId, id, basedOn, position, choice, made, head, routes, answer })) {
    deps.bells.ring(planEditsBell(planId));
    return answer;
  }
  const keptMeanwhile = await answerBefore(planId, id, deps);
  if (keptMeanwhile === null) throw editedMeanwhile();
  return keptMeanwhile;
}

async function answerBefore(
  planId: string,
  id: string | null,
  { edits }: Pick<EditPlanDeps, "edits">,
): Promise<PackedJson<PlanEditAnswer> | null> {
  return id === null ? null : edits.answer(planId, id);
}

function positionAfter(edit: PlanEdit, { position, lastPosition }: PlanEdits): number {
  if (edit.kind === "undo" && position === 0) throw nothingToUndo();
  if (edit.kind === "redo" && position === lastPosition) throw nothingToRedo();
  return edit.kind === "undo" ? position - 1 : position + 1;
}

function isNew({ kind }: PlanEdit): boolean {
  return kind !== "undo" && kind !== "redo";
}

function stepsAt(revision: number, position: number, lastPosition: number) {
  return { revision, canUndo: position > 0, canRedo: position < lastPosition };
}

function editedMeanwhile(): Refusal {
  return new Refusal(
    "plan-edited",
    {
      fr: "Quelqu’un d’autre a modifié ce plan entre-temps. Rien n’a été remplacé : regardez ses tournées, puis refaites votre geste.",
      en: "Somebody else edited this plan meanwhile. Nothing was replaced: look at their routes, then make your change again.",
    },
    409,
  );
}

function nothingToUndo(): Refusal {
  return new Refusal("nothing-to-undo", {
    fr: "Il n’y a plus rien à annuler : le plan est comme il a été calculé.",
    en: "There is nothing left to undo: the plan is as it was made.",
  });
}

function nothingToRedo(): Refusal {
  return new Refusal("nothing-to-redo", {
    fr: "Il n’y a rien à rétablir.",
    en: "There is nothing to redo.",
  });
}
