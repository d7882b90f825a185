import { type Accessor, createMemo, untrack } from "solid-js";
import { useLanguage } from "../../i18n/language.tsx";
import type { DrawnZone } from "../../map/drawn-zone-layers.ts";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import { useZones } from "../../zones/zones-context.tsx";

/** A line of the legend. */
export interface PrintedZone {
  readonly name: string;
  readonly colour: number;
  readonly doors: number;
}

export interface PrintedZones {
  /** Of the zoning, e.g. "Plan A". */
  readonly name: string;
  /** By name, those without a door as well. */
  readonly zones: readonly PrintedZone[];
  readonly freeDoors: number;
  readonly drawn: readonly DrawnZone[];
}

/**
 * The zones that the page shows: those of the zones tab, when it has any. As they are when all is there to show them;
 * what others change behind an open page changes nothing on it. Null while they are on their way, undefined for none.
 */
export function createPrintedZones(): Accessor<PrintedZones | null | undefined> {
  const workspace = useWorkspace();
  const { t, formats } = useLanguage();
  const made = useZones();
  const isAsked = () => workspace.isZoning() && workspace.state().zoningId !== null;

  return createMemo<PrintedZones | null | undefined>((before) => {
    if (before) return before;
    if (!isAsked()) return undefined;
    const zones = made();
    const index = zones?.index() ?? null;
    if (zones === null || index === null || zones.zoning()?.isLoaded() !== true) return null;
    const doorsOf = (zoneId: string) => index.doorsOf(zones.shown.members().get(zoneId) ?? []);
    const outlines = new Map(zones.outlines.zones().map((outline) => [outline.zoneId, outline]));
    const shown = zones.shown.zones();
    if (shown.length === 0) return undefined;
    if (outlines.size === 0 && shown.some(({ id }) => doorsOf(id) > 0)) return null;
    const all = index.doorsOf(index.ground.addressIds.keys());
    return untrack(() => ({
      name: zones.list.value()?.find(({ id }) => id === workspace.state().zoningId)?.name ?? t("tabs.zones"),
      zones: shown.map(({ id, name, colour }) => ({ name, colour, doors: doorsOf(id) })),
      freeDoors: all - shown.reduce((sum, { id }) => sum + doorsOf(id), 0),
      drawn: shown.flatMap((zone): DrawnZone[] => {
        const outline = outlines.get(zone.id);
        if (outline === undefined) return [];
        const doors = doorsOf(zone.id);
        return [
          {
            zoneId: zone.id,
            label: `${zone.name}\n${t("zones.doors", doors, formats().integer(doors))}`,
            colour: zone.colour,
            // A lock matters to those who draw, an open zone to the screen.
            isLocked: false,
            isOpened: false,
            outline: outline.outline,
            labelPosition: outline.label,
          },
        ];
      }),
    }));
  });
}
