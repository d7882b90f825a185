import { type Accessor, createEffect, createSignal } from "solid-js";
import type { ApiProblem } from "../api/api-problem.ts";

/**
 * Whether stops of the open route can be dragged. It ends with the plan: whatever is opened after a plan that is there no
 * more is looked at first.
 *
 * @param prepare what is to be made ready for edits
 */
export function createEditing(problem: Accessor<ApiProblem | null>, prepare: () => void) {
  const [isEditing, setIsEditing] = createSignal(false);
  createEffect(() => {
    if (problem()?.code === "nothing-found") setIsEditing(false);
  });
  return {
    isEditing,
    setIsEditing: (isOn: boolean) => {
      setIsEditing(isOn);
      if (isOn) prepare();
    },
  };
}
