import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import type { Plan, PlanRoute } from "../../server/contract/plan.ts";
import type { PlanState } from "../../server/contract/territories.ts";
import type { Terminal } from "../command.ts";
import type { Options } from "../command-options.ts";
import { startServing } from "./browser/serving-process.ts";
import { spread } from "./browser/watch-frames.ts";
import { checkStreets } from "./edit/check-streets.ts";
import { makeLongPlan } from "./edit/make-long-plan.ts";

export const summary =
  "a plan of 15 routes edited by hand in the built application in Chromium (not drawn): milliseconds from letting go to what is seen";
export const optionNames = { values: ["territory", "throttle"] };

const PAGE_SCRIPTS = ["watch-edits.js", "no-drawing.js"].map((name) =>
  fileURLToPath(new URL(`./browser/${name}`, import.meta.url)),
);
const VIEWPORT = { width: 1440, height: 900 };
const ROUNDS = 6;
/** A person looks at what came before the next gesture; the map and the list come to rest. */
const LOOK_MILLISECONDS = 500;
const PATIENCE_MILLISECONDS = 20_000;

/**
 * Everything that can be done with an open route, by keys, menu, button and on the map, in a page `--throttle` times
 * slower (1). The first round pays for what is read once, and is not measured. Throws Refusal "nothing-found" when the
 * territory is not built, "no-streets" when nobody can walk it.
 */
export async function run(terminal: Terminal, options: Options): Promise<object> {
  const name = options.text("territory") ?? "demo";
  const throttle = Number(options.text("throttle") ?? 1);
  checkStreets(name);
  const { openBrowser } = await import("../open-browser.ts");
  const server = await startServing();
  const browser = await openBrowser();
  try {
    terminal.say("the plan");
    const { planId, plan } = await makeLongPlan(server.url, name);
    terminal.say("gestures");
    try {
      const page = await openEditing(browser, `${server.url}/t/${name}?tab=routes&plan=${planId}&route=1`, throttle);
      const times = new Map<string, EditTimes[]>();
      for (let round = 0; round <= ROUNDS; round++) {
        for (const { kind, make } of GESTURES) {
          const time = await timed(page, await openedPlan(server.url, planId), make).catch((failure) => {
            throw new Error(`${kind} was not seen to its end: ${failure}`);
          });
          if (round > 0) times.set(kind, [...(times.get(kind) ?? []), time]);
        }
      }
      return {
        territory: name,
        slowedTimes: throttle,
        routes: plan.totals.routes,
        stops: plan.totals.stops,
        ...Object.fromEntries([...times].map(([kind, all]) => [kind, told(all)])),
        all: told([...times.values()].flat()),
      };
    } finally {
      await fetch(`${server.url}/api/plans/${planId}`, { method: "DELETE" });
    }
  } finally {
    await browser.close();
    await server.stop();
  }
}

interface EditTimes {
  readonly sent: number;
  readonly answered: number;
  readonly figures: number;
  readonly path: number | null;
}

function told(times: readonly EditTimes[]): object {
  return {
    sentMs: spread(times.map(({ sent }) => sent)),
    answeredMs: spread(times.map(({ answered }) => answered)),
    figuresMs: spread(times.map(({ figures }) => figures)),
    pathMs: spread(times.flatMap(({ path }) => path ?? [])),
  };
}

async function openEditing(browser: Browser, address: string, throttle: number): Promise<Page> {
  const context = await browser.newContext({ viewport: VIEWPORT, locale: "fr-FR", reducedMotion: "reduce" });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MILLISECONDS);
  for (const path of PAGE_SCRIPTS) await page.addInitScript({ path });
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: throttle });
  await page.goto(address);
  await page.getByRole("button", { name: "Modifier à la main" }).click();
  await page.locator('html[data-map-idle="true"]').waitFor();
  return page;
}

async function openedPlan(url: string, planId: string): Promise<Plan> {
  const state = (await (await fetch(`${url}/api/plans/${planId}`)).json()) as PlanState;
  if (!state.plan) throw new Error(`plan ${planId} is not done`);
  return state.plan;
}

async function timed(page: Page, plan: Plan, make: Gesture): Promise<EditTimes> {
  const route = plan.routes.find(({ id }) => id === "1");
  if (route === undefined) throw new Error("the plan has no route 1");
  await page.waitForTimeout(LOOK_MILLISECONDS);
  await page.evaluate("edits.begin()");
  await make(page, route, plan);
  return page.evaluate(`edits.last(${PATIENCE_MILLISECONDS})`);
}

type Gesture = (page: Page, route: PlanRoute, plan: Plan) => Promise<void>;

/** In an order in which each leaves what the next needs. */
const GESTURES: readonly { readonly kind: string; readonly make: Gesture }[] = [
  { kind: "move-by-keys", make: moveByKeys },
  { kind: "take-out", make: takeOut },
  { kind: "put-back", make: (page) => page.getByRole("button", { name: "Remettre" }).first().click() },
  { kind: "drag-to-route", make: dragToRoute },
  { kind: "drag-start", make: dragStart },
  { kind: "reverse", make: (page) => page.getByRole("button", { name: "Inverser", exact: true }).click() },
  { kind: "undo", make: (page) => page.keyboard.press("Control+z") },
];

async function moveByKeys(page: Page, { stops }: PlanRoute): Promise<void> {
  await page.locator(`[id="handle-${stops[1]?.id}"]`).press("Enter");
  for (let step = 0; step < 3; step++) await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
}

async function takeOut(page: Page, { stops }: PlanRoute): Promise<void> {
  await page.locator(`[data-stop-id="${stops[2]?.id}"]`).getByRole("button", { name: "Actions" }).click();
  await page.getByRole("menuitem", { name: "Retirer du plan" }).click();
}

/** The stop of the route that lies nearest to another route's line. */
async function dragToRoute(page: Page, { stops }: PlanRoute, { routes }: Plan): Promise<void> {
  const others = routes.filter(({ id }) => id !== "1").flatMap(({ osrm }) => osrm.geometry.coordinates);
  const pairs = stops.map(({ position }) => ({ position, goal: nearest(others, position) }));
  const [first] = pairs.toSorted((a, b) => gap(a.position, a.goal) - gap(b.position, b.goal));
  if (first === undefined) throw new Error("route 1 has no stop left");
  await drag(page, first.position, first.goal);
}

async function dragStart(page: Page, { start, stops }: PlanRoute): Promise<void> {
  const goal = stops[stops.length >> 1]?.position;
  if (goal) await drag(page, start, goal);
}

type Place = readonly [number, number];

async function drag(page: Page, from: Place, to: Place): Promise<void> {
  const places = JSON.stringify([from, to]);
  await page.evaluate(`((places, map) => {
    const along = (axis) => places.map((place) => place[axis]);
    const box = [Math.min, Math.max].map((end) => [end(...along(0)), end(...along(1))]);
    map.fitBounds(box, { padding: ${BESIDE_THE_PANEL}, maxZoom: 15.5, duration: 0 });
  })(${places}, ${MAP})`);
  await page.locator('html[data-map-idle="true"]').waitFor();
  await page.waitForTimeout(LOOK_MILLISECONDS);
  const pixels: readonly { readonly x: number; readonly y: number }[] = await page.evaluate(
    `${places}.map((place) => { const { x, y } = ${MAP}.project(place); return { x, y }; })`,
  );
  const [start, end] = pixels;
  if (!start || !end) return;
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2, { steps: 5 });
  await page.mouse.move(end.x, end.y, { steps: 5 });
  await page.mouse.up();
}

/** The panel covers the west of the map. */
const BESIDE_THE_PANEL = "{ left: 500, right: 150, top: 150, bottom: 150 }";
const MAP = `document.querySelector('[data-testid="map"]').arpentMap`;

function nearest(places: readonly Place[], to: Place): Place {
  return places.reduce((best, place) => (gap(place, to) < gap(best, to) ? place : best));
}

function gap(a: Place, b: Place): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}
