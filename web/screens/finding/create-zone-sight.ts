import { createEffect, createSignal } from "solid-js";
import { boxAround } from "../../../geodata/geometry/position.ts";
import type { Workspace } from "../../workspace/workspace-context.tsx";
import { useZones } from "../../zones/zones-context.tsx";
import type { Box } from "./finding-screen.ts";

/**
 * Opens a drawn zone and brings it into sight. Zones are read when somebody first looks at them: until its doors are
 * known the wish waits, and is dropped when something else is opened meanwhile.
 */
export function createZoneSight(workspace: Workspace, show: (box: Box) => void) {
  const zones = useZones();
  const [wanted, setWanted] = createSignal<{ readonly zoningId: string; readonly zoneId: string } | null>(null);
  createEffect(() => {
    const wish = wanted();
    if (wish === null) return;
    const { tab, zoningId, zoneId } = workspace.state();
    if (tab !== "zones" || zoningId !== wish.zoningId || zoneId !== wish.zoneId) {
      setWanted(null);
      return;
    }
    const [known, index] = [zones(), zones()?.index() ?? null];
    if (known === null || index === null || known.zoning()?.isLoaded() !== true) return;
    setWanted(null);
    const places = known.members().get(wish.zoneId) ?? [];
    if (places.length > 0) show(boxAround(places.map(index.positionOf)));
  });
  return (zoningId: string, zoneId: string) => {
    workspace.move({ type: "tab-chosen", tab: "zones" });
    workspace.move({ type: "zoning-opened", zoningId });
    workspace.move({ type: "zone-opened", zoneId });
    setWanted({ zoningId, zoneId });
  };
}
