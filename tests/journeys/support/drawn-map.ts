import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";

/** The part of MapLibre that the journeys look through; the program leaves its map on the element that holds it. */
export interface MapHolder {
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

/** A column of marks as the style holds it: one letter for each station, "a" for none. */
function drawnLetters(page: Page, layer: string, property: string): Promise<Readonly<Record<string, number>>> {
  return mapOf(page).evaluate(
    (holder: MapHolder, wanted) => {
      // The lines stand in the first literal of the expression.
      const find = (value: unknown): string | null => {
        if (!Array.isArray(value)) return null;
        if (value[0] === "at" && Array.isArray(value[2])) return value[2][1].join("");
        for (const part of value) {
          const found = find(part);
          if (found !== null) return found;
        }
        return null;
      };
      const letters = find(holder.arpentMap.getPaintProperty(wanted.layer, wanted.property)) ?? "";
      const stations = holder.arpentMap.queryRenderedFeatures({ layers: ["station-fill"] });
      return Object.fromEntries(
        stations.map(({ id }) => [String(id), Math.max(0, (letters.charCodeAt(Number(id)) || 97) - 97)]),
      );
    },
    { layer, property },
  );
}

/** Class of each station in sight, by station index; -1 is "no score". */
export async function drawnClasses(page: Page): Promise<Readonly<Record<string, number>>> {
  const letters = await drawnLetters(page, "station-fill", "fill-color");
  return Object.fromEntries(Object.entries(letters).map(([id, code]) => [id, code - 1]));
}

const CLAIMS = { missing: 1, faded: 2, behind: 4 } as const;

/** One claim about each station in sight, by station index. */
export async function drawnStates(page: Page, claim: keyof typeof CLAIMS): Promise<Readonly<Record<string, boolean>>> {
  const letters = await drawnLetters(page, "station-fill", "fill-opacity");
  return Object.fromEntries(Object.entries(letters).map(([id, code]) => [id, (code & CLAIMS[claim]) !== 0]));
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
