import { type Accessor, createEffect, createMemo, on } from "solid-js";
import { useLanguage } from "../../i18n/language.tsx";
import { type DrawnZone, nameOnMap, showDrawnZones } from "../../map/drawn-zone-layers.ts";
import type { TerritoryMap } from "../../map/territory-map.ts";
import { markDoorZones, showFreeDoors, showZoneDoors } from "../../map/zone-door-layers.ts";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import type { Zones } from "../../zones/create-zones.ts";

/**
 * Keeps the zones on the map as they are: all of them with their addresses while they are drawn, those that routes are
 * planned for while they are planned, none otherwise.
 */
export function createZonesOnMap(map: Accessor<TerritoryMap | null>, zones: Accessor<Zones | null>): void {
  const workspace = useWorkspace();
  const { t, formats } = useLanguage();
  const isDrawing = () => workspace.state().tab === "zones";
  const isShown = (zoneId: string) => {
    const area = workspace.area();
    const isPlanned = area.kind === "zones" && area.zoneIds.includes(zoneId);
    return isDrawing() || (workspace.state().tab === "routes" && isPlanned && isOpenZoning(area.zoningId));
  };
  const isOpenZoning = (zoningId: string) => zones()?.zoning()?.zoningId === zoningId;

  const drawn = createMemo((): readonly DrawnZone[] => {
    const known = zones();
    if (known === null) return [];
    return known.outlines.zones().flatMap(({ zoneId, outline, label }): DrawnZone[] => {
      const zone = known.shown.zones().find(({ id }) => id === zoneId);
      if (zone === undefined || !isShown(zoneId)) return [];
      const doors = known.index()?.doorsOf(known.shown.members().get(zoneId) ?? []) ?? 0;
      const short = nameOnMap(zone.name);
      const name = zone.isLocked ? `${short} (${t("zones.locked")})` : short;
      return [
        {
          zoneId,
          label: `${name}\n${t("zones.doors", doors, formats().integer(doors))}`,
          colour: zone.colour,
          isLocked: zone.isLocked,
          isOpened: isDrawing() && known.openedId() === zoneId,
          outline,
          labelPosition: label,
        },
      ];
    });
  });
  createEffect(() => {
    const shown = map()?.map;
    if (shown !== undefined) showDrawnZones(shown, drawn());
  });

  const index = createMemo(() => (isDrawing() ? (zones()?.index() ?? null) : null));
  let marked: Int8Array | null = null;
  createEffect(
    on([map, index], ([shown, known]) => {
      if (shown === null) return;
      marked = null;
      showZoneDoors(
        shown.map,
        known === null ? [] : known.ground.addressIds.map((_, place) => known.positionOf(place)),
      );
    }),
  );
  createEffect(() => {
    const [shown, known] = [map()?.map, index()];
    if (shown === undefined || known === null) return;
    const colours = new Int8Array(known.count).fill(-1);
    for (const { id, colour } of zones()?.shown.zones() ?? []) {
      for (const place of zones()?.shown.members().get(id) ?? []) colours[place] = colour;
    }
    markDoorZones(shown, marked, colours);
    marked = colours;
  });
  createEffect(() => {
    const shown = index() === null ? undefined : map()?.map;
    if (shown !== undefined) showFreeDoors(shown, zones()?.showsFree() ?? false);
  });
}
