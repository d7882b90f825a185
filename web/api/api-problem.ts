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

export function isProblem(value: unknown): value is Problem {
  if (typeof value !== "object" || value === null || !("error" in value)) return false;
  const error: unknown = value.error;
  return typeof error === "object" && error !== null && "code" in error && "message" in error;
}
