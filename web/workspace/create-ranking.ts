import { type Accessor, createEffect, createMemo, on } from "solid-js";
import type { Mix, RankedReport } from "../../server/contract/scores.ts";
import type { StationWalks } from "../../server/contract/station-walks.ts";
import { createDebounced } from "./create-debounced.ts";
import { type CrossedClasses, crossedClasses } from "./crossed-classes.ts";
import { WELL_COVERED } from "./layer-view.ts";
import { type MeasureSignal, measureSignal } from "./measure-signal.ts";
import { type MeasuredValue, measuredValue, type StationWalk } from "./measure-values.ts";
import { classifyByQuantiles } from "./quantile-classes.ts";
import { rankStability } from "./rank-stability.ts";
import type { StationRow } from "./station-rows.ts";
import { type ThreeClassesView, threeClasses } from "./three-classes.ts";
import type { ClassCount, Measure, WorkspaceAction, WorkspaceState } from "./workspace-state.ts";

const CLASS_COUNT = 5;
const CROSSED_COUNT = 9;
/** The first fifth of the stations: what the stability is about. */
export const FIRST_SHARE = 0.2;
const FIRST_PLACES = 20;
const STABILITY_AFTER_MILLISECONDS = 60;

interface RankingSources {
  readonly rows: Accessor<readonly StationRow[]>;
  readonly report: Accessor<RankedReport | null>;
  readonly state: Accessor<WorkspaceState>;
  readonly mix: Accessor<Mix>;
  readonly walks: Accessor<StationWalks | null>;
  /** Without streets nobody knows the effort, now or later. */
  readonly hasStreets: Accessor<boolean>;
  readonly move: (action: WorkspaceAction) => void;
}

/** Colours of the map for the open measure. */
export interface Colouring {
  /** By station id, lowest first; null has no colour. */
  readonly classOf: ReadonlyMap<string, number | null>;
  readonly classes: readonly { readonly count: number; readonly low?: number; readonly high?: number }[];
}

/** How many of the first stations would stay there if all were measured again. */
export interface FirstStations {
  readonly places: number;
  readonly staying: number;
}

/** What the open measure says of every station, and what follows: order, colours, doubts. All of it follows a slider at once. */
export function createRanking({ rows, report, state, mix, walks, hasStreets, move }: RankingSources) {
  const measure = createMemo(() => state().measure);
  const walkOf = createMemo(
    (): ReadonlyMap<string, StationWalk> => new Map((walks()?.stations ?? []).map((walk) => [walk.stationId, walk])),
  );
  const valuesOf = (wanted: Measure): ReadonlyMap<string, MeasuredValue> => {
    const known = new Map<string, MeasuredValue>();
    for (const { stationId, score } of rows()) {
      const value = score === null ? null : measuredValue(score, wanted, mix(), walkOf().get(stationId));
      if (value !== null) known.set(stationId, value);
    }
    return known;
  };
  const values = createMemo(() => valuesOf(measure()));

  const signalOf = (wanted: Measure): MeasureSignal | null => {
    const known = report();
    return known === null ? null : measureSignal(known, wanted, mix());
  };
  const signal = createMemo(() => signalOf(measure()));
  const shownAnyway = createMemo(() => state().shownAnyway);
  const camp = createMemo(() => JSON.stringify(report()?.choice.sides));
  createEffect(
    on(camp, (_, before) => {
      // The first camp is the one that the address was written for.
      if (before !== undefined && state().shownAnyway.length > 0) move({ type: "shown-anyway", measures: [] });
    }),
  );
  const isShownAnyway = () => shownAnyway().includes(measure());
  const isHidden = () => signal()?.level === "none" && !isShownAnyway();

  // Not kept: sorting all stations for three classes that nobody looks at would be a fifth of every new colouring.
  const three = (): ThreeClassesView =>
    threeClasses(
      rows().map(({ stationId, score }) => {
        const value = values().get(stationId);
        return value === undefined ? null : { value: value.ranked, registered: score?.registered ?? 0 };
      }),
      mix(),
      // Doors that help the other side are nobody's priority.
      measure() === "hourly" ? 0 : undefined,
    );
  /** Votes per hour hold the effort already: they are not shown against it. */
  const canCross = () => measure() !== "hourly" && hasStreets();
  const shownClassCount = (): ClassCount => {
    const { classCount } = state();
    return classCount === CROSSED_COUNT && !canCross() ? CLASS_COUNT : classCount;
  };
  /** Null unless the measure is shown against the effort. */
  const crossed = createMemo((): CrossedClasses | null => {
    if (shownClassCount() !== CROSSED_COUNT) return null;
    return crossedClasses(
      rows().map(({ stationId }) => values().get(stationId)?.ranked ?? null),
      rows().map(({ stationId }) => {
        const walk = walkOf().get(stationId);
        return walk === undefined || walk.doors === 0 ? null : walk.walkSeconds / walk.doors;
      }),
    );
  });
  const colouring = createMemo((): Colouring => {
    if (isHidden()) return { classOf: new Map(), classes: [] };
    const view =
      state().classCount === 3
        ? three()
        : (crossed() ??
          classifyByQuantiles(
            rows().map(({ stationId }) => values().get(stationId)?.shown ?? null),
            CLASS_COUNT,
          ));
    return {
      classes: view.classes,
      classOf: new Map(rows().map(({ stationId }, place) => [stationId, view.classOf[place] ?? null])),
    };
  });

  /** Scores that rest on results of old stations little of which is found again in today's: as layers judge their values. */
  const faded = createMemo((): ReadonlySet<string> => {
    if (isHidden()) return new Set();
    const unsure = rows().filter(({ score }) => score !== null && score.matchedShare < WELL_COVERED);
    return new Set(unsure.flatMap(({ stationId }) => (values().has(stationId) ? [stationId] : [])));
  });

  // In a task of its own, once the colours are set: the list says how firm its top is a moment later.
  const settledValues = createDebounced(values, STABILITY_AFTER_MILLISECONDS);
  const stability = createMemo(() => {
    const ranked = [...settledValues()].flatMap(([stationId, { ranked: value, halfWidth }]) =>
      halfWidth === null ? [] : [{ stationId, value, halfWidth }],
    );
    ranked.sort((a, b) => b.value - a.value);
    const staying = (places: number) =>
      rankStability(
        ranked.map(({ value }) => value),
        ranked.map(({ halfWidth }) => halfWidth),
        places,
      );
    const fifth = Math.round(ranked.length * FIRST_SHARE);
    const staysInFirstFifth = staying(fifth);
    const inFirst = (places: number): FirstStations => ({
      places,
      staying: (places === fifth ? staysInFirstFifth : staying(places))
        .slice(0, places)
        .reduce((sum, own) => sum + own, 0),
    });
    return {
      /** Probability of being in the first fifth, by station id. */
      inFirstFifth: new Map(ranked.map(({ stationId }, rank) => [stationId, staysInFirstFifth[rank] ?? 0])),
      first: fifth === 0 ? null : inFirst(Math.min(FIRST_PLACES, fifth)),
      fifth: fifth > FIRST_PLACES ? inFirst(fifth) : null,
    };
  });

  return {
    valueOf: (stationId: string) => values().get(stationId) ?? null,
    /** Values of the open measure, by station id. */
    values,
    /** Values of a measure that need not be the open one, by station id. */
    valuesOf,
    walkOf: (stationId: string) => walkOf().get(stationId),
    colouring,
    classOf: (stationId: string) => colouring().classOf.get(stationId) ?? null,
    /** Stations whose value is little sure. */
    faded,
    three,
    /** Whether the measure can be shown against the effort. */
    canCross,
    shownClassCount,
    crossed,
    /** Whether the measure, or its classes, cannot be without the walk to the doors. */
    needsWalks: () => measure() === "hourly" || crossed() !== null,
    signal,
    /** Of a measure that need not be the open one. */
    signalOf,
    /** Whether the map has no colours because nothing supports them. */
    isHidden,
    isShownAnyway,
    /** For this measure, until the camp changes. */
    showAnyway: (isShown: boolean) => {
      const others = shownAnyway().filter((one) => one !== measure());
      move({ type: "shown-anyway", measures: isShown ? [...others, measure()] : others });
    },
    stability,
  };
}

export type Ranking = ReturnType<typeof createRanking>;
