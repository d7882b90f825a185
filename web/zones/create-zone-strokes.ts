import type { Zone } from "../../server/contract/drawn-zones.ts";
import { type Counted, leftWords } from "../i18n/zone-words.ts";
import { claimOfStroke, type StrokeAim, type StrokeClaim } from "./claim-of-stroke.ts";
import type { EditSources, ZoneMoves } from "./create-zone-moves.ts";

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

/** What the pen does to zones: what a stroke would change while it is drawn, and what it changes when it ends. */
export function createZoneStrokes(sources: EditSources, moves: ZoneMoves) {
  const { zoning, tell } = sources;
  const { t, formats } = sources.language;
  const { content, opened, placesOf, doorsOfZone, nextZone, changeable, countOf, move } = moves;

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

  return {
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
        zoneDoors: aim.zone === null ? null : doorsOfZone(aim.zone.id),
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
  };
}
