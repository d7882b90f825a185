import { choiceAlone, type KeptChoice, sameChoice } from "../../server/contract/choice-versions.ts";
import type { CampChoice, Side } from "../../server/contract/scores.ts";
import { type Hand, handOf, sameHand, withHand } from "./hand.ts";
import { emptyHistory, recordStep, redoStep, type UndoHistory, undoStep } from "./undo-history.ts";

/** How a choice that is about to be saved came to be. */
export type EditKind = "edit" | "preset" | "import";

/** The choice on the screen, what the server is known to have, and what stands between them. */
export interface ChoiceState {
  /** What the server had when it was last asked or told; null until the first answer. */
  readonly kept: KeptChoice | null;
  readonly present: CampChoice | null;
  readonly history: UndoHistory<CampChoice>;
  readonly kind: EditKind;
  readonly saving: "saved" | "waiting" | "sending" | "failed" | "conflict";
  /** What somebody else saved meanwhile, once it is known. */
  readonly theirs: KeptChoice | null;
}

export const NO_CHOICE: ChoiceState = {
  kept: null,
  present: null,
  history: emptyHistory(),
  kind: "edit",
  saving: "saved",
  theirs: null,
};

export type ChoiceAction =
  | { readonly type: "loaded"; readonly kept: KeptChoice }
  | { readonly type: "sides-set"; readonly sides: Readonly<Record<string, Side>> }
  | { readonly type: "replaced"; readonly choice: CampChoice; readonly kind: EditKind }
  | { readonly type: "renamed"; readonly name: string }
  | { readonly type: "hand-set"; readonly hand: Hand }
  | { readonly type: "undone" }
  | { readonly type: "redone" }
  | { readonly type: "save-sent" }
  | { readonly type: "save-answered"; readonly kept: KeptChoice }
  | { readonly type: "save-failed" }
  | { readonly type: "save-refused" }
  | { readonly type: "theirs-known"; readonly theirs: KeptChoice }
  | { readonly type: "restored"; readonly kept: KeptChoice }
  | { readonly type: "conflict-ended"; readonly by: "taking-theirs" | "keeping-mine" | "joining" };

/** The next state. Pure: saving and asking follow from it. */
export function reduceChoice(state: ChoiceState, action: ChoiceAction): ChoiceState {
  switch (action.type) {
    case "loaded":
      // Undoing must not take back what somebody else did.
      return state.saving === "saved" && action.kept.version !== state.kept?.version
        ? { ...asSaved(state, action.kept), history: emptyHistory() }
        : state;
    case "sides-set":
      return state.present === null
        ? state
        : edited(state, { ...state.present, sides: { ...state.present.sides, ...action.sides } }, "edit");
    case "replaced":
      // A preset says nothing of weights and assumptions: they stay.
      return edited(
        state,
        action.kind === "preset" ? withHand(action.choice, handOf(state.present)) : action.choice,
        action.kind,
      );
    case "renamed":
      return state.present === null ? state : edited(state, { ...state.present, name: action.name }, "edit");
    case "hand-set": {
      if (state.present === null) return state;
      const next = withHand(state.present, action.hand);
      return sameChoice(next, state.present) ? state : waiting(state, next, "edit");
    }
    case "undone":
    case "redone": {
      if (state.present === null) return state;
      const taken = (action.type === "undone" ? undoStep : redoStep)(state.history, state.present);
      if (taken === null) return state;
      // Weights and assumptions have an undo of their own.
      const present = withHand(taken.present, handOf(state.present));
      return { ...waiting(state, present, "edit"), history: taken.history };
    }
    case "save-sent":
      return { ...state, saving: "sending" };
    case "save-answered":
      return answered(state, action.kept);
    case "save-failed":
      return { ...state, saving: "failed" };
    case "save-refused":
      return { ...state, saving: "conflict", theirs: null };
    case "theirs-known":
      // Whoever saved the same as is on this screen is no obstacle.
      return state.present !== null && sameChoice(action.theirs, state.present)
        ? asSaved(state, action.theirs)
        : { ...state, saving: "conflict", theirs: action.theirs };
    case "restored": {
      const history = state.present === null ? state.history : recordStep(state.history, state.present);
      return { ...asSaved(state, action.kept), history };
    }
    case "conflict-ended":
      return endConflict(state, action.by);
  }
}

/** Candidates that a choice sees otherwise than another, by id. Undefined: the choice says nothing of that one. */
export function changedSides(from: CampChoice, to: CampChoice): ReadonlyMap<string, Side | undefined> {
  const ids = new Set([...Object.keys(from.sides), ...Object.keys(to.sides)]);
  return new Map([...ids].filter((id) => from.sides[id] !== to.sides[id]).map((id) => [id, to.sides[id]]));
}

function edited(state: ChoiceState, choice: CampChoice, kind: EditKind): ChoiceState {
  if (state.present === null) return state;
  // Who takes up the starting point that is on the screen has chosen, though nothing changes: it is theirs from then on.
  if (sameChoice(state.present, choice)) {
    return state.kept?.version === 0 && kind === "preset" && state.saving === "saved"
      ? waiting(state, state.present, kind)
      : state;
  }
  return { ...waiting(state, choice, kind), history: recordStep(state.history, state.present) };
}

/** A change while two choices stand against each other waits until the organizer has said which counts. */
function waiting(state: ChoiceState, present: CampChoice, kind: EditKind): ChoiceState {
  const isUnsent = state.saving !== "saved" && state.saving !== "sending";
  return {
    ...state,
    present,
    kind: kind === "edit" && isUnsent ? state.kind : kind,
    saving: state.saving === "conflict" || state.saving === "sending" ? state.saving : "waiting",
  };
}

function answered(state: ChoiceState, kept: KeptChoice): ChoiceState {
  const isAll = state.present !== null && sameChoice(kept, state.present);
  return isAll ? asSaved(state, kept) : { ...state, kept, saving: "waiting" };
}

function asSaved(state: ChoiceState, kept: KeptChoice): ChoiceState {
  // The same object as long as it says the same: scores follow it.
  const present = state.present !== null && sameChoice(state.present, kept) ? state.present : choiceAlone(kept);
  return { ...state, kept, present, kind: "edit", saving: "saved", theirs: null };
}

function endConflict(state: ChoiceState, by: "taking-theirs" | "keeping-mine" | "joining"): ChoiceState {
  const { theirs, present, kept } = state;
  if (theirs === null || present === null || kept === null) return state;
  const history = recordStep(state.history, present);
  if (by === "taking-theirs") return { ...asSaved(state, theirs), history };
  const base = { ...state, kept: theirs, theirs: null, saving: "waiting" } as const;
  return by === "keeping-mine" ? base : { ...base, present: joined(kept, present, theirs), history };
}

/** Theirs, with what was changed here since the choice that both began from. */
function joined(base: CampChoice, mine: CampChoice, theirs: CampChoice): CampChoice {
  const sides = { ...theirs.sides };
  for (const [id, side] of changedSides(base, mine)) {
    if (side === undefined) delete sides[id];
    else sides[id] = side;
  }
  const hand = sameHand(handOf(mine), handOf(base)) ? handOf(theirs) : handOf(mine);
  return withHand({ name: mine.name === base.name ? theirs.name : mine.name, sides }, hand);
}
