import { readCode } from "../contract/route-code.ts";
import type { AttemptStore } from "../people/attempt-store.ts";
import { tooManyCodes, unknownCode } from "./field-words.ts";
import type { FieldLinkStore } from "./link-store.ts";

/** Unknown codes from one address: a whole team may mistype behind one. */
const UNKNOWN_CODES = { most: 30, seconds: 600 } as const;

/** The token behind a code as somebody typed it. Throws Refusal "unknown-code", and "too-many-codes" for an address that guesses. */
export async function openCode(
  typed: string,
  address: string,
  {
    links,
    attempts,
    now,
  }: {
    readonly links: FieldLinkStore;
    readonly attempts: Pick<AttemptStore, "count" | "forgive">;
    readonly now: () => Date;
  },
): Promise<string> {
  const key = `code from ${address}`;
  // Before it is looked up, so that many at once are counted too.
  if ((await attempts.count([{ key, limit: UNKNOWN_CODES }], now())) > 0) throw tooManyCodes();
  const code = readCode(typed);
  const token = code === null ? null : await links.tokenOfCode(code);
  if (token === null) throw unknownCode();
  // A team that types its codes behind one address is not guessing.
  await attempts.forgive(key);
  return token;
}
