import type { Map as MapLibreMap } from "maplibre-gl";
import {
  type GeoJSONStoreGeometries,
  TerraDraw,
  TerraDrawModeUndoRedo,
  TerraDrawPolygonMode,
  ValidateNotSelfIntersecting,
} from "terra-draw";
import { TerraDrawMapLibreGLAdapter } from "terra-draw-maplibre-gl-adapter";
import type { Palette } from "./palette.ts";

export type DrawnRing = readonly (readonly [number, number])[];

export interface ZoneDrawing {
  undoCorner(): void;
  /** Closes the zone, as Enter does; nothing happens before the third corner. */
  finish(): void;
  /** Forgets the corners and leaves the tool. */
  stop(): void;
}

interface DrawingEvents {
  onFinish(ring: DrawnRing): void;
  onCancel(): void;
  /** Corners placed so far, and the ring as it would be closed now, the pointer's own place included. */
  onCorners(count: number, ring: DrawnRing): void;
}

/**
 * Lets the reader draw one zone, corner by corner. Enter closes it, Escape cancels, Backspace takes a corner back, and so
 * does what undoes elsewhere while there are corners.
 */
export function startDrawing(map: MapLibreMap, palette: Palette, events: DrawingEvents): ZoneDrawing {
  let isOver = false;
  const mode = polygonMode(palette);
  const draw = new TerraDraw({
    adapter: new TerraDrawMapLibreGLAdapter({ map, coordinatePrecision: 6 }),
    modes: [mode],
    undoRedo: { modeLevel: new TerraDrawModeUndoRedo() },
  });
  draw.start();
  draw.setMode("polygon");
  const canvas = map.getCanvas();
  canvas.focus({ preventScroll: true });

  const stop = () => {
    if (isOver) return;
    isOver = true;
    window.removeEventListener("keydown", onKey, true);
    draw.stop();
  };
  const finish = () => canvas.dispatchEvent(new KeyboardEvent("keyup", { key: "Enter" }));
  const onKey = (event: KeyboardEvent) => {
    const target = event.target instanceof HTMLElement ? event.target : null;
    if (target?.closest("input, textarea, select, [role=dialog]")) return;
    const hasCorners = mode.undoSize() > 0;
    const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === "z";
    if (isUndo && hasCorners) draw.undo();
    else if (event.key === "Escape" && hasCorners) events.onCancel();
    else if (target?.closest("button")) return;
    else if (event.key === "Escape") events.onCancel();
    else if (event.key === "Backspace") draw.undo();
    else if (event.key === "Enter" && event.target !== canvas) finish();
    else return;
    event.preventDefault();
    // What is being drawn comes before what else the key would undo or leave.
    if (hasCorners && event.key !== "Enter") event.stopImmediatePropagation();
  };
  window.addEventListener("keydown", onKey, true);

  // Each corner is one step that can be taken back; the ring itself also holds the pointer's own position.
  // Terra Draw counts the step after it has said that something changed.
  draw.on("change", () =>
    queueMicrotask(() => {
      if (isOver) return;
      const drawn = draw.getSnapshot().find(({ geometry }) => geometry.type === "Polygon");
      events.onCorners(mode.undoSize(), drawn === undefined ? [] : ringOf(drawn.geometry));
    }),
  );
  draw.on("finish", (id) => {
    const geometry = draw.getSnapshotFeature(id)?.geometry;
    if (geometry?.type !== "Polygon") return;
    const ring = ringOf(geometry);
    // Terra Draw is still inside its own event: it is stopped once it has returned.
    queueMicrotask(() => {
      stop();
      events.onFinish(ring);
    });
  });

  return { undoCorner: () => draw.undo(), finish, stop };
}

function ringOf(geometry: GeoJSONStoreGeometries): DrawnRing {
  const [ring = []] = geometry.type === "Polygon" ? geometry.coordinates : [];
  return ring.slice(0, -1).map(([longitude, latitude]): [number, number] => [longitude ?? 0, latitude ?? 0]);
}

/** As Terra Draw has them. */
const POINTER_EVENTS = { contextMenu: false, onDragStart: true, onDrag: true, onDragEnd: true };

/** With Alt a click opens the zone under it, as with every tool. */
const isCorner = ({ heldKeys }: { readonly heldKeys: readonly string[] }) => !heldKeys.includes("Alt");

function polygonMode(palette: Palette): TerraDrawPolygonMode {
  const ink = palette.zone as `#${string}`;
  const casing = palette.selectedCasing as `#${string}`;
  return new TerraDrawPolygonMode({
    keyEvents: { finish: "Enter", cancel: null },
    showCoordinatePoints: true,
    pointerDistance: 24,
    pointerEvents: { ...POINTER_EVENTS, leftClick: isCorner, rightClick: isCorner },
    validation: (feature, context) =>
      context.updateType === "finish" ? ValidateNotSelfIntersecting(feature) : { valid: true },
    styles: {
      fillColor: ink,
      fillOpacity: 0.12,
      outlineColor: ink,
      outlineWidth: 2.5,
      coordinatePointColor: casing,
      coordinatePointOutlineColor: ink,
      coordinatePointWidth: 5,
      coordinatePointOutlineWidth: 2,
      closingPointColor: ink,
      closingPointOutlineColor: casing,
      closingPointWidth: 8,
      closingPointOutlineWidth: 2,
    },
  });
}
