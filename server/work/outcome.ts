import { Cancelled, UnusableFile } from "../../geodata/readers/source-rows.ts";
import { Refusal, type Sentence } from "../contract/refusal.ts";

/** How work in another thread ended. Errors lose their class between threads, so those with a meaning travel as values. */
export type Outcome<Value> =
  | { readonly kind: "done"; readonly value: Value }
  | { readonly kind: "refused"; readonly refusal: Pick<Refusal, "code" | "sentence" | "status"> }
  | { readonly kind: "unusable-file"; readonly file: string; readonly sentence: Sentence }
  | { readonly kind: "cancelled" };

/** Runs work and says how it ended. Anything unforeseen is thrown. */
export async function outcomeOf<Value>(work: () => Value | Promise<Value>): Promise<Outcome<Value>> {
  try {
    return { kind: "done", value: await work() };
  } catch (error) {
    if (error instanceof Refusal) {
      return { kind: "refused", refusal: { code: error.code, sentence: error.sentence, status: error.status } };
    }
    if (error instanceof UnusableFile) {
      return { kind: "unusable-file", file: error.file, sentence: error.sentence };
    }
    if (error instanceof Cancelled) return { kind: "cancelled" };
    throw error;
  }
}

/** The value, or the error that ended the work, with its class again. */
export function settled<Value>(outcome: Outcome<Value>): Value {
  switch (outcome.kind) {
    case "done":
      return outcome.value;
    case "refused":
      throw new Refusal(outcome.refusal.code, outcome.refusal.sentence, outcome.refusal.status);
    case "unusable-file":
      throw new UnusableFile(outcome.file, outcome.sentence);
    case "cancelled":
      throw new Cancelled();
  }
}
