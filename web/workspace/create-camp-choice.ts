import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup } from "solid-js";
import type { CampChoice, Side } from "../../server/contract/scores.ts";
import type { ApiProblem } from "../api/api-problem.ts";
import { askBeforeLeaving } from "../api/ask-before-leaving.ts";
import type { Client } from "../api/client.ts";
import { asProblem, createLoad } from "../api/create-load.ts";
import { type ChoiceAction, type ChoiceState, type EditKind, NO_CHOICE, reduceChoice } from "./choice-state.ts";
import { createSameMemo } from "./create-same-memo.ts";
import { type Hand, scoredPart } from "./hand.ts";
import { randomWord } from "./random-word.ts";

const SAVE_AFTER_MILLISECONDS = 600;

/**
 * The campaign's choice of sides, saved a moment after it changes as a version after the one it is based on, and the
 * scores that follow from it. When somebody else has saved meanwhile nothing is sent until the organizer has chosen.
 */
export function createCampChoice(api: Client, territoryName: Accessor<string>) {
  const kept = createLoad(territoryName, (name, signal) => api.choice(name, signal));
  const [state, setState] = createSignal<ChoiceState>(NO_CHOICE);
  const [saveProblem, setSaveProblem] = createSignal<ApiProblem | null>(null);
  const editor = randomWord();
  const move = (action: ChoiceAction) => setState((before) => reduceChoice(before, action));
  const choice = createMemo(() => state().present);

  createEffect(
    on(kept.value, (answer) => {
      if (answer !== null) move({ type: "loaded", kept: answer });
    }),
  );
  /** Changes when scores have to be asked again. */
  const scored = createSameMemo(() => {
    const current = choice();
    return current === null ? null : scoredPart(current);
  });
  const scores = createLoad(
    () => {
      const current = scored();
      return current === null ? null : { name: territoryName(), choice: current };
    },
    (question, signal) => api.scores(question.name, question.choice, signal),
  );

  const save = () => {
    const { present, kept: before, kind, saving } = state();
    if (present === null || before === null || saving === "sending" || saving === "conflict") return;
    move({ type: "save-sent" });
    api.saveChoice(territoryName(), { ...present, basedOn: before.version, editor, kind }).then(
      (answer) => {
        setSaveProblem(null);
        move({ type: "save-answered", kept: answer });
      },
      (failure: unknown) => {
        const problem = asProblem(failure);
        setSaveProblem(problem);
        if (problem.code === "choice-changed") refuse();
        else move({ type: "save-failed" });
      },
    );
  };
  const refuse = () => {
    move({ type: "save-refused" });
    askTheirs();
  };
  const askTheirs = () => {
    api.choice(territoryName()).then(
      (theirs) => move({ type: "theirs-known", theirs }),
      (failure: unknown) => setSaveProblem(asProblem(failure)),
    );
  };
  createEffect(
    on(state, ({ saving }) => {
      if (saving !== "waiting") return;
      const timer = setTimeout(save, SAVE_AFTER_MILLISECONDS);
      onCleanup(() => clearTimeout(timer));
    }),
  );
  // What was changed in the last moment is not lost with the page.
  onCleanup(() => {
    if (state().saving === "waiting") save();
  });
  askBeforeLeaving(() => state().saving !== "saved");
  const lookAgain = () => {
    if (document.visibilityState === "visible" && state().saving === "saved") kept.retry();
  };
  document.addEventListener("visibilitychange", lookAgain);
  onCleanup(() => document.removeEventListener("visibilitychange", lookAgain));

  return {
    kept,
    choice,
    scores,
    /** Version on the server that this choice is based on; 0 while the campaign has saved none. */
    version: () => state().kept?.version ?? 0,
    saving: () => state().saving,
    saveProblem,
    theirs: () => state().theirs,
    /** Saved, versioned and shared with the sides. */
    setHand: (hand: Hand) => move({ type: "hand-set", hand }),
    setSides: (sides: Readonly<Record<string, Side>>) => move({ type: "sides-set", sides }),
    replace: (next: CampChoice, kind: EditKind) => move({ type: "replaced", choice: next, kind }),
    /** Takes up the starting point as it is: the campaign's first version. */
    keep: () => {
      const present = choice();
      if (present !== null) move({ type: "replaced", choice: present, kind: "preset" });
    },
    rename: (name: string) => move({ type: "renamed", name }),
    /** Takes an earlier version up again, as a new one. Throws ApiProblem. */
    restore: async (version: number): Promise<void> => {
      const basedOn = state().kept?.version ?? 0;
      try {
        move({ type: "restored", kept: await api.restoreChoice(territoryName(), version, { basedOn, editor }) });
      } catch (failure) {
        if (asProblem(failure).code === "choice-changed") refuse();
        throw failure;
      }
    },
    endConflict: (by: "taking-theirs" | "keeping-mine" | "joining") => {
      setSaveProblem(null);
      move({ type: "conflict-ended", by });
    },
    undo: () => move({ type: "undone" }),
    redo: () => move({ type: "redone" }),
    canUndo: () => state().history.past.length > 0,
    canRedo: () => state().history.future.length > 0,
    saveAgain: () => (state().saving === "conflict" ? askTheirs() : save()),
  };
}
