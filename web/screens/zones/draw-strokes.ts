import { type Accessor, createEffect, createSignal, on, onCleanup } from "solid-js";
import { useLanguage } from "../../i18n/language.tsx";
import { strokeWords } from "../../i18n/zone-words.ts";
import type { CoveredAt } from "../../map/edge-pan.ts";
import { startFreehand } from "../../map/freehand.ts";
import { metresPerPixel } from "../../map/metres-per-pixel.ts";
import type { TerritoryMap } from "../../map/territory-map.ts";
import { markChosenDoors } from "../../map/zone-door-layers.ts";
import { placesInRing, placesRightOfLine, placesUnderBrush, widenPlaces } from "../../zones/choose-places.ts";
import type { Zones } from "../../zones/create-zones.ts";

type Position = readonly [number, number];

/** Where the pointer is, in pixels of the map and in degrees. */
export interface PointedAt {
  readonly point: Position;
  readonly position: Position;
}

/**
 * Strokes on the map: what one meets stands out while it is drawn, and what a brush would take here before it is, with
 * the doors in words. What stays where it is does not stand out.
 */
export function createStrokes(map: Accessor<TerritoryMap | null>, coveredAt: CoveredAt, zones: Zones) {
  const { t, formats } = useLanguage();
  const { pen, edits } = zones;
  const [pointedAt, setPointedAt] = createSignal<PointedAt | null>(null);
  const [words, setWords] = createSignal<readonly string[]>([]);
  let marked: ReadonlySet<number> = new Set();
  const mark = (places: Iterable<number>, told: readonly string[]) => {
    const shown = map()?.map;
    const next = new Set(places);
    if (shown !== undefined) {
      markChosenDoors(
        shown,
        [...marked].filter((place) => !next.has(place)),
        false,
      );
      markChosenDoors(
        shown,
        [...next].filter((place) => !marked.has(place)),
        true,
      );
    }
    marked = next;
    setWords(told);
  };
  const forget = () => mark([], []);
  const foresee = (kind: "paint" | "erase", met: ReadonlySet<number>, isDrawing: boolean) => {
    const foreseen = edits.foresee(kind, met);
    if (foreseen === null) forget();
    else mark(foreseen.places, strokeWords(t, formats(), kind, foreseen, isDrawing));
  };

  /** The brush or the eraser. */
  const brush = (drawnOn: TerritoryMap) => {
    let stroke: Set<number> | null = null;
    const kind = () => (pen.tool() === "erase" ? "erase" : "paint");
    const meet = (from: Position, to: Position, pixelMetres: number) => {
      const index = zones.index();
      if (index === null) return new Set<number>();
      return widenPlaces(index, placesUnderBrush(index, from, to, pen.radiusPixels() * pixelMetres), pen.unit());
    };
    const show = onceAFrame(() => {
      const at = pointedAt();
      if (stroke !== null) foresee(kind(), stroke, true);
      else if (at === null) forget();
      else foresee(kind(), meet(at.position, at.position, metresPerPixel(drawnOn.map, at.position[1])), false);
    });
    // What the brush would take follows from more than where it is.
    const { unit, radiusPixels, takesFromOthers, snaps } = pen;
    const content = () => zones.zoning()?.content();
    createEffect(
      on([content, zones.openedId, unit, radiusPixels, takesFromOthers, snaps], () => show.ask(), { defer: true }),
    );
    const stop = startFreehand(drawnOn.map, coveredAt, false, {
      onMove: (at) => {
        setPointedAt(at);
        show.ask();
      },
      onStroke: (from, to, pixelMetres) => {
        stroke ??= new Set();
        for (const place of meet(from, to, pixelMetres)) stroke.add(place);
        show.ask();
      },
      onEnd: () => {
        const done = stroke ?? new Set<number>();
        stroke = null;
        forget();
        edits[kind()](done);
        show.ask();
      },
      onCancel: () => {
        stroke = null;
        show.ask();
      },
    });
    return () => {
      show.stop();
      stop();
      forget();
      setPointedAt(null);
    };
  };

  /** A line drawn by hand: around what is to be taken, or across what is to be split. */
  const line = (drawnOn: TerritoryMap, isSplitting: boolean) => {
    const corners: Position[] = [];
    const show = onceAFrame(() => (isSplitting ? foreseeSplit : foreseeRing)(thinned(corners)));
    const over = () => {
      corners.length = 0;
      show.stop();
      forget();
    };
    const stop = startFreehand(drawnOn.map, coveredAt, true, {
      onMove: setPointedAt,
      onStroke: (_, to) => {
        corners.push(to);
        show.ask();
      },
      onCancel: over,
      onEnd: (drawn) => {
        over();
        const index = zones.index();
        if (isSplitting) edits.splitByLine(drawn);
        else if (index !== null) edits.paint(new Set(placesInRing(index, drawn)));
      },
    });
    return () => {
      over();
      stop();
      setPointedAt(null);
    };
  };
  const foreseeRing = (ring: readonly Position[]) => {
    const index = zones.index();
    if (index !== null) foresee("paint", new Set(placesInRing(index, ring)), true);
  };
  const foreseeSplit = (drawn: readonly Position[]) => {
    const [index, zone] = [zones.index(), edits.zoneToSplit(drawn)];
    if (index === null || zone === null) return forget();
    const own = zones.members().get(zone.id) ?? [];
    const right = placesRightOfLine(index, own, drawn);
    const [all, leaving] = [index.doorsOf(own), index.doorsOf(right)];
    const written = (doors: number) => t("zones.doors", doors, formats().integer(doors));
    const isAcross = right.length > 0 && right.length < own.length;
    mark(isAcross ? right : [], [
      zone.isLocked
        ? t("zones.isLocked", zone.name)
        : isAcross
          ? t("zones.foreseen.split", zone.name, written(all - leaving), written(leaving))
          : t("zones.foreseen.notAcross", zone.name),
    ]);
  };

  let placed: readonly Position[] = [];
  const showPlaced = onceAFrame(() => foreseeRing(placed));
  const forgetPlaced = () => {
    showPlaced.stop();
    forget();
  };
  onCleanup(forgetPlaced);

  return {
    brush,
    line,
    /** Shows what a ring that is being placed corner by corner holds so far. */
    placeRing: (ring: readonly Position[]) => {
      placed = ring;
      showPlaced.ask();
    },
    /** The ring is placed, or given up. */
    forgetPlaced,
    pointedAt,
    /** What the stroke changes, in words; empty while there is nothing to say. */
    words,
  };
}

export type Strokes = ReturnType<typeof createStrokes>;

const MOST_CORNERS = 120;

/** Enough corners to show what a long line holds; what it does when it ends goes by all of them. */
function thinned(line: readonly Position[]): readonly Position[] {
  const step = Math.ceil(line.length / MOST_CORNERS);
  return line.filter((_, corner) => corner % step === 0);
}

/** At most once between two frames, however often it is asked for: pointers report more often than a screen shows. */
function onceAFrame(act: () => void) {
  let frame: number | null = null;
  return {
    ask: () => {
      frame ??= requestAnimationFrame(() => {
        frame = null;
        act();
      });
    },
    stop: () => {
      if (frame !== null) cancelAnimationFrame(frame);
      frame = null;
    },
  };
}
