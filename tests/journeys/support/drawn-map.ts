import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";

/** The part of MapLibre that the journeys look through; the program leaves its map on the element that holds it. */
interface MapHolder {
  readonly arpentMap: {
    queryRenderedFeatures(options: { readonly layers: readonly string[] }): readonly {
      readonly id?: number | string;
      readonly state: Readonly<Record<string, unknown>>;
      readonly properties: Readonly<Record<string, unknown>>;
    }[];
    getLayer(id: string): unknown;
    getPaintProperty(layer: string, name: string): unknown;
    project(position: readonly [number, number]): { readonly x: number; readonly y: number };
    getCenter(): { readonly lng: number; readonly lat: number };
    getZoom(): number;
  };
}

export function mapOf(page: Page): Locator {
  return page.getByTestId("map");
}

/** Waits until the map has nothing left to draw. */
export async function untilDrawn(page: Page): Promise<void> {
  await page.locator('html[data-map-idle="true"]').waitFor();
}

/** Class of each station in sight, by station index; -1 is "no score". */
export function drawnClasses(page: Page): Promise<Readonly<Record<string, number>>> {
  return mapOf(page).evaluate((holder: MapHolder) => {
    const stations = holder.arpentMap.queryRenderedFeatures({ layers: ["station-fill"] });
    return Object.fromEntries(stations.map(({ id, state }) => [String(id), Number(state.class ?? -1)]));
  });
}

/** One claim about each station in sight, by station index. */
export function drawnStates(page: Page, claim: string): Promise<Readonly<Record<string, boolean>>> {
  return mapOf(page).evaluate((holder: MapHolder, name) => {
    const stations = holder.arpentMap.queryRenderedFeatures({ layers: ["station-fill"] });
    return Object.fromEntries(stations.map(({ id, state }) => [String(id), state[name] === true]));
  }, claim);
}

/** Values of one property among the features in sight of the layers whose name begins so. */
export function drawnValues(page: Page, layer: string, property: string): Promise<readonly string[]> {
  return mapOf(page).evaluate(
    (holder: MapHolder, wanted) => {
      if (holder.arpentMap.getLayer(wanted.layer) === undefined) return [];
      const features = holder.arpentMap.queryRenderedFeatures({ layers: [wanted.layer] });
      return [...new Set(features.map(({ properties }) => String(properties[wanted.property])))].sort();
    },
    { layer, property },
  );
}

/** Waits until `read` gives something that `isEnough` accepts, and gives it. */
export async function eventually<Value>(
  read: () => Promise<Value>,
  isEnough: (value: Value) => boolean,
): Promise<Value> {
  let last: Value | undefined;
  await expect
    .poll(
      async () => {
        last = await read();
        return isEnough(last) ? "enough" : last;
      },
      { timeout: 30_000, interval: 200 },
    )
    .toBe("enough");
  if (last === undefined) throw new Error("nothing was read");
  return last;
}
