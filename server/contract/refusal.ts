export interface Sentence {
  readonly fr: string;
  readonly en: string;
}

/** A sentence whose words follow from the language. */
export function inBothLanguages(say: (language: keyof Sentence) => string): Sentence {
  return { fr: say("fr"), en: say("en") };
}

/**
 * The user asked for something that cannot be done, and can mend it. Thrown by use cases; becomes an HTTP problem
 * in one place and exit code 2 (or 3 for "nothing-found") on the command line.
 */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly code: string;
  readonly sentence: Sentence;
  readonly status: 400 | 401 | 403 | 404 | 409 | 410 | 413 | 422 | 429 | 503 | 507;
  /** When it is worth trying again; null where nothing is known. */
  readonly retryAfterSeconds: number | null;
  constructor(
    code: string,
    sentence: Sentence,
    status: Refusal["status"] = 422,
    retryAfterSeconds: number | null = null,
  ) {
    super(sentence.en);
    this.code = code;
    this.sentence = sentence;
    this.status = status;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
