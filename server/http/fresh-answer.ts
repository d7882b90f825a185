import { createHash } from "node:crypto";
import type { Context } from "hono";

/**
 * Marks an answer with a tag that changes with its `parts`, and tells whether the reader has it already; then the
 * answer is 304 and nothing needs to be computed (RFC 9110, 13.1.2).
 */
export function isFresh(context: Context, parts: readonly string[]): boolean {
  const digest = createHash("sha256").update(parts.join("\0")).digest("base64url").slice(0, 22);
  const tag = `W/"${digest}"`;
  context.header("ETag", tag);
  context.header("Cache-Control", "no-cache");
  context.header("Vary", "Accept-Language", { append: true });
  const known = context.req.header("If-None-Match");
  return known?.split(",").some((one) => one.trim() === tag || one.trim() === "*") ?? false;
}
