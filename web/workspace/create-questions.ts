import type { CampChoice } from "../../server/contract/scores.ts";
import type { TransitionsRequest } from "../../server/contract/transitions.ts";
import type { Client } from "../api/client.ts";
import { keepAnswers } from "../api/keep-answers.ts";

interface OfTerritory {
  readonly name: string;
}

/** What tabs ask when they open. They are made anew each time; the last answers outlive them. */
export function createQuestions(api: Pick<Client, "candidates" | "backTests" | "transitions">) {
  return {
    candidates: keepAnswers(({ name }: OfTerritory, signal) => api.candidates(name, signal), 1),
    backTests: keepAnswers(
      ({ name, choice }: OfTerritory & { readonly choice: CampChoice }, signal) => api.backTests(name, choice, signal),
      3,
    ),
    transitions: keepAnswers(
      ({ name, request }: OfTerritory & { readonly request: TransitionsRequest }, signal) =>
        api.transitions(name, request, signal),
      8,
    ),
  };
}
