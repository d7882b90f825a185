import { IconButton } from "./icon-button.tsx";

interface UndoButtonsProps {
  readonly steps: {
    readonly undo: () => void;
    readonly redo: () => void;
    readonly canUndo: () => boolean;
    readonly canRedo: () => boolean;
  };
  readonly undoLabel: string;
  readonly redoLabel: string;
}

/** Takes the last step back, or does it again, with the keys that do the same. */
export function UndoButtons(props: UndoButtonsProps) {
  return (
    <>
      <IconButton
        icon="undo"
        label={props.undoLabel}
        hint="Ctrl Z"
        disabled={!props.steps.canUndo()}
        onClick={() => props.steps.undo()}
      />
      <IconButton
        icon="redo"
        label={props.redoLabel}
        hint="Ctrl Y"
        disabled={!props.steps.canRedo()}
        onClick={() => props.steps.redo()}
      />
    </>
  );
}
