import { type Accessor, createEffect, createMemo, createSignal, on } from "solid-js";
import type { OpenLayer } from "./create-layer.ts";
import type { Colouring, Ranking } from "./create-ranking.ts";
import type { LegendEntry } from "./legend-entry.ts";
import { isSameLegend, type WorkspaceAction, type WorkspaceState } from "./workspace-state.ts";

const NOBODY: ReadonlySet<string> = new Set();
const NO_COLOURS: Colouring = { classes: [], classOf: new Map() };

interface ColourSources {
  readonly layer: OpenLayer;
  readonly ranking: Pick<Ranking, "colouring" | "crossed" | "faded">;
  readonly state: Accessor<WorkspaceState>;
  readonly move: (action: WorkspaceAction) => void;
}

/** How classes are told apart: from low to high, around zero, or two figures against each other. */
export type ColourScheme = "sequential" | "diverging" | "crossed";

/** What the map is coloured by, a layer or else a measure, and which part of it the legend holds up. */
export function createMapColours({ layer, ranking, state, move }: ColourSources) {
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
    if (isLayer()) return (layer.drawn()?.centre ?? null) === null ? "sequential" : "diverging";
    return ranking.crossed() === null ? "sequential" : "crossed";
  };

  const faded = (): ReadonlySet<string> => (isLayer() ? (layer.drawn()?.faded ?? NOBODY) : ranking.faded());

  const [pointed, setPointed] = createSignal<LegendEntry | null>(null);
  /** An address may name a line that this legend does not have: it could not be let go. */
  const isLine = (entry: LegendEntry) => {
    if (typeof entry === "number") return entry < colouring().classes.length;
    if (entry === "faded") return faded().size > 0;
    if (entry === "uncoloured") return !isLayer();
    return layer.drawn()?.missing.some(({ reason }) => reason === entry) ?? false;
  };
  const pinned = createMemo(() => {
    const entry = state().heldUp;
    return entry !== null && isLine(entry) ? entry : null;
  });
  const legend = createMemo(state, undefined, { equals: isSameLegend });
  // Another legend has other lines.
  createEffect(
    on(
      legend,
      () => {
        setPointed(null);
      },
      { defer: true },
    ),
  );
  const heldUp = createMemo(() => pointed() ?? pinned());
  const isOf = (entry: LegendEntry, stationId: string) => {
    if (entry === "faded") return faded().has(stationId);
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
    isFaded: (stationId: string) => faded().has(stationId),
    faded,
    /** Whether there is, for a known reason, no value for the station. */
    isMissing: (stationId: string) => {
      if (!isLayer()) return colouring().classes.length > 0 && (colouring().classOf.get(stationId) ?? null) === null;
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
    pin: (entry: LegendEntry) => move({ type: "held-up", entry: pinned() === entry ? null : entry }),
  };
}
