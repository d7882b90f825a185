import { createMemo } from "solid-js";
import type { CountCircle } from "../../map/circle-layers.ts";
import type { StationMarks } from "../../map/station-columns.ts";
import { circleSizes } from "../../workspace/circle-sizes.ts";
import type { Workspace } from "../../workspace/workspace-context.tsx";
import { colourPlace } from "./class-colour.ts";

const NONE: ReadonlySet<number> = new Set();

interface Surroundings {
  /** Whether the legend is there to let go of a line that is held up. */
  readonly hasLegend: () => boolean;
  /** False while something else has the colours of the map. */
  readonly hasColours: () => boolean;
}

/** How the map draws every station: its colour or its circle, what the legend holds up, what is chosen and pointed at. */
export function createStationMarks(workspace: Workspace, { hasLegend, hasColours }: Surroundings) {
  const { colours } = workspace;
  const those = (claim: (id: string) => boolean): ReadonlySet<number> =>
    new Set(
      workspace
        .rows()
        .filter((row) => claim(row.stationId))
        .map((row) => row.index),
    );
  const isBehind = (id: string) => {
    // Circles stand out over stations that step back; those without a count keep their hatching.
    if (colours.circles() !== null && !colours.isMissing(id)) return true;
    // Without its legend a line that is held up could not be let go.
    return hasLegend() && colours.isBehind(id);
  };
  const colouring = createMemo(() => {
    const { classes, classOf } = colours.colouring();
    const colour = (id: string) => {
      const own = hasColours() ? (classOf.get(id) ?? null) : null;
      return own === null ? null : colourPlace(own, classes.length, colours.scheme());
    };
    return {
      classes: new Map(workspace.rows().map((row) => [row.index, colour(row.stationId)])),
      missing: hasColours() ? those(colours.isMissing) : NONE,
      faded: those(colours.isFaded),
      behind: those(isBehind),
    };
  });
  const selected = createMemo(() => {
    const area = workspace.area();
    const chosen = new Set(area.kind === "stations" ? area.stationIds : []);
    return chosen.size === 0 ? NONE : those((id) => chosen.has(id));
  });
  const opened = createMemo(() => {
    const { stationId } = workspace.state();
    return stationId === null ? null : (workspace.rowOf(stationId)?.index ?? null);
  });
  const marks = createMemo((): StationMarks | null => {
    if (workspace.stations.value() === null) return null;
    return { ...colouring(), selected: selected(), opened: opened(), hovered: workspace.hoveredStation() };
  });
  const circles = createMemo((): readonly CountCircle[] => {
    const counts = colours.circles();
    const sizes = counts === null ? null : circleSizes([...counts.values()]);
    if (counts === null || sizes === null || !hasLegend()) return [];
    return workspace.rows().flatMap((row): readonly CountCircle[] => {
      const count = counts.get(row.stationId) ?? 0;
      if (count <= 0) return [];
      const radiusPixels = sizes.radiusOf(count);
      return [{ position: row.labelPosition, radiusPixels, isFaded: colours.isFaded(row.stationId) }];
    });
  });
  return { marks, circles };
}
