import { type Accessor, createEffect, createMemo, untrack } from "solid-js";
import { createLoad } from "../api/create-load.ts";
import type { Workspace } from "../workspace/workspace-context.tsx";
import type { OpenZoning } from "./create-zoning.ts";
import type { ZoningApi } from "./zoning-api.ts";
import { addressIdsOf, contentOf, type ZoningContent } from "./zoning-content.ts";

/**
 * Tells the workspace which addresses the zones of its area have, as they are now, and which zones that it names are not
 * there (any more): those of the open zoning follow every edit, those of another are read once.
 */
export function createAreaAddresses(
  api: Pick<ZoningApi, "zoning">,
  workspace: Workspace,
  zoning: Accessor<OpenZoning | null>,
): void {
  const isOpen = (zoningId: string) => zoning()?.zoningId === zoningId && zoning()?.isLoaded() === true;
  const other = createLoad(
    () => {
      const area = workspace.area();
      return area.kind === "zones" && !isOpen(area.zoningId) ? area.zoningId : null;
    },
    (zoningId, signal) => api.zoning(zoningId, signal),
  );
  const content = createMemo((): ZoningContent | "gone" | null => {
    const area = workspace.area();
    if (area.kind !== "zones") return null;
    if (isOpen(area.zoningId)) return zoning()?.isGone() ? "gone" : (zoning()?.content() ?? null);
    if (other.problem()?.code === "nothing-found") return "gone";
    const read = other.value();
    if (read?.id !== area.zoningId) return null;
    return read.territoryName === workspace.territoryName() ? contentOf(read) : "gone";
  });
  createEffect(() => {
    const [area, known] = [workspace.area(), content()];
    const zoneIds = area.kind === "zones" ? area.zoneIds : [];
    const isThere = known === null || known === "gone" ? () => known === null : isZoneOf(known);
    workspace.setZoneAddressIds(known === null || known === "gone" ? null : addressIdsOf(known, zoneIds));
    workspace.setLostZoneIds(zoneIds.filter((id) => !isThere(id)));
  });
  // A zone that the address named, and never one that somebody removes while it is open.
  let asked = untrack(() => workspace.state().zoneId);
  createEffect(() => {
    const [open, { zoneId }] = [zoning(), workspace.state()];
    if (asked === null || open?.isLoaded() !== true) return;
    const isLost = zoneId === asked && !isZoneOf(open.content())(asked);
    workspace.setLostZoneId(isLost ? asked : null);
    if (!isLost) asked = null;
  });
  // Likewise the zones that it ticked.
  let askedPicks = untrack(() => workspace.state().pickedZoneIds);
  createEffect(() => {
    const [open, { pickedZoneIds }] = [zoning(), workspace.state()];
    if (askedPicks.length === 0 || open?.isLoaded() !== true) return;
    const isThere = isZoneOf(open.content());
    askedPicks = askedPicks.filter((id) => pickedZoneIds.includes(id) && !isThere(id));
    workspace.setLostPickedIds(askedPicks);
  });
}

function isZoneOf({ zones }: ZoningContent): (zoneId: string) => boolean {
  const known = new Set(zones.map(({ id }) => id));
  return (zoneId) => known.has(zoneId);
}
