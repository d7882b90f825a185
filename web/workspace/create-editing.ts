import { type Accessor, createEffect, createSignal } from "solid-js";

/**
 * Whether stops of the open route can be dragged. It ends with the plan: whatever is opened after a plan that is there no
 * more is looked at first.
 *
 * @param isGone whether the plan is there no more
 * @param prepare what is to be made ready for edits
 */
export function createEditing(isGone: Accessor<boolean>, prepare: () => void) {
  const [isEditing, setIsEditing] = createSignal(false);
  createEffect(() => {
    if (isGone()) setIsEditing(false);
  });
  return {
    isEditing,
    setIsEditing: (isOn: boolean) => {
      setIsEditing(isOn);
      if (isOn) prepare();
    },
  };
}
