import type { Map as MapLibreMap } from "maplibre-gl";

/** Pixels a CSS pixel of frames that nobody sees. */
export const UNSEEN_PIXEL_RATIO = 0.1;
/** Whoever waits longer sees what there is so far. */
const PATIENCE_MS = 1500;

/**
 * Shows a map that was made with UNSEEN_PIXEL_RATIO once all tiles in sight and the colours are drawn. It draws several
 * frames before, for each part that arrives; where there is no graphics card each of them takes as long as the whole
 * map, from the very parts that are waited for.
 *
 * @param hasColours whether nothing is missing but tiles
 */
export function showWhenWhole(map: MapLibreMap, hasColours: () => boolean): { readonly isShown: () => boolean } {
  const canvas = map.getCanvas();
  canvas.style.visibility = "hidden";
  let isShown = false;
  const waiting = setTimeout(show, PATIENCE_MS);
  const showIfWhole = () => {
    if (hasColours() && map.isStyleLoaded() && map.areTilesLoaded()) show();
  };
  map.on("render", showIfWhole);
  map.once("remove", () => clearTimeout(waiting));

  function show(): void {
    clearTimeout(waiting);
    map.off("render", showIfWhole);
    isShown = true;
    canvas.style.removeProperty("visibility");
    followScreen(map);
  }

  return { isShown: () => isShown };
}

/** Draws as finely as the screen can, also when the window moves to another one. */
function followScreen(map: MapLibreMap): void {
  map.setPixelRatio(window.devicePixelRatio);
  const screen = window.matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`);
  const follow = () => followScreen(map);
  screen.addEventListener("change", follow, { once: true });
  map.once("remove", () => screen.removeEventListener("change", follow));
}
