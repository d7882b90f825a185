import { readCode } from "../contract/route-code.ts";
import type { AttemptLimit } from "../http/limit-attempts.ts";
import { unknownCode } from "./field-words.ts";
import type { FieldLinkStore } from "./link-store.ts";

/** The token behind a code as somebody typed it. Throws Refusal "unknown-code", and "too-many-codes" for an address that guesses. */
export async function openCode(
  typed: string,
  address: string,
  { links, limit }: { readonly links: FieldLinkStore; readonly limit: AttemptLimit },
): Promise<string> {
  await limit.begin(address);
  const code = readCode(typed);
  const token = code === null ? null : await links.tokenOfCode(code);
  if (token === null) throw unknownCode();
  // A team that types its codes behind one address is not guessing.
  await limit.forgive(address);
  return token;
}
