import type { Accessor } from "solid-js";
import type { Zone, ZoneStep } from "../../server/contract/drawn-zones.ts";
import type { useLanguage } from "../i18n/language.tsx";
import { changeWords, leftWords } from "../i18n/zone-words.ts";
import type { OpenZoning } from "./create-zoning.ts";
import type { GroundIndex } from "./ground-index.ts";
import type { ZoneMembers } from "./zone-members.ts";
import { type Claim, newZone } from "./zone-steps.ts";
import { NO_CONTENT, zoneOfId } from "./zoning-content.ts";

/** What edits of zones are made from, and how they are told. */
export interface EditSources {
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

/** What every edit of zones rests on: what is open, whether it may change, and doors that change hands, told in words. */
export function createZoneMoves(sources: EditSources) {
  const { zoning, members, openedId, open, tell } = sources;
  const { t, formats } = sources.language;
  const content = () => zoning()?.content() ?? null;
  const opened = (): Zone | null => {
    const known = content();
    return known === null ? null : zoneOfId(known, openedId());
  };
  const placesOf = (zoneId: string) => members().get(zoneId) ?? [];
  const doorsOfZone = (zoneId: string) => sources.index()?.doorsOf(placesOf(zoneId)) ?? 0;
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
    const before = doorsOfZone(zone.id);
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
    const doors = doorsOfZone(zone.id);
    tell(changeWords(t, formats(), { ...told, name: zone.name, doors, difference: doors - before }));
  };

  return { content, opened, placesOf, doorsOfZone, nextZone, edit, changeable, countOf, move };
}

export type ZoneMoves = ReturnType<typeof createZoneMoves>;
