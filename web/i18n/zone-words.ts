import type { Zone, ZoneRefusal, ZoneStep } from "../../server/contract/drawn-zones.ts";
import type { Formats } from "./formats.ts";
import type { Translate } from "./language.tsx";

export interface Counted {
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
    ...leftWords(t, formats, told),
  ].join(" ");
}

/** What an edit has left where it was, one sentence for each zone. */
export function leftWords(
  t: Translate,
  formats: Formats,
  told: Pick<ToldChange, "leftToOthers" | "leftToLocked" | "cutOff">,
): readonly string[] {
  const written = formats.integer;
  return [
    ...told.leftToOthers.map(({ name, doors }) => t("zones.left", doors, written(doors), name)),
    ...told.leftToLocked.map(({ name, doors }) => t("zones.leftLocked", doors, written(doors), name)),
    ...(told.cutOff > 0 ? [t("zones.cutOff", told.cutOff, written(told.cutOff))] : []),
  ];
}

/** A stroke that is being drawn, or would begin here: what it changes, then what it leaves where it is. */
export function strokeWords(
  t: Translate,
  formats: Formats,
  kind: "paint" | "erase",
  foreseen: Pick<ToldChange, "leftToOthers" | "leftToLocked" | "cutOff"> & {
    readonly zone: { readonly name: string; readonly isLocked: boolean } | null;
    readonly doors: number;
    readonly zoneDoors: number | null;
  },
  isDrawing: boolean,
): readonly string[] {
  const { zone, doors, zoneDoors } = foreseen;
  if (zone?.isLocked) return [t("zones.isLocked", zone.name)];
  const left = leftWords(t, formats, foreseen);
  const written = formats.integer(doors);
  if (doors === 0 && kind === "erase") return [t("zones.foreseen.nothing"), ...left];
  if (doors === 0) return left.length > 0 ? left : zone === null ? [] : [t("zones.foreseen.already", zone.name)];
  if (!isDrawing) return [t(`zones.foreseen.${kind}`, doors, written), ...left];
  if (zoneDoors === null) return [t(`zones.foreseen.${kind === "paint" ? "made" : "erase"}`, doors, written), ...left];
  const change = t("zones.foreseen.change", written, kind === "paint");
  const after = zoneDoors + (kind === "paint" ? doors : -doors);
  return [t("zones.foreseen.total", change, after, formats.integer(after)), ...left];
}

const MOST_NAMES = 4;

/** Names of zones in a row; of many, how many more. */
export function zoneNames(t: Translate, formats: Formats, names: readonly string[]): string {
  const others = names.length - MOST_NAMES;
  const more = others > 0 ? [t("zones.otherZones", others, formats.integer(others))] : [];
  return formats.list([...names.slice(0, MOST_NAMES), ...more]);
}

/** What somebody else has just changed, by the names of the zones. */
export function othersWords(t: Translate, formats: Formats, names: readonly string[]): string {
  return names.length === 0 ? t("zones.others") : t("zones.othersChanged", zoneNames(t, formats, names));
}

/** What is different about a zone itself: its name, its colour, its lock. */
export function zoneChangeWords(t: Translate, formats: Formats, before: Zone, after: Zone): string {
  return [
    before.name === after.name ? "" : t("zones.renamed", before.name, after.name),
    before.colour === after.colour ? "" : t("zones.recoloured", after.name, formats.integer(after.colour + 1)),
    before.isLocked === after.isLocked ? "" : t(after.isLocked ? "zones.nowLocked" : "zones.nowUnlocked", after.name),
  ]
    .filter(Boolean)
    .join(" ");
}

/** Of more zones than these, their number says more than their names. */
const MOST_TOLD_ZONES = 3;

/** What an edit that was undone or done again has changed: zones that are there, gone or other, and the doors they have now. */
export function stepsWords(
  t: Translate,
  formats: Formats,
  steps: readonly ZoneStep[],
  now: { readonly zones: readonly Zone[]; readonly doorsOfZone: (zoneId: string) => number },
): string {
  const told = new Map<string, string>();
  for (const step of steps) {
    if (step.kind === "zone-removed") told.set(step.zone.id, t("zones.isGone", step.zone.name));
    if (step.kind === "zone-changed") told.set(step.after.id, zoneChangeWords(t, formats, step.before, step.after));
    if (step.kind === "zone-added") told.set(step.zone.id, t("zones.isThere", step.zone.name));
    if (step.kind !== "addresses-moved") continue;
    for (const zone of now.zones) {
      if (zone.id !== step.from && zone.id !== step.to) continue;
      const doors = now.doorsOfZone(zone.id);
      told.set(zone.id, t("zones.changed", zone.name, doors, formats.integer(doors), ""));
    }
  }
  // A zone that goes has been emptied before: its end is told, and where its doors are now.
  return told.size > MOST_TOLD_ZONES
    ? t("zones.changedMany", formats.integer(told.size))
    : [...told.values()].join(" ");
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
