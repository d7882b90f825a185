import "./map-worker.ts";
import { Map as MapLibreMap } from "maplibre-gl";
import type { PlanRoute } from "../../server/contract/plan.ts";
import { type CountCircle, showCircles } from "./circle-layers.ts";
import { DOORS_FROM_ZOOM } from "./door-layers.ts";
import { type DrawnZone, showDrawnZones } from "./drawn-zone-layers.ts";
import { addImages, areDoorsShown, type Look, mapStyle } from "./map-style.ts";
import { metresPerPixel } from "./metres-per-pixel.ts";
import { markRoutes, showRoutes } from "./route-layers.ts";
import type { StationMarks } from "./station-columns.ts";
import { markStations } from "./station-layers.ts";
import { showZone } from "./zone-layers.ts";

/** What the printed map shows: what the map on the screen does, on another size of paper. */
export interface PrintedContent {
  readonly territoryName: string;
  readonly look: Look;
  /** Of the whole territory. */
  readonly territoryBox: readonly [number, number, number, number];
  /** What the page shows whole, in its middle. */
  readonly box: readonly [number, number, number, number];
  /** Null until the stations are known. */
  readonly marks: StationMarks | null;
  readonly circles: readonly CountCircle[];
  readonly zone: readonly (readonly [number, number])[] | null;
  /** Zones of the zoning that is drawn in. */
  readonly drawnZones: readonly DrawnZone[];
  readonly routes: readonly PlanRoute[];
  readonly openedRouteId: string | null;
}

export interface PrintedMap {
  /** Address of the picture; whoever shows it gives it back with URL.revokeObjectURL. */
  readonly address: string;
  /** On the ground, for one pixel of the page (1/96 inch), in the middle of the map. */
  readonly metresPerPixel: number;
  /** Whether the doors of addresses are on it. */
  readonly hasDoors: boolean;
}

/** Three times as fine as a screen: 288 points an inch on paper. */
const FINENESS = 3;
const PATIENCE_MILLISECONDS = 20_000;

/**
 * Draws a map that nobody sees into a picture of `width` × `height` page pixels, and takes it away again. A map on the
 * screen prints as coarse as the screen, and some browsers print it empty.
 * Rejects when the map cannot be drawn in time, or when the signal says that nobody waits any more.
 */
export async function drawPrintMap(
  content: PrintedContent,
  { width, height }: { readonly width: number; readonly height: number },
  signal: AbortSignal,
): Promise<PrintedMap> {
  const container = document.createElement("div");
  container.inert = true;
  Object.assign(container.style, {
    position: "fixed",
    left: "-20000px",
    top: "0",
    width: `${width}px`,
    height: `${height}px`,
  });
  document.body.append(container);
  const map = new MapLibreMap({
    container,
    style: mapStyle(content.territoryName, content.territoryBox, content.look),
    bounds: [...content.box],
    interactive: false,
    attributionControl: false,
    fadeDuration: 0,
    pixelRatio: FINENESS,
    canvasContextAttributes: { preserveDrawingBuffer: true },
  });
  try {
    await until(map, "style.load", signal);
    addImages(map, content.look.palette);
    if (content.marks !== null) markStations(map, content.look, null, content.marks);
    showCircles(map, content.circles);
    showZone(map, content.zone);
    showDrawnZones(map, content.drawnZones);
    showRoutes(map, content.routes);
    markRoutes(map, content.routes, content.openedRouteId, null);
    await until(map, "idle", signal);
    const picture = await new Promise<Blob | null>((resolve) => map.getCanvas().toBlob(resolve, "image/png"));
    if (picture === null) throw new Error("the browser made no picture of the map");
    return {
      address: URL.createObjectURL(picture),
      metresPerPixel: metresPerPixel(map, map.getCenter().lat),
      hasDoors: areDoorsShown(content.look) && map.getZoom() >= DOORS_FROM_ZOOM,
    };
  } finally {
    map.remove();
    container.remove();
  }
}

function until(map: MapLibreMap, event: "style.load" | "idle", signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const timer = setTimeout(
      () => end(() => reject(new Error(`the map was not drawn in ${PATIENCE_MILLISECONDS} ms`))),
      PATIENCE_MILLISECONDS,
    );
    const onAbort = () => end(() => reject(signal.reason));
    const end = (settle: () => void) => {
      clearTimeout(timer);
      signal.removeEventListener("abort", onAbort);
      settle();
    };
    map.once(event, () => end(resolve));
    signal.addEventListener("abort", onAbort);
  });
}
