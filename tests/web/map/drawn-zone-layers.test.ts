import type { Map as MapLibreMap } from "maplibre-gl";
import { expect, it } from "vitest";
import { nameOnMap, watchDrawnZones } from "../../../web/map/drawn-zone-layers.ts";

it("a click says which zone is under it, and with Alt that a zone is being picked", () => {
  const listeners = new Map<string, (event: unknown) => void>();
  const map = {
    queryRenderedFeatures: ({ x }: { x: number }) => (x < 100 ? [{ properties: { zoneId: "n" } }] : []),
    on: (name: string, listener: (event: unknown) => void) => listeners.set(name, listener),
    off: (name: string) => listeners.delete(name),
  };
  const heard: unknown[] = [];
  const stop = watchDrawnZones(map as unknown as MapLibreMap, {
    onClick: (...told) => heard.push(told),
    onHover: () => undefined,
  });

  const click = listeners.get("click");
  click?.({ point: { x: 10, y: 10 }, originalEvent: { altKey: true } });
  click?.({ point: { x: 300, y: 10 }, originalEvent: { altKey: false } });
  stop();

  expect(heard).toEqual([
    ["n", true],
    [null, false],
  ]);
  expect(listeners.size).toBe(0);
});

it("a name of one long word is broken, one that is too long cut, others left as they are", () => {
  expect(nameOnMap("Quartier de la gare et ses environs")).toBe("Quartier de la gare et ses environs");
  expect(nameOnMap("W".repeat(20))).toBe(`${"W".repeat(18)}\nWW`);
  expect(nameOnMap("mot ".repeat(20)).length).toBeLessThanOrEqual(48);
  expect(nameOnMap("mot ".repeat(20)).endsWith("mot…")).toBe(true);
});
