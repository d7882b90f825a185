import type { Accessor } from "solid-js";
import { sameZone, type Zone, type ZoneStep } from "../../server/contract/drawn-zones.ts";
import type { useLanguage } from "../i18n/language.tsx";
import { type Counted, changeWords, leftWords, zoneChangeWords } from "../i18n/zone-words.ts";
import { placesOfHalf, placesRightOfLine, zoneAlongLine } from "./choose-places.ts";
import { claimOfStroke, type StrokeAim, type StrokeClaim } from "./claim-of-stroke.ts";
import type { OpenZoning } from "./create-zoning.ts";
import type { GroundIndex } from "./ground-index.ts";
import { type GrowBy, placesToGrow, placesToShrink } from "./grow-zone.ts";
import type { ZoneMembers } from "./zone-members.ts";
import { type Claim, claimSteps, mergeSteps, newZone, splitSteps } from "./zone-steps.ts";
import { NO_CONTENT, zoneOfId } from "./zoning-content.ts";

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
  /** Where doors go, or what they leave. */
  readonly zone: Zone;
  readonly claim: Claim & { readonly cutOff?: readonly number[] };
  readonly isLeaving?: boolean;
  /** The zone is made with this edit. */
  readonly isNew?: boolean;
}

/** What a stroke would change if it ended now. */
export interface ForeseenStroke {
  /** The open zone; null where paint would make a new one, and where the eraser takes from all. */
  readonly zone: Zone | null;
  /** Places that would change hands. */
  readonly places: readonly number[];
  readonly doors: number;
  /** Doors that the open zone has by now. */
  readonly zoneDoors: number | null;
  readonly leftToOthers: readonly Counted[];
  readonly leftToLocked: readonly Counted[];
  readonly cutOff: number;
}

/** Id of a zone that a stroke may never make. */
const NOT_YET = "";

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

  const countOf = (lists: ReadonlyMap<string, readonly string[]>) => {
    const index = sources.index();
    return [...lists].map(([id, ids]) => ({
      name: zoneOfId(content() ?? NO_CONTENT, id)?.name ?? id,
      doors: index?.doorsOf(index.placesOf(ids)) ?? 0,
    }));
  };

  /** Moves doors and tells what became of them. A stroke that finds nothing to take makes no empty zone. */
  const move = ({ zone, claim, isLeaving = false, isNew = false }: Move) => {
    const before = doorsOf(zone.id);
    const isDone = claim.steps.length > 0;
    const told = {
      taken: isLeaving ? [] : countOf(claim.taken),
      leftToOthers: isLeaving ? [] : countOf(claim.leftToOthers),
      leftToLocked: countOf(claim.leftToLocked),
      cutOff: sources.index()?.doorsOf(claim.cutOff ?? []) ?? 0,
    };
    if (isDone) {
      zoning()?.edit([...(isNew ? [{ kind: "zone-added" as const, zone }] : []), ...claim.steps]);
      if (isNew) open(zone.id);
    } else if (isNew) {
      tell([t("zones.nothing"), ...leftWords(t, formats(), told)].join(" "));
      return;
    }
    const doors = doorsOf(zone.id);
    tell(changeWords(t, formats(), { ...told, name: zone.name, doors, difference: doors - before }));
  };
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

  const aimOf = (kind: StrokeAim["kind"]): StrokeAim => {
    const zone = opened();
    return {
      kind,
      zone,
      joined: zone === null ? [] : placesOf(zone.id),
      takesFromOthers: sources.takesFromOthers(),
      snaps: sources.snaps(),
    };
  };
  const strokeOf = (aim: StrokeAim, met: ReadonlySet<number>, newZoneId: string): StrokeClaim | null => {
    const [index, now] = [sources.index(), content()];
    return index === null || now === null || met.size === 0 ? null : claimOfStroke(index, now, aim, met, newZoneId);
  };
  /** The eraser without an open zone: told by zone, since each has lost something. */
  const eraseAll = (claim: StrokeClaim) => {
    const [lost, locked] = [countOf(claim.taken), countOf(claim.leftToLocked)];
    const doors = lost.reduce((sum, one) => sum + one.doors, 0);
    if (lost.length > 0) zoning()?.edit(claim.steps);
    const names = formats().list(lost.map(({ name }) => name));
    tell(
      [
        lost.length === 0 ? t("zones.nothing") : t("zones.erased", doors, formats().integer(doors), names),
        ...leftWords(t, formats(), { leftToOthers: [], leftToLocked: locked, cutOff: 0 }),
      ].join(" "),
    );
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
    const written = (zoneId: string) => t("zones.doors", doorsOf(zoneId), formats().integer(doorsOf(zoneId)));
    tell(t("zones.split2", zone.name, written(zone.id), added.name, written(added.id)));
  };
  const zoneToSplit = (line: readonly (readonly [number, number])[]): Zone | null => {
    const [index, now] = [sources.index(), content()];
    if (index === null || now === null) return null;
    return opened() ?? zoneOfId(now, zoneAlongLine(index, now.zoneOf, line));
  };

  return {
    opened,
    /** What a stroke that has met these places would change if it ended now. Null without any. */
    foresee: (kind: StrokeAim["kind"], met: ReadonlySet<number>): ForeseenStroke | null => {
      const aim = aimOf(kind);
      const claim = strokeOf(aim, met, NOT_YET);
      const index = sources.index();
      if (claim === null || index === null) return null;
      const places = index.placesOf(claim.claimed);
      return {
        zone: aim.zone,
        places,
        doors: index.doorsOf(places),
        zoneDoors: aim.zone === null ? null : doorsOf(aim.zone.id),
        leftToOthers: kind === "erase" ? [] : countOf(claim.leftToOthers),
        leftToLocked: countOf(claim.leftToLocked),
        cutOff: index.doorsOf(claim.cutOff),
      };
    },
    /** A stroke: into the open zone, or into a new one. */
    paint: (met: ReadonlySet<number>) => {
      const aim = aimOf("paint");
      if (met.size === 0 || (aim.zone !== null && changeable(aim.zone) === null)) return;
      const into = aim.zone ?? nextZone();
      const claim = strokeOf(aim, met, into.id);
      if (claim !== null) move({ zone: into, claim, isNew: aim.zone === null });
    },
    /** A stroke: out of the open zone, or out of whatever zone is under it. */
    erase: (met: ReadonlySet<number>) => {
      const aim = aimOf("erase");
      if (aim.zone !== null && changeable(aim.zone) === null) return;
      const claim = strokeOf(aim, met, NOT_YET);
      if (claim === null) return;
      if (aim.zone === null) eraseAll(claim);
      else move({ zone: aim.zone, claim, isLeaving: true });
    },
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
