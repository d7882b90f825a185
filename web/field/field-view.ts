import type { FieldProblem } from "./field-client.ts";
import type { KeptSheet } from "./keep/field-store.ts";

/** What the page shows. ended: the link is closed or was taken back; what was said before is still sent. */
export type FieldView =
  | { readonly kind: "loading" }
  | { readonly kind: "unreachable"; readonly problem: FieldProblem }
  | { readonly kind: "ended"; readonly isTakenBack: boolean; readonly message: string }
  | { readonly kind: "newer-version" }
  | { readonly kind: "sheet" };

/** Of a link whose sheet this phone keeps. */
export function viewOf({ over }: KeptSheet): FieldView {
  return over === null ? { kind: "sheet" } : { kind: "ended", isTakenBack: over === "taken-back", message: "" };
}

/** No answer, or one from a machine on the way that is not ours. */
export function isOffline({ status }: FieldProblem): boolean {
  return status === 0 || status === 502 || status === 504;
}

/** The link will never open again. */
export function isOver({ code, status }: FieldProblem): boolean {
  return status === 410 || code === "unknown-link";
}
