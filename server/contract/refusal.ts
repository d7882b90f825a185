export interface Sentence {
  readonly fr: string;
  readonly en: string;
}

/**
 * The user asked for something that cannot be done, and can mend it. Thrown by use cases; becomes an HTTP problem
 * in one place and exit code 2 (or 3 for "nothing-found") on the command line.
 */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly code: string;
  readonly sentence: Sentence;
  readonly status: 400 | 403 | 404 | 409 | 410 | 413 | 422 | 429 | 503 | 507;
  constructor(code: string, sentence: Sentence, status: Refusal["status"] = 422) {
    super(sentence.en);
    this.code = code;
    this.sentence = sentence;
    this.status = status;
  }
}
