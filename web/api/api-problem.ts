import type { Problem } from "../../server/contract/problem.ts";

/** A request that failed: the server's own sentence, or `offline` when no answer came at all. */
export class ApiProblem extends Error {
  override readonly name = "ApiProblem";
  readonly code: string;
  readonly details: NonNullable<Problem["error"]["details"]>;
  constructor(error: Problem["error"]) {
    super(error.message);
    this.code = error.code;
    this.details = error.details ?? [];
  }
}

/** No answer, or one that may be another when the same is sent again: the server has faults, or does not know who asks. */
const UNDECIDED = /^(offline|unreadable|too-slow|store-\w+|our-fault|unusable-file|cancelled|sign-in|no-account)$/;

/** Whether it is not known if what was asked has been done, or will be: everything else is refused for good. */
export function isUndecided({ code }: Pick<ApiProblem, "code">): boolean {
  return UNDECIDED.test(code);
}

export function isProblem(value: unknown): value is Problem {
  if (typeof value !== "object" || value === null || !("error" in value)) return false;
  const error: unknown = value.error;
  return typeof error === "object" && error !== null && "code" in error && "message" in error;
}
