import { type Accessor, createEffect } from "solid-js";
import { createLoad } from "../api/create-load.ts";
import type { Workspace } from "../workspace/workspace-context.tsx";
import type { OpenZoning } from "./create-zoning.ts";
import type { ZoningApi } from "./zoning-api.ts";
import { addressIdsOf, contentOf } from "./zoning-content.ts";

/**
 * Tells the workspace which addresses the zones of its area have, as they are now: those of the open zoning follow every
 * edit, those of another are read once.
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
  createEffect(() => {
    const area = workspace.area();
    if (area.kind !== "zones") {
      workspace.setZoneAddressIds(null);
      return;
    }
    const open = isOpen(area.zoningId) ? zoning()?.content() : undefined;
    const read = other.value();
    const content = open ?? (read?.id === area.zoningId ? contentOf(read) : null);
    workspace.setZoneAddressIds(content === null ? null : addressIdsOf(content, area.zoneIds));
  });
}
