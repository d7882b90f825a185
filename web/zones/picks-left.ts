import type { Zone } from "../../server/contract/drawn-zones.ts";

/** The ticked zones without those that were there and are gone: removed, or merged into another. */
export function picksLeft(
  picked: readonly string[],
  before: readonly Pick<Zone, "id">[],
  now: readonly Pick<Zone, "id">[],
): readonly string[] {
  const there = new Set(now.map(({ id }) => id));
  const gone = new Set(before.map(({ id }) => id).filter((id) => !there.has(id)));
  return picked.some((id) => gone.has(id)) ? picked.filter((id) => !gone.has(id)) : picked;
}
