import type { ExpressionSpecification } from "maplibre-gl";

/** Colours of the map, light and dark. One object each, so that a theme is one change. */
export interface Palette {
  readonly ground: string;
  readonly water: string;
  readonly green: string;
  readonly cemetery: string;
  readonly urban: string;
  readonly building: string;
  readonly buildingLine: string;
  readonly street: string;
  readonly streetCasing: string;
  readonly path: string;
  readonly steps: string;
  readonly rail: string;
  readonly boundary: string;
  readonly label: string;
  readonly labelSoft: string;
  readonly labelWater: string;
  readonly halo: string;
  /** Five classes, lowest first. */
  readonly classes: readonly [string, string, string, string, string];
  /** Changes, from clear losses over about the same to clear gains. */
  readonly diverging: readonly [string, string, string, string, string];
  /** A score against the effort, by thirds: score low to high, in each of which doors are far apart to close. */
  readonly crossed: readonly string[];
  /** Counts. */
  readonly circle: string;
  readonly circleLine: string;
  readonly noClass: string;
  readonly stationLine: string;
  readonly selectedLine: string;
  readonly selectedCasing: string;
  readonly zone: string;
  readonly marker: string;
  readonly routeCasing: string;
  readonly routes: readonly string[];
  /** Drawn zones, in the order in which new zones take them. */
  readonly zones: readonly string[];
}

/*
 * Classes: ColorBrewer YlGnBu (Brewer 2003, marked colour-blind safe), its ends moved so that each step differs from
 * its neighbours and from the ground in lightness. On the dark ground the order is turned round: the highest class is
 * always the one that stands out.
 */
const LIGHT_CLASSES = ["#f3efb4", "#a9d6b0", "#4fb3bd", "#2f7cae", "#22397f"] as const;
const DARK_CLASSES = ["#27366f", "#2b6490", "#359aa3", "#85cda6", "#f0eeb0"] as const;

/*
 * Changes: ColorBrewer PuOr (Brewer 2003, colorbrewer2.org, marked colour-blind safe): five classes on the light ground.
 * On the dark ground colours of its eight classes, clear changes brightest, around a grey of our own that steps back
 * as white does on paper. Neither end is the colour of a party.
 */
const LIGHT_DIVERGING = ["#e66101", "#fdb863", "#f7f7f7", "#b2abd2", "#5e3c99"] as const;
const DARK_DIVERGING = ["#fdb863", "#b35806", "#3f474c", "#8073ac", "#d8daeb"] as const;

/*
 * Score against effort: blue grows with the score, orange with the ease, and both together stand out most. Mixed by hand
 * so that all nine differ for every colour vision (a test measures it).
 */
const LIGHT_CROSSED = [
  "#ededed",
  "#f5cd8d",
  "#f2a02e",
  "#aecbe2",
  "#a69f9c",
  "#a26424",
  "#4f93c6",
  "#4a6a92",
  "#2c2430",
] as const;
const DARK_CROSSED = [
  "#39434a",
  "#7d5f2e",
  "#c98a1c",
  "#2f6c9c",
  "#8a8f94",
  "#d8b878",
  "#5fb2f0",
  "#a9d0ee",
  "#fbf6ea",
] as const;

// Twelve hues far apart, told apart by number as well: no reader needs the colour alone.
const LIGHT_ROUTES = [
  "#c2410c",
  "#1d4ed8",
  "#15803d",
  "#a21caf",
  "#0e7490",
  "#b91c1c",
  "#6d28d9",
  "#4d7c0f",
  "#be185d",
  "#92400e",
  "#334155",
  "#047857",
] as const;
const DARK_ROUTES = [
  "#fb923c",
  "#7ea6ff",
  "#5fd38a",
  "#e58bf0",
  "#4fd0e6",
  "#f98080",
  "#b49bfb",
  "#a8d94f",
  "#f68abb",
  "#dca266",
  "#b7c3d4",
  "#48d3a6",
] as const;

/*
 * Zones: Paul Tol's qualitative schemes "muted" and "bright" (SRON technical note EPS 09-002, made for colour-blind
 * readers), in an order in which those that follow one another differ in lightness too. On the dark ground the darkest are
 * lightened. Names stand on the map and in the list: no reader needs the colour alone.
 */
const LIGHT_ZONES = [
  "#4477aa",
  "#ddaa33",
  "#117733",
  "#cc6677",
  "#332288",
  "#66ccee",
  "#882255",
  "#999933",
  "#44aa99",
  "#aa4499",
  "#6b6b6b",
  "#ee7733",
] as const;
const DARK_ZONES = [
  "#6fa3dd",
  "#e8c25a",
  "#4fae6c",
  "#e48a99",
  "#8f82e0",
  "#88ddf5",
  "#c9679a",
  "#c0c05a",
  "#63cbb9",
  "#d078c4",
  "#a8a8a8",
  "#f59a63",
] as const;

export const LIGHT_PALETTE: Palette = {
  ground: "#f5f3ee",
  water: "#c6dae6",
  green: "#dde8d3",
  cemetery: "#dfe4d8",
  urban: "#efece5",
  building: "#e4dfd6",
  buildingLine: "#d6d0c4",
  street: "#ffffff",
  streetCasing: "#d3ccbf",
  path: "#b9ad9b",
  steps: "#9c8f7c",
  rail: "#b3b0ab",
  boundary: "#a79f95",
  label: "#3c4346",
  labelSoft: "#5f666a",
  labelWater: "#41708c",
  halo: "#ffffff",
  classes: LIGHT_CLASSES,
  diverging: LIGHT_DIVERGING,
  crossed: LIGHT_CROSSED,
  circle: "#2f7cae",
  circleLine: "#ffffff",
  noClass: "#cfcac1",
  stationLine: "#4a5a61",
  selectedLine: "#14191b",
  selectedCasing: "#ffffff",
  zone: "#14191b",
  marker: "#c2410c",
  routeCasing: "#ffffff",
  routes: LIGHT_ROUTES,
  zones: LIGHT_ZONES,
};

export const DARK_PALETTE: Palette = {
  ground: "#171d20",
  water: "#1d3440",
  green: "#1c2a22",
  cemetery: "#202a25",
  urban: "#1b2225",
  building: "#232b2f",
  buildingLine: "#2d373c",
  street: "#39444a",
  streetCasing: "#12171a",
  path: "#4c585e",
  steps: "#6a777d",
  rail: "#4a5358",
  boundary: "#57636a",
  label: "#d9dfe0",
  labelSoft: "#a3aeb1",
  labelWater: "#7fb2cc",
  halo: "#14191c",
  classes: DARK_CLASSES,
  diverging: DARK_DIVERGING,
  crossed: DARK_CROSSED,
  circle: "#85cda6",
  circleLine: "#12171a",
  noClass: "#3b4449",
  stationLine: "#8fa0a7",
  selectedLine: "#ffffff",
  selectedCasing: "#0c1012",
  zone: "#ffffff",
  marker: "#fb923c",
  routeCasing: "#0c1012",
  routes: DARK_ROUTES,
  zones: DARK_ZONES,
};

export function paletteOf(theme: "light" | "dark"): Palette {
  return theme === "dark" ? DARK_PALETTE : LIGHT_PALETTE;
}

/**
 * Every colour a station may have, as the map numbers them: the classes, from DIVERGING_FROM on the changes, and from
 * CROSSED_FROM on the score against the effort.
 */
export function stationColours(palette: Palette): readonly string[] {
  return [...palette.classes, ...palette.diverging, ...palette.crossed];
}
export const DIVERGING_FROM = 5;
export const CROSSED_FROM = 10;

/** How strongly a class covers the ground. */
export const CLASS_STRENGTH = 0.78;

/** A class colour as the eye meets it on the map, laid over the ground: what the legend shows. */
export function colourOverGround(palette: Palette, colour: string): string {
  const channel = (hex: string, from: number) => Number.parseInt(hex.slice(from, from + 2), 16);
  const mixed = [1, 3, 5].map((from) =>
    Math.round(channel(colour, from) * CLASS_STRENGTH + channel(palette.ground, from) * (1 - CLASS_STRENGTH)),
  );
  return `rgb(${mixed.join(" ")})`;
}

/** Colour of the route at this place in the plan's list; hues come round again after twelve. */
export function routeColour(palette: Palette, position: number): string {
  return palette.routes[position % palette.routes.length] ?? palette.marker;
}

export function zoneColour(palette: Palette, colour: number): string {
  return palette.zones[colour % palette.zones.length] ?? palette.marker;
}

/** The colour of a route on the map, by the property `position` that its features carry. */
export function colourByPosition(palette: Palette): ExpressionSpecification {
  const pairs = palette.routes.flatMap((colour, position) => [position, colour]);
  return [
    "match",
    ["%", ["get", "position"], palette.routes.length],
    ...pairs,
    routeColour(palette, 0),
  ] as unknown as ExpressionSpecification;
}
