import type { ZoneRefusal } from "../../server/contract/drawn-zones.ts";
import type { Formats } from "./formats.ts";
import type { Translate } from "./language.tsx";

interface Counted {
  readonly name: string;
  readonly doors: number;
}

/** What an edit did, in words: how many doors the zone has now, what it took, what stayed where it was. */
export interface ToldChange {
  readonly name: string;
  readonly doors: number;
  /** Doors more than before. */
  readonly difference: number;
  readonly taken: readonly Counted[];
  readonly leftToOthers: readonly Counted[];
  readonly leftToLocked: readonly Counted[];
  /** Doors beyond a barrier, left out. */
  readonly cutOff: number;
}

export function changeWords(t: Translate, formats: Formats, told: ToldChange): string {
  const written = formats.integer;
  const difference =
    told.difference === 0
      ? t("zones.same")
      : told.difference > 0
        ? t("zones.more", written(told.difference))
        : t("zones.less", written(-told.difference));
  return [
    t("zones.changed", told.name, told.doors, written(told.doors), difference),
    ...told.taken.map(({ name, doors }) => t("zones.took", doors, written(doors), name)),
    ...told.leftToOthers.map(({ name, doors }) => t("zones.left", doors, written(doors), name)),
    ...told.leftToLocked.map(({ name, doors }) => t("zones.leftLocked", doors, written(doors), name)),
    ...(told.cutOff > 0 ? [t("zones.cutOff", told.cutOff, written(told.cutOff))] : []),
  ].join(" ");
}

interface KnownZones {
  readonly nameOf: (zoneId: string) => string;
  readonly doorsOf: (addressIds: readonly string[]) => number;
}

/** Why a part of one's own edit did not come about, one sentence for each reason. */
export function refusalWords(t: Translate, formats: Formats, refusal: ZoneRefusal, known: KnownZones): string {
  const name = refusal.zoneId === null ? "" : known.nameOf(refusal.zoneId);
  switch (refusal.reason) {
    case "moved-meanwhile": {
      const doors = known.doorsOf(refusal.addressIds);
      const place = refusal.zoneId === null ? t("zones.inNone") : t("zones.inZone", name);
      return t("zones.refused.moved-meanwhile", doors, formats.integer(doors), place);
    }
    case "too-many-zones":
      return t("zones.tooMany");
    case "zone-gone":
    case "zone-exists":
      return t(`zones.refused.${refusal.reason}`);
    case "locked":
    case "zone-changed":
    case "zone-in-use":
      return t(`zones.refused.${refusal.reason}`, name);
  }
}
