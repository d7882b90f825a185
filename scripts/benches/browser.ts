import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { findTerritory } from "../../geodata/territory/territory-folder.ts";
import { Refusal } from "../../server/contract/refusal.ts";
import type { Terminal } from "../command.ts";
import type { Options } from "../command-options.ts";
import { type ServingProcess, startServing } from "./browser/serving-process.ts";
import { mainThreadDuring, round, spread, watchFrames } from "./browser/watch-frames.ts";

export const summary =
  "in the built application in Chromium: first map, drawn by the processor and not drawn; frames while moving and recolouring, list and memory (not drawn)";
export const optionNames = { values: ["territory", "throttle"] };

const PAGE_SCRIPT = fileURLToPath(new URL("./browser/page-script.js", import.meta.url));
const NO_DRAWING = fileURLToPath(new URL("./browser/no-drawing.js", import.meta.url));
const VIEWPORT = { width: 1440, height: 900 };
const FIRST_MAPS = 5;
const SETTLED_MILLISECONDS = 2000;
const PATIENCE_MILLISECONDS = 180_000;

/**
 * The application as people have it: built, served by a process of its own. Everything is measured with the processor
 * of the page slowed down `--throttle` times (4: an average laptop beside a fast one), the first map also without.
 */
export async function run(terminal: Terminal, options: Options): Promise<object> {
  const name = options.text("territory") ?? "demo";
  const throttle = Number(options.text("throttle") ?? 4);
  if (findTerritory(name) === null) throw noTerritory(name);
  const { openBrowser } = await import("../open-browser.ts");
  const server = await startServing();
  const browser = await openBrowser();
  try {
    terminal.say("first maps");
    const plain = await firstMaps(browser, server.url, name, { throttle: 1 });
    const slowed = await firstMaps(browser, server.url, name, { throttle });
    const undrawn = await firstMaps(browser, server.url, name, { throttle: 1, isDrawn: false });
    const slowedUndrawn = await firstMaps(browser, server.url, name, { throttle, isDrawn: false });
    terminal.say("frames");
    return {
      territory: name,
      slowedTimes: throttle,
      firstMapMs: { plain, slowed, undrawn, slowedUndrawn },
      ...(await visitMap(browser, server, name, throttle, terminal)),
    };
  } finally {
    await browser.close();
    await server.stop();
  }
}

/**
 * From the address to a map, in a browser that has seen nothing. `whole` is the first frame with all streets, labels and
 * coloured stations on screen, `coloured` a map that is coloured and has nothing left to draw. What it takes is split
 * into the processor time of the page with its workers and of the process that draws in the place of a graphics card;
 * both share the processor with the program that serves them. Not drawn is what a graphics card leaves to the processor.
 */
async function firstMaps(
  browser: Browser,
  url: string,
  name: string,
  { throttle, isDrawn = true }: { readonly throttle: number; readonly isDrawn?: boolean },
) {
  const visit = async <Seen>(see: (page: Page, address: string) => Promise<Seen>) => {
    const page = await newPage(browser, throttle);
    if (!isDrawn) await page.addInitScript({ path: NO_DRAWING });
    // A window that opens is work of the browser, and done before anybody types an address.
    await page.waitForTimeout(SETTLED_MILLISECONDS);
    const seen = await see(page, `${url}/t/${name}`);
    await page.context().close();
    return seen;
  };
  const visits: FirstMap[] = [];
  for (let count = 0; count < FIRST_MAPS; count++) {
    visits.push(await visit((page, address) => firstMap(browser, page, address)));
  }
  // Of a visit of its own: a browser that writes down what it does takes half as long again.
  const tasks = await visit((page, address) =>
    mainThreadDuring(browser, page, async () => {
      await page.goto(address);
      await untilColoured(page);
    }),
  );
  const all = (pick: (visit: FirstMap) => number) => spread(visits.map(pick));
  return {
    wholeMs: all(({ whole }) => whole),
    colouredMs: all(({ coloured }) => coloured),
    mapFrames: all(({ mapFrames }) => mapFrames),
    requestMs: all(({ requests }) => requests),
    mainThreadMs: round(tasks.reduce((sum, ms) => sum + ms, 0)),
    pageProcessorMs: all(({ processor }) => processor.renderer),
    drawingProcessorMs: all(({ processor }) => processor.GPU),
  };
}

type FirstMap = Awaited<ReturnType<typeof firstMap>>;

async function firstMap(browser: Browser, page: Page, address: string) {
  const before = await processorTimes(browser);
  await page.goto(address);
  const times = await untilColoured(page);
  const after = await processorTimes(browser);
  const whole: { readonly ms: number; readonly mapFrames: number } | null = await page.evaluate("bench.wholeMap()");
  return {
    whole: whole?.ms ?? times.coloured,
    coloured: times.coloured,
    mapFrames: whole?.mapFrames ?? Number(await page.evaluate("bench.mapFrames()")),
    requests: Number(await page.evaluate("bench.requestMs()")),
    processor: { renderer: after.renderer - before.renderer, GPU: after.GPU - before.GPU },
  };
}

/** Milliseconds of processor time so far: of all pages with their workers, and of the process that draws. */
async function processorTimes(browser: Browser): Promise<{ readonly renderer: number; readonly GPU: number }> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  const sum = (wanted: string) =>
    processInfo.reduce((total, { type, cpuTime }) => total + (type === wanted ? cpuTime * 1000 : 0), 0);
  return { renderer: sum("renderer"), GPU: sum("GPU") };
}

/** What the page itself costs: nothing is drawn, as with a graphics card that is never waited for. */
async function visitMap(browser: Browser, server: ServingProcess, name: string, throttle: number, terminal: Terminal) {
  const page = await newPage(browser, throttle);
  await page.addInitScript({ path: NO_DRAWING });
  await page.goto(`${server.url}/t/${name}`);
  await untilColoured(page);
  const moving = await watchFrames(browser, page, () => moveAround(page));
  const recolourMs: number[] = [];
  terminal.say("colours");
  const recolouring = await watchFrames(browser, page, async () => {
    for (const measure of ["persuasion", "mobilisation", "mix", "persuasion", "mobilisation"]) {
      recolourMs.push(await recolour(page, measure));
    }
  });
  const list = await useList(page);
  const pageHeapMegabytes: number | null = await page.evaluate("bench.megabytes()");
  const serverMegabytes = server.memory();
  await page.context().close();
  return {
    moving,
    recolouring: { ...recolouring, untilDrawnMs: spread(recolourMs) },
    list,
    pageHeapMegabytes,
    serverMegabytes,
  };
}

async function newPage(browser: Browser, throttle: number): Promise<Page> {
  const context = await browser.newContext({ viewport: VIEWPORT, locale: "fr-FR" });
  context.setDefaultTimeout(PATIENCE_MILLISECONDS);
  const page = await context.newPage();
  await page.addInitScript({ path: PAGE_SCRIPT });
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: throttle });
  return page;
}

/** When the map had nothing left to draw for the first time, and for the first time with its colours. */
async function untilColoured(page: Page): Promise<{ readonly drawn: number; readonly coloured: number }> {
  await page.locator('[data-testid="map"]').waitFor();
  await page.getByRole("radio", { name: "Persuasion" }).first().waitFor({ state: "attached" });
  const known = Number(await page.evaluate("bench.now()"));
  await untilIdle(page, known);
  const times = await idleTimes(page);
  return { drawn: times[0] ?? 0, coloured: times.find((time) => time > known) ?? times.at(-1) ?? 0 };
}

/** Waits until the map has nothing left to draw, and has had 150 ms to begin something. */
async function untilIdle(page: Page, since: number): Promise<void> {
  await page.evaluate(`bench.untilIdle(${since})`);
}

function idleTimes(page: Page): Promise<readonly number[]> {
  return page.evaluate("bench.idleTimes()");
}

/** Right, down, closer and back, a second each, as a hand would. */
async function moveAround(page: Page): Promise<void> {
  const moves = [
    { x: 500, y: 0, zoom: 0 },
    { x: -300, y: 350, zoom: 0 },
    { x: 0, y: 0, zoom: 2 },
    { x: 400, y: -200, zoom: 0 },
    { x: -600, y: 100, zoom: 0 },
    { x: 0, y: 0, zoom: -2 },
  ];
  for (const move of moves) {
    await page.evaluate(`bench.move(${JSON.stringify(move)})`);
    await page.waitForTimeout(1100);
  }
}

/** Milliseconds from the choice of another measure to a map with nothing left to draw. */
async function recolour(page: Page, measure: string): Promise<number> {
  const began: number = await page.evaluate(`bench.measure(${JSON.stringify(measure)})`);
  // New colours load nothing: the map is not marked as busy by them, and says when it has drawn them.
  await page.evaluate(`bench.untilDrawn(${began})`);
  await untilIdle(page, began);
  return ((await idleTimes(page)).at(-1) ?? began) - began;
}

/** Milliseconds that typing a letter of a name and another order keep the page's main thread. */
async function useList(page: Page) {
  const letters = JSON.stringify(["s", "sa", "sai", "saint", "saint ", "saint 1", ""]);
  const typed: readonly number[] = await page.evaluate(`bench.filter(${letters})`);
  const orders = JSON.stringify(["name", "registered", "name", "registered"]);
  const sorted: readonly number[] = await page.evaluate(`bench.sort(${orders})`);
  return {
    firstLetterMs: round(typed[0] ?? 0),
    filterMs: spread(typed.slice(1)),
    sortMs: spread(sorted),
  };
}

function noTerritory(name: string): Refusal {
  return new Refusal(
    "nothing-found",
    {
      fr: `Il n'y a pas de territoire « ${name} » : « territory demo » en fait un.`,
      en: `There is no territory “${name}”: “territory demo” makes one.`,
    },
    404,
  );
}
