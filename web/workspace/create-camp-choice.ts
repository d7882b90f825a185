import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup } from "solid-js";
import type { CampChoice, Side } from "../../server/contract/scores.ts";
import type { ApiProblem } from "../api/api-problem.ts";
import type { Client } from "../api/client.ts";
import { asProblem, createLoad } from "../api/create-load.ts";
import { type Hand, scoredPart, withHand } from "./hand.ts";

const SAVE_AFTER_MILLISECONDS = 600;

/** The campaign's ours / near / far choice, saved a moment after it changes, and the scores that follow from it. */
export function createCampChoice(api: Client, territoryName: Accessor<string>) {
  const kept = createLoad(territoryName, (name, signal) => api.choice(name, signal));
  const [edited, setEdited] = createSignal<CampChoice | null>(null);
  const [saving, setSaving] = createSignal<"saved" | "saving" | "failed">("saved");
  const [saveProblem, setSaveProblem] = createSignal<ApiProblem | null>(null);
  const choice = () => edited() ?? kept.value();

  /** Changes when scores have to be asked again. */
  const scored = createMemo(
    () => {
      const current = choice();
      return current === null ? null : scoredPart(current);
    },
    null,
    { equals: (a, b) => JSON.stringify(a) === JSON.stringify(b) },
  );
  const scores = createLoad(
    () => {
      const current = scored();
      return current === null ? null : { name: territoryName(), choice: current };
    },
    (question, signal) => api.scores(question.name, question.choice, signal),
  );

  const save = (name: string, current: CampChoice) => {
    setSaving("saving");
    api.saveChoice(name, current).then(
      () => {
        if (edited() !== current) return;
        setSaveProblem(null);
        setSaving("saved");
      },
      (failure: unknown) => {
        setSaveProblem(asProblem(failure));
        setSaving("failed");
      },
    );
  };
  createEffect(
    on(edited, (current) => {
      if (current === null) return;
      setSaving("saving");
      const name = territoryName();
      const timer = setTimeout(() => save(name, current), SAVE_AFTER_MILLISECONDS);
      onCleanup(() => clearTimeout(timer));
    }),
  );

  /** `null` makes the candidate neutral. */
  const setSide = (candidateId: string, side: Side | null) => {
    const current = choice();
    if (current === null) return;
    const { [candidateId]: _, ...others } = current.sides;
    setEdited({ ...current, sides: side === null ? others : { ...others, [candidateId]: side } });
  };

  return {
    kept,
    choice,
    scores,
    saving,
    saveProblem,
    setSide,
    setChoice: (next: CampChoice) => setEdited({ ...choice(), ...next }),
    /** Saved, versioned and shared with the sides. */
    setHand: (hand: Hand) => {
      const current = choice();
      if (current !== null) setEdited(withHand(current, hand));
    },
    saveAgain: () => {
      const current = edited();
      if (current !== null) save(territoryName(), current);
    },
  };
}
