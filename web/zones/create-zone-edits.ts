import type { Accessor } from "solid-js";
import { sameZone, type Zone, type ZoneStep } from "../../server/contract/drawn-zones.ts";
import type { useLanguage } from "../i18n/language.tsx";
import { changeWords, zoneChangeWords } from "../i18n/zone-words.ts";
import { placesOfHalf, placesRightOfLine } from "./choose-places.ts";
import type { OpenZoning } from "./create-zoning.ts";
import type { GroundIndex } from "./ground-index.ts";
import { type GrowBy, placesToGrow, placesToShrink } from "./grow-zone.ts";
import { snapPlaces } from "./snap-places.ts";
import type { ZoneMembers } from "./zone-members.ts";
import { claimSteps, mergeSteps, newZone, splitSteps } from "./zone-steps.ts";
import { zoneOfId } from "./zoning-content.ts";

interface EditSources {
  readonly index: Accessor<GroundIndex | null>;
  readonly zoning: Accessor<OpenZoning | null>;
  readonly members: Accessor<ZoneMembers>;
  readonly openedId: Accessor<string | null>;
  readonly open: (zoneId: string | null) => void;
  readonly takesFromOthers: Accessor<boolean>;
  readonly snaps: Accessor<boolean>;
  readonly newId: () => string;
  /** Says what was done, on the screen and aloud. */
  readonly tell: (words: string) => void;
  readonly language: Pick<ReturnType<typeof useLanguage>, "t" | "formats">;
}

interface Move {
  readonly places: readonly number[];
  /** Where they go, or what they leave. */
  readonly zone: Zone;
  readonly isLeaving?: boolean;
  /** The zone is made with this edit. */
  readonly isNew?: boolean;
  /** Whether places of this other zone come along. */
  readonly takes: (zoneId: string) => boolean;
  /** Places left out because they are beyond a barrier. */
  readonly cutOff?: readonly number[];
}

/** Everything that can be done to zones, by the pen or from the list: each is one edit, told in words. */
export function createZoneEdits(sources: EditSources) {
  const { zoning, members, openedId, open, tell } = sources;
  const { t, formats } = sources.language;
  const content = () => zoning()?.content() ?? null;
  const opened = (): Zone | null => {
    const known = content();
    return known === null ? null : zoneOfId(known, openedId());
  };
  const placesOf = (zoneId: string) => members().get(zoneId) ?? [];
  const doorsOf = (zoneId: string) => sources.index()?.doorsOf(placesOf(zoneId)) ?? 0;
  const nextZone = () =>
    newZone(content()?.zones ?? [], sources.newId(), (number) => t("zones.zoneName", formats().integer(number)));
  const edit = (steps: readonly ZoneStep[]) => {
    const done = zoning()?.edit(steps) ?? [];
    if (done.length === 0) tell(t("zones.nothing"));
    return done.length > 0;
  };
  /** A zone that may change, or null once it is told why not. */
  const changeable = (zone: Zone | null): Zone | null => {
    if (zone === null) tell(t("zones.needsZone"));
    else if (zone.isLocked) tell(t("zones.isLocked", zone.name));
    return zone === null || zone.isLocked ? null : zone;
  };

  /** Moves places and tells what became of them. A stroke that finds nothing to take makes no empty zone. */
  const move = ({ places, zone, takes, isLeaving = false, isNew = false, cutOff = [] }: Move) => {
    const [index, now] = [sources.index(), content()];
    if (index === null || now === null) return;
    const before = doorsOf(zone.id);
    const claim = claimSteps(now, index.addressIdsOf(places), isLeaving ? null : zone.id, takes);
    if (claim.steps.length > 0) {
      const first: ZoneStep[] = isNew ? [{ kind: "zone-added", zone }] : [];
      zoning()?.edit([...first, ...claim.steps]);
      if (isNew) open(zone.id);
    } else if (isNew && claim.leftToOthers.size + claim.leftToLocked.size === 0) {
      tell(t("zones.nothing"));
      return;
    }
    const count = (lists: ReadonlyMap<string, readonly string[]>) =>
      [...lists].map(([id, ids]) => ({
        name: zoneOfId(now, id)?.name ?? id,
        doors: index.doorsOf(ids.map((one) => index.placeOf.get(one) ?? -1)),
      }));
    const doors = doorsOf(zone.id);
    tell(
      changeWords(t, formats(), {
        name: zone.name,
        doors,
        difference: doors - before,
        taken: isLeaving ? [] : count(claim.taken),
        leftToOthers: isLeaving ? [] : count(claim.leftToOthers),
        leftToLocked: count(claim.leftToLocked),
        cutOff: index.doorsOf(cutOff),
      }),
    );
  };
  const leave = (zone: Zone, places: readonly number[]) =>
    move({ places, zone, isLeaving: true, takes: (id) => id === zone.id });

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
    const written = (zoneId: string) => t("zones.doors", doorsOf(zoneId), formats().integer(doorsOf(zoneId)));
    tell(t("zones.split2", zone.name, written(zone.id), added.name, written(added.id)));
  };

  return {
    opened,
    /** A stroke: into the open zone, or into a new one. */
    paint: (chosen: ReadonlySet<number>) => {
      const index = sources.index();
      if (index === null || chosen.size === 0) return;
      const zone = opened();
      if (zone?.isLocked) {
        tell(t("zones.isLocked", zone.name));
        return;
      }
      const snapped = sources.snaps()
        ? snapPlaces(index, chosen, zone === null ? [] : placesOf(zone.id))
        : { places: [...chosen], cutOff: [] };
      const into = zone ?? nextZone();
      move({
        places: snapped.places,
        zone: into,
        isNew: zone === null,
        takes: sources.takesFromOthers,
        cutOff: snapped.cutOff,
      });
    },
    erase: (chosen: ReadonlySet<number>) => {
      const zone = changeable(opened());
      if (zone !== null && chosen.size > 0) leave(zone, [...chosen]);
    },
    addPlaces: (zone: Zone, places: readonly number[]) => {
      if (changeable(zone) !== null) move({ places, zone, takes: sources.takesFromOthers });
    },
    removePlaces: (zone: Zone, places: readonly number[]) => {
      if (changeable(zone) !== null) leave(zone, places);
    },
    grow: (zone: Zone, by: GrowBy) => {
      const [index, now] = [sources.index(), content()];
      if (index === null || now === null || changeable(zone) === null) return;
      const isFree = (place: number) => !now.zoneOf.has(index.ground.addressIds[place] ?? "");
      move({ places: placesToGrow(index, placesOf(zone.id), by, isFree), zone, takes: () => false });
    },
    shrink: (zone: Zone, by: GrowBy) => {
      const index = sources.index();
      if (index === null || changeable(zone) === null) return;
      leave(zone, placesToShrink(index, placesOf(zone.id), by));
    },
    splitByLine: (line: readonly (readonly [number, number])[]) => {
      const [index, zone] = [sources.index(), opened()];
      if (zone === null) tell(t("zones.needsZone"));
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
