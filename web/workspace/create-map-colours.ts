import { type Accessor, createEffect, createMemo, createSignal, on } from "solid-js";
import type { MissingReason } from "../../server/contract/layers.ts";
import type { OpenLayer } from "./create-layer.ts";
import type { Colouring, Ranking } from "./create-ranking.ts";
import { encodeLayer } from "./layer-code.ts";
import type { WorkspaceState } from "./workspace-state.ts";

/** A line of the legend: a class by its place, stations without a colour, by reason in a layer, or little sure values. */
export type LegendEntry = number | MissingReason | "uncoloured" | "faded";

const NO_COLOURS: Colouring = { classes: [], classOf: new Map() };

interface ColourSources {
  readonly layer: OpenLayer;
  readonly ranking: Pick<Ranking, "colouring" | "crossed">;
  readonly state: Accessor<WorkspaceState>;
}

/** How classes are told apart: from low to high, around zero, or two figures against each other. */
export type ColourScheme = "sequential" | "diverging" | "crossed";

/** What the map is coloured by, a layer or else a measure, and which part of it the legend holds up. */
export function createMapColours({ layer, ranking, state }: ColourSources) {
  const isLayer = () => state().layer !== null;
  /** A count of every station that has one, where counts are drawn as circles. */
  const circles = createMemo((): ReadonlyMap<string, number> | null => {
    const drawn = isLayer() ? layer.drawn() : null;
    if (drawn === null || drawn.answer.unit !== "count" || state().countShape !== "circles") return null;
    return new Map([...drawn.valueOf].flatMap(([id, { value }]) => (value === null ? [] : [[id, value]])));
  });
  const colouring = createMemo(
    (): Colouring => (isLayer() ? ((circles() === null ? layer.drawn() : null) ?? NO_COLOURS) : ranking.colouring()),
  );
  const scheme = (): ColourScheme => {
    if (isLayer()) return layer.drawn()?.isDiverging ? "diverging" : "sequential";
    return ranking.crossed() === null ? "sequential" : "crossed";
  };

  const [pointed, setPointed] = createSignal<LegendEntry | null>(null);
  const [pinned, setPinned] = createSignal<LegendEntry | null>(null);
  const legend = createMemo(() => {
    const { measure, classCount, layer: open, classMethod, breaks, countShape } = state();
    return open === null
      ? `${measure} ${classCount}`
      : `${encodeLayer(open)} ${classMethod} ${breaks.join(" ")} ${countShape}`;
  });
  // Another legend has other lines.
  createEffect(
    on(
      legend,
      () => {
        setPointed(null);
        setPinned(null);
      },
      { defer: true },
    ),
  );
  const heldUp = createMemo(() => pointed() ?? pinned());
  const isOf = (entry: LegendEntry, stationId: string) => {
    if (entry === "faded") return layer.drawn()?.faded.has(stationId) ?? false;
    const own = colouring().classOf.get(stationId) ?? null;
    if (own !== null || entry === "uncoloured") return own === (entry === "uncoloured" ? null : entry);
    return layer.drawn()?.valueOf.get(stationId)?.reason === entry;
  };

  return {
    colouring,
    scheme,
    circles,
    classOf: (stationId: string) => colouring().classOf.get(stationId) ?? null,
    /** Whether the value of a station is little sure. */
    isFaded: (stationId: string) => layer.drawn()?.faded.has(stationId) ?? false,
    /** Whether a layer has, for a known reason, no value for the station. */
    isMissing: (stationId: string) => {
      const known = layer.drawn()?.valueOf.get(stationId);
      return known !== undefined && known.reason !== null;
    },
    /** Whether a station steps back because the legend holds others up. */
    isBehind: (stationId: string) => {
      const entry = heldUp();
      return entry !== null && !isOf(entry, stationId);
    },
    pinned,
    /** The line of the legend under the pointer or the focus. */
    point: setPointed,
    /** Keeps a line held up until it is chosen again. */
    pin: (entry: LegendEntry) => setPinned((before) => (before === entry ? null : entry)),
  };
}
