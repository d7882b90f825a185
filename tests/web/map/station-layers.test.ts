import type { Map as MapLibreMap } from "maplibre-gl";
import { describe, expect, it } from "vitest";
import { paletteOf, stationColours } from "../../../web/map/palette.ts";
import { type StationMarks, stationColumns } from "../../../web/map/station-columns.ts";
import { markStations, stationFillLayers, stationLineLayers } from "../../../web/map/station-layers.ts";

const palette = paletteOf("light");

describe("the look of stations", () => {
  // MapLibre fails on a state that arrives while a property goes from an expression to a plain number.
  it("follows their state in the same properties when they step back behind routes", () => {
    expect(followingState(true)).toEqual(followingState(false));
    expect(followingState(false).length).toBeGreaterThan(2);
  });

  it("has the colour of each station's class, also beyond the first line of the column", () => {
    const marks = marksOf({ classes: new Map(Array.from({ length: 300 }, (_, index) => [index, index % 5])) });

    const colourOf = evaluator("station-fill", "fill-color", marks);

    for (const index of [0, 4, 63, 64, 199, 299]) {
      expect(colourOf(index)).toBe(stationColours(palette)[index % 5]);
    }
  });

  it("has no class colour for a station without a class, and before anything is known", () => {
    const some = marksOf({
      classes: new Map([
        [0, null],
        [1, 2],
      ]),
    });

    expect(evaluator("station-fill", "fill-color", some)(0)).toBe(palette.noClass);
    expect(evaluator("station-fill", "fill-color", some)(77)).toBe(palette.noClass);
    expect(evaluator("station-fill", "fill-color", null)(0)).toBe(palette.noClass);
  });

  it("is paler where the value is little sure, palest behind what the legend holds up, hatched without a value", () => {
    const marks = marksOf({
      classes: new Map([0, 1, 2, 3].map((index) => [index, 1])),
      faded: new Set([1, 2]),
      behind: new Set([2]),
      missing: new Set([2, 3]),
    });

    const [normal = 0, faded = 0, behind = 0] = [0, 1, 2].map((index) =>
      Number(evaluator("station-fill", "fill-opacity", marks)(index)),
    );
    const hatched = [0, 2, 3].map((index) => filterOf("station-missing", marks)(index));

    expect(normal).toBeGreaterThan(faded);
    expect(faded).toBeGreaterThan(behind);
    expect(hatched).toEqual([false, false, true]);
  });

  it("hatches who is selected and nobody else", () => {
    const marks = marksOf({ classes: new Map([0, 1, 2].map((index) => [index, 1])), selected: new Set([1]) });

    expect([0, 1, 2].map(filterOf("station-hatch", marks))).toEqual([false, true, false]);
    expect([0, 1, 2].map(filterOf("station-hatch", marksOf({})))).toEqual([false, false, false]);
  });

  it("outlines who is selected, opened or pointed at", () => {
    const marks = marksOf({ classes: new Map([0, 1, 2].map((index) => [index, 1])), selected: new Set([1]) });

    const opacity = evaluator("station-emphasis", "line-opacity", marks);

    expect([opacity(0), opacity(1), opacity(2, { opened: true }), opacity(2, { hovered: true })]).toEqual([0, 1, 1, 1]);
  });
});

describe("outlines of stations", () => {
  /** As much of a map as is asked here, and which layers have come into sight. */
  function mapWithOutlines() {
    const shown = new Set<string>();
    const map = {
      getLayer: () => ({}),
      getLayoutProperty: (id: string) => (shown.has(id) ? "visible" : "none"),
      setLayoutProperty: (id: string, _: string, value: string) => value === "visible" && shown.add(id),
      setPaintProperty: () => undefined,
      setFilter: () => undefined,
      setFeatureState: () => undefined,
    };
    return { map: map as unknown as MapLibreMap, shown };
  }
  const look = { palette, areStationsDimmed: false };
  const outlines = stationLineLayers(palette, false).filter(({ layout }) => layout?.visibility === "none");

  it("are left out of a map on which no station is selected, opened or pointed at", () => {
    const { map, shown } = mapWithOutlines();

    markStations(map, look, null, marksOf({}));

    expect(shown.size).toBe(0);
    expect(outlines.length).toBe(2);
  });

  for (const marks of [marksOf({ selected: new Set([3]) }), marksOf({ opened: 3 }), marksOf({ hovered: 3 })]) {
    it(`come with the first station that is ${marks.opened === 3 ? "opened" : marks.hovered === 3 ? "pointed at" : "selected"}`, () => {
      const { map, shown } = mapWithOutlines();

      markStations(map, look, null, marks);

      expect([...shown]).toEqual(outlines.map(({ id }) => id));
    });
  }
});

/** Names of the paint properties that follow the state of a station. */
function followingState(isDimmed: boolean): readonly string[] {
  const layers = [...stationFillLayers(palette, isDimmed), ...stationLineLayers(palette, isDimmed)];
  return layers.flatMap(({ id, paint }) =>
    Object.entries(paint ?? {}).flatMap(([name, value]) =>
      JSON.stringify(value).includes("feature-state") ? [`${id} ${name}`] : [],
    ),
  );
}

function marksOf(part: Partial<StationMarks>): StationMarks {
  const none = new Set<number>();
  return {
    classes: new Map(),
    missing: none,
    faded: none,
    behind: none,
    selected: none,
    opened: null,
    hovered: null,
    ...part,
  };
}

/** Whether a layer has a station. */
function filterOf(layerId: string, marks: StationMarks) {
  const layer = stationFillLayers(palette, false, stationColumns(marks)).find(({ id }) => id === layerId);
  return (id: number) => evaluate(layer !== undefined && "filter" in layer ? layer.filter : true, { id, state: {} });
}

/** What a paint property comes to for a station, at the lowest zoom. */
function evaluator(layerId: string, property: string, marks: StationMarks | null) {
  const columns = stationColumns(marks);
  const layers = [...stationFillLayers(palette, false, columns), ...stationLineLayers(palette, false, columns)];
  const paint: Readonly<Record<string, unknown>> = { ...layers.find(({ id }) => id === layerId)?.paint };
  return (id: number, state: Readonly<Record<string, boolean>> = {}) => evaluate(paint[property], { id, state });
}

interface Feature {
  readonly id: number;
  readonly state: Readonly<Record<string, boolean>>;
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** The part of MapLibre's expressions that stations use. */
function evaluate(expression: unknown, feature: Feature): unknown {
  if (!Array.isArray(expression)) return expression;
  const [name, ...parts] = expression;
  const value = (place: number) => evaluate(parts[place], feature);
  const number = (place: number) => Number(value(place));
  switch (name) {
    case "id":
      return feature.id;
    case "literal":
      return parts[0];
    case "var":
      return feature.variables?.[parts[0]];
    case "let":
      return evaluate(parts[2], { ...feature, variables: { ...feature.variables, [parts[0]]: value(1) } });
    case "interpolate":
      return value(3);
    case "boolean":
      return feature.state[parts[0][1]] ?? false;
    case "case": {
      for (let place = 0; place + 1 < parts.length; place += 2) if (value(place) === true) return value(place + 1);
      return value(parts.length - 1);
    }
    case "match": {
      const input = value(0);
      for (let place = 1; place + 1 < parts.length; place += 2) {
        if ([parts[place]].flat().includes(input)) return value(place + 1);
      }
      return value(parts.length - 1);
    }
    case "any":
      return parts.some((_, place) => value(place) === true);
    case "==":
      return value(0) === value(1);
    case "min":
      return Math.min(number(0), number(1));
    case "floor":
      return Math.floor(number(0));
    case "/":
      return number(0) / number(1);
    case "%":
      return number(0) % number(1);
    case "+":
      return number(0) + number(1);
    case "slice":
      return String(value(0)).slice(number(1), number(2));
    case "at": {
      const [place, list] = [number(0), value(1)];
      if (!Array.isArray(list) || !(place in list)) throw new RangeError(`MapLibre finds nothing at ${place}`);
      return list[place];
    }
    default:
      throw new Error(`stations do not use "${name}"`);
  }
}
