import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { paletteOf } from "../../../web/map/palette.ts";

/** What text lies on: the page, panels, fields, what is pointed at, and what is chosen. */
const GROUNDS = ["canvas", "surface", "surface-raised", "surface-sunken", "surface-hover", "accent-soft"];
/** WCAG 2.2: 1.4.3 for text, 1.4.11 for what tells a control and its state, and for lines of a chart. */
const LEAST_OF_TEXT = 4.5;
const LEAST_OF_CONTROLS = 3;

const TEXTS: Readonly<Record<string, readonly string[]>> = {
  ink: [...GROUNDS, "warning-soft", "danger-soft"],
  "ink-soft": [...GROUNDS, "warning-soft", "danger-soft"],
  accent: [...GROUNDS, "warning-soft", "danger-soft"],
  "accent-strong": GROUNDS,
  "ink-on-accent": ["accent", "accent-strong"],
  warning: [...GROUNDS, "warning-soft"],
  danger: [...GROUNDS, "danger-soft"],
  good: GROUNDS,
  surface: ["ink"],
};
const CONTROLS = ["line-strong", "accent", "warning", "danger", "good", "camp-ours", "camp-hostile"];
const CHART_LINES = ["chart-score", "chart-last-result", "chart-abstention", "chart-best"];

describe.each(["light", "dark"] as const)("colours of the %s theme", (theme) => {
  const colours = tokensOf(theme);
  const colour = (name: string) => colours.get(name) ?? expect.fail(`there is no colour --${name}`);
  const tooWeak = (pairs: readonly (readonly [string, string])[], least: number) =>
    pairs.flatMap(([on, ground]) => {
      const ratio = contrast(colour(on), colour(ground));
      return ratio < least ? [`${on} on ${ground}: ${ratio.toFixed(2)}`] : [];
    });

  it("text can be read on whatever it stands on", () => {
    const pairs = Object.entries(TEXTS).flatMap(([text, grounds]) => grounds.map((ground) => [text, ground] as const));
    expect(tooWeak(pairs, LEAST_OF_TEXT)).toEqual([]);
  });

  it("borders of controls, the ring of the focus and lines of charts can be seen", () => {
    const pairs = [...CONTROLS, ...CHART_LINES].flatMap((line) =>
      GROUNDS.slice(0, 4).map((ground) => [line, ground] as const),
    );
    expect(tooWeak(pairs, LEAST_OF_CONTROLS)).toEqual([]);
  });

  it("no rule of a style sheet puts a text on a ground it cannot be read on", () => {
    const pairs = pairsOfStyleSheets();
    expect(pairs.length).toBeGreaterThan(20);
    expect(tooWeak(pairs, LEAST_OF_TEXT)).toEqual([]);
  });

  it("numbers on the colours of routes can be read", () => {
    const weak = paletteOf(theme).routes.filter((route) => contrast(colour("surface"), route) < LEAST_OF_TEXT);
    expect(weak).toEqual([]);
  });
});

/** Colours by the name of their token, without its dashes. */
function tokensOf(theme: "light" | "dark"): ReadonlyMap<string, string> {
  const text = readFileSync("web/design/tokens.css", "utf8");
  const colours = new Map<string, string>();
  for (const [, name = "", light = "", dark = ""] of text.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\);/g)) {
    colours.set(name, theme === "light" ? light : dark);
  }
  for (const [, name = "", of = ""] of text.matchAll(/--([\w-]+): var\(--([\w-]+)\);/g)) {
    colours.set(name, colours.get(of) ?? expect.fail(`--${name} is the colour of nothing`));
  }
  return colours;
}

/** Text and ground of every rule that names both by their tokens. */
function pairsOfStyleSheets(): readonly (readonly [string, string])[] {
  const sheets = readdirSync("web", { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".css"));
  return sheets.flatMap((path) => {
    const rules = readFileSync(`web/${path}`, "utf8").matchAll(/\{([^{}]*)\}/g);
    return [...rules].flatMap(([, rule = ""]) => {
      const text = /(?:^|[\s;])color:\s*var\(--([\w-]+)\)/.exec(rule)?.[1];
      const ground = /background(?:-color)?:\s*var\(--([\w-]+)\)/.exec(rule)?.[1];
      // The colour of a route comes with its route: those are judged by themselves.
      return text === undefined || ground === undefined || ground === "route" ? [] : [[text, ground] as const];
    });
  });
}

/** Contrast ratio of two colours, 1 to 21 (WCAG 2.2, definition of contrast ratio). */
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** Relative luminance of `#rrggbb`, 0 to 1 (WCAG 2.2, definition of relative luminance). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
