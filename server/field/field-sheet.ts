import { FIELD_VERSION } from "../contract/field-events.ts";
import type { FieldSheet } from "../contract/outings.ts";
import type { PlanRoute } from "../contract/plan.ts";
import type { PackedJson } from "../work/packed-json.ts";
import { CHARTER, CHARTER_VERSION } from "./charter.ts";
import type { FieldStores } from "./field-stores.ts";
import { unknownLink } from "./field-words.ts";
import { openLink } from "./open-link.ts";

interface SheetDeps {
  readonly field: FieldStores;
  readonly now: () => Date;
}

/** The sheet of a link, its route still packed. Throws Refusal "unknown-link", "route-taken-back" and "route-closed". */
export async function fieldSheet(
  token: string,
  deviceId: string | null,
  { field, now }: SheetDeps,
): Promise<{ readonly frame: Omit<FieldSheet, "route">; readonly route: PackedJson<PlanRoute> }> {
  const link = await openLink(token, field.links, now());
  const stored = await field.sheets.sheet(link, deviceId);
  if (stored === null) throw unknownLink();
  const { privacy, notice } = await field.settings.read(link.language);
  const { route, ...kept } = stored;
  const frame = {
    version: FIELD_VERSION,
    state: "open",
    routeId: link.routeId,
    routeRevision: link.routeRevision,
    charter: { version: CHARTER_VERSION, text: CHARTER[link.language] },
    privacy,
    notice: privacy.contacts ? notice : { version: notice.version, text: "" },
    notes: privacy.buildingNotes ? await field.sheets.notes(link) : {},
    survey: await field.surveys.find(link.outingId),
    ...kept,
  } as const;
  return { frame, route };
}
