/**
 * What every reader of a public file hands on: the records that are good, and a count of those that are not.
 * Nothing is dropped silently: `accepted + rejected = read`.
 */
export interface RejectLog {
  /** Notes one bad record. `sentence` names line or feature, value and expectation. */
  reject(reason: string, sentence: string): void;
}

/** Thrown when a whole file cannot be used: the sentence names the file, what was found and what was expected. */
export class UnusableFile extends Error {
  override readonly name = "UnusableFile";
  readonly file: string;
  constructor(file: string, sentence: string) {
    super(`${file}: ${sentence}`);
    this.file = file;
  }
}

/** Thrown by long work when its signal is aborted. */
export class Cancelled extends Error {
  override readonly name = "Cancelled";
  constructor() {
    super("cancelled");
  }
}
