import type { Sentence } from "../../server/contract/refusal.ts";
/**
 * What every reader of a public file hands on: the records that are good, and a count of those that are not.
 * Nothing is dropped silently: `accepted + rejected = read`.
 */
export interface RejectLog {
  /** Notes one bad record. `sentence` names line or feature, value and expectation. */
  reject(reason: string, sentence: Sentence): void;
}

/**
 * Thrown when a whole file cannot be used. The sentence follows the name of the file: what was found, what was expected.
 * The message is the English one, as the command line says it.
 */
export class UnusableFile extends Error {
  override readonly name = "UnusableFile";
  readonly file: string;
  readonly sentence: Sentence;
  constructor(file: string, sentence: Sentence) {
    super(`${file}: ${sentence.en}`);
    this.file = file;
    this.sentence = sentence;
  }
}

/** Thrown by long work when its signal is aborted. */
export class Cancelled extends Error {
  override readonly name = "Cancelled";
  constructor() {
    super("cancelled");
  }
}
