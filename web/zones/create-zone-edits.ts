import { sameZone, type Zone } from "../../server/contract/drawn-zones.ts";
import { zoneChangeWords } from "../i18n/zone-words.ts";
import { placesOfHalf, placesRightOfLine, zoneAlongLine } from "./choose-places.ts";
import { createZoneMoves, type EditSources } from "./create-zone-moves.ts";
import { createZoneStrokes } from "./create-zone-strokes.ts";
import { type GrowBy, placesToGrow, placesToShrink } from "./grow-zone.ts";
import { claimSteps, mergeSteps, splitSteps } from "./zone-steps.ts";
import { zoneOfId } from "./zoning-content.ts";

/** Everything that can be done to zones, by the pen or from the list: each is one edit, told in words. */
export function createZoneEdits(sources: EditSources) {
  const { openedId, open, tell } = sources;
  const { t, formats } = sources.language;
  const moves = createZoneMoves(sources);
  const { content, opened, placesOf, doorsOfZone, nextZone, edit, changeable, move } = moves;
  const strokes = createZoneStrokes(sources, moves);

  const give = (zone: Zone, places: readonly number[], takes: (zoneId: string) => boolean) => {
    const [index, now] = [sources.index(), content()];
    if (index === null || now === null) return;
    move({ zone, claim: claimSteps(now, index.addressIdsOf(places), zone.id, takes) });
  };
  const leave = (zone: Zone, places: readonly number[]) => {
    const [index, now] = [sources.index(), content()];
    if (index === null || now === null) return;
    const own = index.addressIdsOf(places).filter((id) => now.zoneOf.get(id) === zone.id);
    move({ zone, claim: claimSteps(now, own, null, () => true), isLeaving: true });
  };

  const remove = (zone: Zone) => {
    const now = content();
    if (now === null || changeable(zone) === null) return;
    if (!edit(mergeSteps(now, zone, null))) return;
    if (openedId() === zone.id) open(null);
    tell(t("zones.removed", zone.name));
  };
  const split = (zone: Zone, leaving: readonly number[], refusal: "notAcross" | "tooFewToHalve") => {
    const index = sources.index();
    if (index === null || changeable(zone) === null) return;
    if (leaving.length === 0 || leaving.length >= placesOf(zone.id).length) {
      tell(t(`zones.${refusal}`));
      return;
    }
    const added = nextZone();
    if (!edit(splitSteps(added, zone.id, index.addressIdsOf(leaving)))) return;
    const written = (zoneId: string) => t("zones.doors", doorsOfZone(zoneId), formats().integer(doorsOfZone(zoneId)));
    tell(t("zones.split2", zone.name, written(zone.id), added.name, written(added.id)));
  };
  const zoneToSplit = (line: readonly (readonly [number, number])[]): Zone | null => {
    const [index, now] = [sources.index(), content()];
    if (index === null || now === null) return null;
    return opened() ?? zoneOfId(now, zoneAlongLine(index, now.zoneOf, line));
  };

  return {
    opened,
    ...strokes,
    addPlaces: (zone: Zone, places: readonly number[]) => {
      if (changeable(zone) !== null) give(zone, places, sources.takesFromOthers);
    },
    removePlaces: (zone: Zone, places: readonly number[]) => {
      if (changeable(zone) !== null) leave(zone, places);
    },
    /** By free doors at its edge, and by those of other zones too where they are taken on purpose. */
    grow: (zone: Zone, by: GrowBy) => {
      const [index, now] = [sources.index(), content()];
      if (index === null || now === null || changeable(zone) === null) return;
      const mayTake = (place: number) => {
        const holder = now.zoneOf.get(index.ground.addressIds[place] ?? "") ?? null;
        return holder === null || (sources.takesFromOthers() && zoneOfId(now, holder)?.isLocked === false);
      };
      const grown = placesToGrow(index, placesOf(zone.id), by, mayTake);
      if (grown.length > 0) give(zone, grown, () => true);
      else tell(t(sources.takesFromOthers() ? "zones.noneToGrow" : "zones.noneFreeToGrow", zone.name));
    },
    shrink: (zone: Zone, by: GrowBy) => {
      const index = sources.index();
      if (index === null || changeable(zone) === null) return;
      const gone = placesToShrink(index, placesOf(zone.id), by);
      if (gone.length > 0) leave(zone, gone);
      else tell(t("zones.noneToShrink", zone.name));
    },
    /** The zone that a line would split: the open one, or the one that it runs through most. */
    zoneToSplit,
    splitByLine: (line: readonly (readonly [number, number])[]) => {
      const [index, zone] = [sources.index(), zoneToSplit(line)];
      if (zone === null) tell(t("zones.noneAcross"));
      else if (index !== null) split(zone, placesRightOfLine(index, placesOf(zone.id), line), "notAcross");
    },
    halve: (zone: Zone, side: "south" | "east") => {
      const index = sources.index();
      if (index !== null) split(zone, placesOfHalf(index, placesOf(zone.id), side), "tooFewToHalve");
    },
    merge: (into: Zone, other: Zone) => {
      const now = content();
      if (now === null || changeable(into) === null || changeable(other) === null) return;
      if (edit(mergeSteps(now, other, into.id))) tell(t("zones.merged", other.name, into.name));
    },
    change: (zone: Zone, part: Partial<Omit<Zone, "id">>) => {
      const after = { ...zone, ...part };
      if (sameZone(zone, after) || !edit([{ kind: "zone-changed", before: zone, after }])) return;
      tell(zoneChangeWords(t, formats(), zone, after));
    },
    add: () => {
      const zone = nextZone();
      if (!edit([{ kind: "zone-added", zone }])) return;
      open(zone.id);
      tell(t("zones.added", zone.name));
    },
    remove,
  };
}

export type ZoneEdits = ReturnType<typeof createZoneEdits>;
