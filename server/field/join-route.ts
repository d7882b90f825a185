import type { Bells } from "../campaign/bells.ts";
import type { Join } from "../contract/outings.ts";
import { CHARTER_VERSION } from "./charter.ts";
import type { FieldStores } from "./field-stores.ts";
import { otherCharter } from "./field-words.ts";
import { openLink } from "./open-link.ts";

interface JoinDeps {
  readonly field: Pick<FieldStores, "links" | "joins">;
  readonly bells: Pick<Bells, "ring">;
  readonly now: () => Date;
}

/** A volunteer walks the route of a link. Throws the Refusals of openLink, and "other-charter". */
export async function joinRoute(token: string, join: Join, { field, bells, now }: JoinDeps): Promise<void> {
  const link = await openLink(token, field.links, now());
  if (join.charterVersion !== CHARTER_VERSION) throw otherCharter();
  // Characters that are not seen could make one name look like another.
  const firstName = join.firstName.replace(/[\p{Cc}\p{Cf}]/gu, "").trim() || "?";
  await field.joins.join(link.outingRouteId, { ...join, firstName }, now());
  bells.ring(`outing:${link.outingId}`);
}
